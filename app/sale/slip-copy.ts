import { problem } from '../domain/problem.ts';
import type { ReceiptId } from '../domain/receipt.ts';
import { fail } from '../domain/result.ts';
import type { SlipDocument } from '../domain/slip.ts';
import type { Clock, ReturnJournal, SaleJournal, SlipComposer, SlipQueue } from './ports.ts';
import { stored } from './stored.ts';
import { DONE, type Done } from './workspace.ts';

type SlipCopyPorts = {
  readonly journal: Pick<SaleJournal, 'sale'>;
  readonly returns: Pick<ReturnJournal, 'receipt'>;
  readonly slips: Pick<SlipQueue, 'print' | 'reprint'>;
  readonly compose: Pick<SlipComposer, 'sale' | 'notice'>;
  readonly clock: Clock;
};

/** Prints a receipt's slip once more, marked as a copy; one that went with a damaged journal is composed anew. */
export function printCopy(receipt: ReceiptId, ports: SlipCopyPorts): Done {
  if (ports.slips.reprint(receipt)) return DONE;
  const slip = composed(receipt, ports);
  if (!slip) return fail(problem('nothing-to-print'));
  const queued = stored(() => ports.slips.print(slip, 'sale', true));
  return queued.ok ? DONE : queued;
}

/** `null` for a receipt that was not paid: it has no slip. */
function composed(id: ReceiptId, { journal, returns, compose, clock }: SlipCopyPorts): SlipDocument | null {
  const sale = journal.sale(id);
  if (sale?.stage.at === 'queued') return compose.notice(sale, clock.now());
  if (sale?.stage.at !== 'written') return null;
  return compose.sale(sale, sale.stage.outcome, returns.receipt(id)?.writtenAt ?? clock.now());
}
