import { type KeyboardEvent, type SubmitEvent, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { CommandInput } from '../../../../app/contract/commands.ts';
import type { ReceiptView, RefundView } from '../../../../app/contract/receipts.ts';
import { DialogButtons } from '../../../components/dialog-buttons.tsx';
import { focusOn, useInitialFocus } from '../../../components/focus.ts';
import { DialogMessage } from '../../../components/message.tsx';
import { PushButton } from '../../../components/push-button.tsx';
import { useFormat } from '../../../context.tsx';
import { useDialogMessage } from '../../../frame/use-dialog-message.ts';
import { actOn } from '../../../keys/use-keys.ts';
import { ReceiptSummary } from './receipt-summary.tsx';
import { RefundPreview } from './refund-preview.tsx';
import { ReturnedLine } from './returned-line.tsx';
import { everything, type TypedQuantities } from './returned-lines.ts';

const CONFIRM_ID = 'return-confirm';

type ReturnedGoodsProps = {
  readonly receipt: ReceiptView;
  readonly typed: TypedQuantities;
  readonly onTyped: (typed: TypedQuantities) => void;
  /** As typed; `null` while a quantity cannot be read. */
  readonly lines: CommandInput<'return.preview'>['lines'] | null;
  readonly refund: RefundView | null;
  readonly onChosen: () => void;
  readonly onBack: () => void;
};

/** The goods that come back: the whole receipt by one press, or line by line. Nothing is paid out from here. */
export function ReturnedGoods({ receipt, typed, onTyped, lines, refund, onChosen, onBack }: ReturnedGoodsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const message = useDialogMessage();
  const isOver = receipt.lines.every((line) => line.returnable === 0);
  const all = useMemo(() => everything(receipt.lines, format), [receipt.lines, format]);
  const nothing = lines?.length === 0;
  // Whoever comes back from the question goes on at the button that led there.
  const [comesBack] = useState(!nothing);
  const start = useInitialFocus<HTMLButtonElement>(!comesBack && !isOver);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (lines && !nothing) onChosen();
  };

  return (
    <form className="dialog-form dialog-form--fields" onSubmit={submit} onKeyDown={moveOn}>
      <div className="return-form__top">
        <ReceiptSummary receipt={receipt} />
        <PushButton
          {...start}
          label={t('return.whole')}
          disabled={isOver}
          onPress={() => {
            // The button that goes on is out of use until the quantities are there.
            flushSync(() => onTyped(all));
            focusOn(CONFIRM_ID);
          }}
        />
        <PushButton label={t('return.none')} disabled={isOver} onPress={() => onTyped({})} />
      </div>
      <ul className="return-form__lines" aria-label={t('return.lines')}>
        {receipt.lines.map((line) => (
          <ReturnedLine
            key={line.index}
            line={line}
            text={typed[line.index] ?? ''}
            onChange={(text) => onTyped({ ...typed, [line.index]: text })}
          />
        ))}
      </ul>
      {isOver ? <p role="status">{t('return.allOver')}</p> : <RefundPreview refund={refund} nothing={nothing} />}
      <DialogMessage message={message} />
      <DialogButtons
        confirm={t('return.confirm')}
        confirmId={CONFIRM_ID}
        focused={comesBack ? 'confirm' : undefined}
        cancel={t('return.back')}
        disabled={!lines || nothing}
        onCancel={onBack}
      />
    </form>
  );
}

/**
 * From field to field by arrow keys and by Enter; Enter in the last one goes on to the question. A field that cannot be read
 * keeps it.
 */
function moveOn(event: KeyboardEvent<HTMLFormElement>): void {
  const { target, currentTarget, nativeEvent } = event;
  // Enter held down must not run through the whole dialog.
  if (event.repeat && event.key === 'Enter') event.preventDefault();
  const fields = [...currentTarget.querySelectorAll('input')];
  const at = target instanceof HTMLInputElement ? fields.indexOf(target) : -1;
  const step = (by: 1 | -1) => {
    const next = fields[at + by];
    if (next) focusOn(next.id);
  };
  // The buttons above the lines have only the way down.
  if (at < 0) {
    if (target instanceof HTMLButtonElement && target.type === 'button')
      actOn(nativeEvent, { lineDown: () => step(1) });
    return;
  }
  actOn(nativeEvent, { lineUp: () => step(-1), lineDown: () => step(1) });
  if (event.key !== 'Enter') return;
  const unreadable = fields.find((field) => field.getAttribute('aria-invalid') === 'true');
  if (at < fields.length - 1 && unreadable !== target) {
    event.preventDefault();
    step(1);
  } else if (unreadable) {
    event.preventDefault();
    focusOn(unreadable.id);
  }
}
