import { dismiss, openDialog } from '../../../frame/in-front.ts';
import './receipt-search.css';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LONGEST } from '../../../../app/contract/limits.ts';
import type { ReceiptView } from '../../../../app/contract/receipts.ts';
import { DialogButtons } from '../../../components/dialog-buttons.tsx';
import { useInitialFocus } from '../../../components/focus.ts';
import { DialogMessage } from '../../../components/message.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { useWorkstation } from '../../../context.tsx';
import { useDialogMessage } from '../../../frame/use-dialog-message.ts';
import { actOn } from '../../../keys/use-keys.ts';
import { ReceiptOption } from './receipt-option.tsx';
import { useReceipts } from './use-receipts.ts';

const LIST_ID = 'return-receipts';

/** Finds the receipt: typing narrows the list, arrow keys move through it, Enter takes one. */
export function ReceiptSearch() {
  const { t } = useTranslation();
  const workstation = useWorkstation();
  const message = useDialogMessage();
  const focus = useInitialFocus<HTMLInputElement>();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const found = useReceipts(text);
  const last = (found?.length ?? 0) - 1;
  const active = found?.[Math.min(at, last)];
  const activeId = active && optionId(active);

  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  const take = (receipt: ReceiptView | undefined) => {
    if (receipt) openDialog(workstation, { kind: 'return', receipt });
  };
  const move = (event: KeyboardEvent) =>
    actOn(event.nativeEvent, {
      lineUp: () => setAt(Math.max(0, Math.min(at, last) - 1)),
      lineDown: () => setAt(Math.min(at + 1, Math.max(last, 0))),
    });

  return (
    <form
      className="dialog-form dialog-form--fields"
      onKeyDown={move}
      onSubmit={(event) => {
        event.preventDefault();
        take(active);
      }}
    >
      <TextField
        {...focus}
        label={t('return.search')}
        kind="numeric"
        maxLength={LONGEST.receiptSearch}
        value={text}
        onChange={(next) => {
          setText(next);
          setAt(0);
        }}
        searches={{ listId: LIST_ID, activeId }}
      />
      <div className="receipt-search__list">
        <div id={LIST_ID} role="listbox" aria-label={t('return.list')}>
          {found?.map((receipt) => (
            <ReceiptOption
              key={receipt.id}
              id={optionId(receipt)}
              receipt={receipt}
              active={receipt === active}
              onTake={() => take(receipt)}
            />
          ))}
        </div>
        {found?.length === 0 && (
          <p className="receipt-search__none" role="status">
            {t(text === '' ? 'return.noReceipts' : 'return.notFound')}
          </p>
        )}
      </div>
      <DialogMessage message={message} />
      <DialogButtons confirm={t('return.take')} disabled={!active} onCancel={() => dismiss(workstation)} />
    </form>
  );
}

function optionId(receipt: ReceiptView): string {
  return `return-receipt-${receipt.id}`;
}
