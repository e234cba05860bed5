import type { ReceiptView } from '../../../../app/contract/receipts.ts';
import { ReceiptSearch } from './receipt-search.tsx';
import { ReturnForm } from './return-form.tsx';

/** Gives goods of a written receipt back: first the receipt is found, then its lines. */
export function ReturnDialog({ receipt }: { readonly receipt: ReceiptView | null }) {
  return receipt ? <ReturnForm receipt={receipt} /> : <ReceiptSearch />;
}
