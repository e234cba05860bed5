import { openDialog } from '../../frame/in-front.ts';
import './quantity-dialog.css';
import { type KeyboardEvent, type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ONE, type Quantity, quantity } from '../../../app/domain/quantity.ts';
import { DialogButtons } from '../../components/dialog-buttons.tsx';
import { useInitialFocus } from '../../components/focus.ts';
import { DialogMessage } from '../../components/message.tsx';
import { PushButton } from '../../components/push-button.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useFormat, useScreen, useView, useWorkstation } from '../../context.tsx';
import { useDialogMessage } from '../../frame/use-dialog-message.ts';
import { readQuantity } from './typed-quantity.ts';

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
  const weighed = line?.weighed ?? false;
  const [text, setText] = useState(() => format.typedQuantity(typed ?? line?.quantity ?? ONE, weighed));
  const read = readQuantity(text, weighed);

  const step = (by: number) => {
    const next = read.ok && quantity(read.value + by);
    if (next) setText(format.typedQuantity(next, weighed));
  };
  const stepByKey = (event: KeyboardEvent) => {
    if (event.key !== '+' && event.key !== '-') return;
    event.preventDefault();
    step(event.key === '+' ? ONE : -ONE);
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (read.ok && (await workstation.run('line.setQuantity', { index, quantity: read.value }))) {
      openDialog(workstation, null);
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
          onChange={setText}
          error={read.ok ? null : t(read.error === 'whole-only' ? 'quantity.wholeOnly' : 'quantity.wrong')}
        />
        <PushButton label="+" description={t('quantity.more')} onPress={() => step(ONE)} />
      </div>
      <DialogMessage message={message} />
      <DialogButtons
        confirm={t('quantity.confirm')}
        waiting={running}
        disabled={!read.ok}
        onCancel={() => openDialog(workstation, null)}
      />
    </form>
  );
}
