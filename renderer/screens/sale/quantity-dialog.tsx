import './quantity-dialog.css';
import { type KeyboardEvent, type SubmitEvent, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ONE, parseQuantity, type Quantity, quantity } from '../../../app/domain/quantity.ts';
import { DialogButtons } from '../../components/dialog-buttons.tsx';
import { useInitialFocus } from '../../components/focus.ts';
import { DialogMessage } from '../../components/message.tsx';
import { PushButton } from '../../components/push-button.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useFormat, useScreen, useView, useWorkstation } from '../../context.tsx';
import { closeDialog, dismiss } from '../../frame/in-front.ts';
import { useDialogMessage } from '../../frame/use-dialog-message.ts';
import { wrongQuantity } from '../../text/number-words.ts';
import { arm } from './actions.ts';
import { readSold } from './typed-quantity.ts';

type QuantityDialogProps = {
  readonly index: number;
  /** What was typed before the dialog opened. */
  readonly typed: Quantity | null;
};

/** Changes the quantity of a line: typed, or step by step with + and −. */
export function QuantityDialog({ index, typed }: QuantityDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const workstation = useWorkstation();
  const focus = useInitialFocus<HTMLInputElement>();
  const message = useDialogMessage();
  const line = useView((view) => view.sale.lines.find((one) => one.index === index));
  const running = useScreen((screen) => screen.running.includes('line.setQuantity'));
  const armed = useView((view) => view.armed !== null);
  const weighed = line?.weighed ?? false;
  const [text, setText] = useState(() => format.typedQuantity(typed ?? line?.quantity ?? ONE, weighed));
  const read = readSold(text, weighed);
  const [steps, setSteps] = useState(0);
  /** The last key was a step down: a digit now makes a number below zero of it, which is refused. */
  const minus = useRef(false);

  /** A number that was typed, unlike one that was counted up from the line's own, is meant for what may be scanned now. */
  const take = (next: string) => {
    setText(next);
    arm(workstation, parseQuantity(next));
  };
  const step = (by: number): boolean => {
    const next = read.ok && quantity(read.value + by);
    if (next) {
      setText(format.typedQuantity(next, weighed));
      setSteps((before) => before + 1);
      arm(workstation, null);
    }
    return Boolean(next);
  };
  const stepByKey = (event: KeyboardEvent) => {
    const afterMinus = minus.current;
    minus.current = false;
    if (event.key === '+') {
      event.preventDefault();
      step(ONE);
    } else if (event.key === '-' && step(-ONE)) {
      event.preventDefault();
      minus.current = true;
    } else if (afterMinus && /^\d$/.test(event.key)) {
      event.preventDefault();
      setText(`-${event.key}`);
    }
  };
  // After a step the next digit begins a new number.
  useLayoutEffect(() => {
    if (steps > 0) focus.ref.current?.select();
  }, [steps, focus.ref]);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (read.ok && (await workstation.run('line.setQuantity', { index, quantity: read.value }))) {
      closeDialog(workstation, 'quantity');
    }
  };

  return (
    <form className="dialog-form" onSubmit={submit} onKeyDown={stepByKey}>
      <p className="dialog-form__help">{line?.name}</p>
      <div className="quantity-dialog">
        <PushButton label="−" description={t('quantity.less')} onPress={() => step(-ONE)} />
        <TextField
          {...focus}
          label={t('quantity.field')}
          labelHidden
          value={text}
          onChange={take}
          error={read.ok ? null : wrongQuantity(t, read.error)}
        />
        <PushButton label="+" description={t('quantity.more')} onPress={() => step(ONE)} />
      </div>
      {armed && <p className="dialog-form__help">{t('quantity.scanHelp')}</p>}
      <DialogMessage message={message} />
      <DialogButtons
        confirm={t('quantity.confirm')}
        waiting={running}
        disabled={!read.ok}
        onCancel={() => dismiss(workstation)}
      />
    </form>
  );
}
