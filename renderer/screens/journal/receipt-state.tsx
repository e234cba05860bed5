import './receipt-state.css';
import { useTranslation } from 'react-i18next';
import type { ReceiptState as State } from '../../../app/domain/receipt-state.ts';

/** What a receipt has come to; the colour only underlines the word. */
export function ReceiptState({ state }: { readonly state: State }) {
  const { t } = useTranslation();
  return (
    <em className="receipt-state" data-state={state}>
      {t(`receiptState.${state}`)}
    </em>
  );
}
