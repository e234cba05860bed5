import type { View } from '../../../app/contract/view.ts';
import type { Workstation } from '../../workstation.ts';

/** Calls the listener whenever receipts of the journal may have become others; gives back how to stop. */
export function onJournalChange({ screen }: Workstation, listener: () => void): () => void {
  return screen.subscribe((now, before) => {
    if (now.view && before.view && changesReceipts(before.view, now.view)) listener();
  });
}

function changesReceipts(before: View, now: View): boolean {
  return (
    now.sale.number !== before.sale.number ||
    now.sale.stage !== before.sale.stage ||
    now.outbox !== before.outbox ||
    now.held !== before.held ||
    now.returnInDoubt !== before.returnInDoubt
  );
}
