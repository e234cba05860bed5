import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { View } from '../../../app/contract/view.ts';
import { Cross } from '../../components/cross.tsx';
import { PushButton } from '../../components/push-button.tsx';
import { useView, useWorkstation } from '../../context.tsx';

/** What a press or a scan took off the receipt, as long as it can be put back. */
export function UndoBar() {
  const { t } = useTranslation();
  const { run } = useWorkstation();
  const undoable = useView((view) => view.undoable);
  return (
    <div role="status" className="message__region">
      {undoable && (
        <div className="message" data-tone="info">
          <p className="message__text">{words(t, undoable)}</p>
          <PushButton label={t('undo.do')} keyId="undo" onPress={() => void run('sale.undo', undefined)} />
          <Cross label={t('action.close')} onPress={() => void run('sale.dismissUndo', undefined)} />
        </div>
      )}
    </div>
  );
}

function words(t: TFunction, undoable: NonNullable<View['undoable']>): string {
  if (undoable.kind === 'line') return t('undo.line', { name: undoable.name });
  const nameless = t('customer.nameless');
  const before = undoable.before || nameless;
  return undoable.now === null
    ? t('undo.customerRemoved', { before })
    : t('undo.customerReplaced', { before, now: undoable.now || nameless });
}
