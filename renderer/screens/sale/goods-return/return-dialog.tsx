import type { ReceiptView } from '../../../../app/contract/receipts.ts';
import { ReceiptSearch } from './receipt-search.tsx';
import { ReturnForm } from './return-form.tsx';

type ReturnDialogProps = { readonly receipt: ReceiptView | null; readonly confirming: boolean };

/** Gives goods of a written receipt back: first the receipt is found, then its lines, then what comes back is confirmed. */
export function ReturnDialog({ receipt, confirming }: ReturnDialogProps) {
  return receipt ? <ReturnForm receipt={receipt} confirming={confirming} /> : <ReceiptSearch />;
}
