import { closeDialog, dismiss } from '../../../frame/in-front.ts';
import './return-form.css';
import { type KeyboardEvent, type SubmitEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReceiptView } from '../../../../app/contract/receipts.ts';
import { DialogButtons } from '../../../components/dialog-buttons.tsx';
import { focusOn } from '../../../components/focus.ts';
import { DialogMessage } from '../../../components/message.tsx';
import { PushButton } from '../../../components/push-button.tsx';
import { useFormat, useScreen, useWorkstation } from '../../../context.tsx';
import { useDialogMessage } from '../../../frame/use-dialog-message.ts';
import { actOn } from '../../../keys/use-keys.ts';
import { ReceiptSummary } from './receipt-summary.tsx';
import { RefundPreview } from './refund-preview.tsx';
import { ReturnedLine } from './returned-line.tsx';
import { everything, readLines, type TypedQuantities } from './returned-lines.ts';
import { useRefund } from './use-refund.ts';

const CONFIRM_ID = 'return-confirm';

/** What of a receipt is given back, at first all that still can be. Money goes out: Enter in a field only leads to the button. */
export function ReturnForm({ receipt }: { readonly receipt: ReceiptView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const workstation = useWorkstation();
  const message = useDialogMessage();
  const writing = useScreen((screen) => screen.running.includes('return.write'));
  const all = useMemo(() => everything(receipt.lines, format), [receipt.lines, format]);
  const [typed, setTyped] = useState<TypedQuantities>(all);
  const lines = useMemo(() => readLines(receipt.lines, typed), [receipt.lines, typed]);
  const refund = useRefund(receipt.id, lines);
  const first = receipt.lines.find((line) => line.returnable > 0);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!lines || lines.length === 0 || writing) return;
    if (await workstation.run('return.write', { receipt: receipt.id, lines })) closeDialog(workstation, 'return');
  };

  return (
    <form className="dialog-form dialog-form--fields" onSubmit={submit} onKeyDown={moveOn}>
      <div className="return-form__top">
        <ReceiptSummary receipt={receipt} />
        <PushButton label={t('return.whole')} disabled={!first} onPress={() => setTyped(all)} />
        <PushButton label={t('return.none')} disabled={!first} onPress={() => setTyped({})} />
      </div>
      <ul className="return-form__lines" aria-label={t('return.lines')}>
        {receipt.lines.map((line) => (
          <ReturnedLine
            key={line.index}
            line={line}
            text={typed[line.index] ?? ''}
            focused={line === first}
            onChange={(text) => setTyped({ ...typed, [line.index]: text })}
          />
        ))}
      </ul>
      {first ? (
        <RefundPreview refund={refund} nothing={lines?.length === 0} />
      ) : (
        <p role="status">{t('return.allOver')}</p>
      )}
      <DialogMessage message={message} />
      <DialogButtons
        confirm={t('return.confirm')}
        confirmId={CONFIRM_ID}
        cancel={t('return.back')}
        waiting={writing}
        disabled={!lines || lines.length === 0}
        onCancel={() => dismiss(workstation)}
      />
    </form>
  );
}

/** From field to field by arrow keys, and by Enter to the button that writes the return. */
function moveOn(event: KeyboardEvent<HTMLFormElement>): void {
  const { target, currentTarget, nativeEvent } = event;
  // Enter held down must not run through the whole dialog.
  if (event.repeat && event.key === 'Enter') event.preventDefault();
  if (!(target instanceof HTMLInputElement)) return;
  const step = (by: 1 | -1) => {
    const fields = [...currentTarget.querySelectorAll('input')];
    const next = fields[fields.indexOf(target) + by];
    if (next) focusOn(next.id);
  };
  actOn(nativeEvent, { lineUp: () => step(-1), lineDown: () => step(1), confirm: () => focusOn(CONFIRM_ID) });
}
