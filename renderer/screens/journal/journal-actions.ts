import type { ReceiptDetails } from '../../../app/contract/journal.ts';
import type { ReceiptView } from '../../../app/contract/receipts.ts';
import { isUndecided, opened } from '../../screen.ts';
import type { Workstation } from '../../workstation.ts';

/** Goods of the receipt can still be given back. */
export function isReturnable({ state }: Pick<ReceiptDetails, 'state'>): boolean {
  return state === 'written' || state === 'returned-in-part';
}

/** Goes to the sale with the return of this receipt in front of it. */
export function returnGoods({ screen }: Workstation, receipt: ReceiptDetails): void {
  if (!isReturnable(receipt)) return;
  screen.setState((now) => ({
    place: 'sale',
    failure: null,
    // What became of a write comes first.
    ...(now.view && isUndecided(now.view.sale.stage)
      ? {}
      : opened(now, { kind: 'return', receipt: receiptToReturn(receipt) })),
  }));
}

function receiptToReturn({ id, number, at, paid, phoneEnding, lines }: ReceiptDetails): ReceiptView {
  return {
    id,
    number,
    writtenAt: at,
    paid,
    phoneEnding,
    lines: lines.map(({ index, name, weighed, quantity, returned, price }) => ({
      index,
      name,
      weighed,
      sold: quantity,
      returnable: quantity - returned,
      price,
    })),
  };
}
