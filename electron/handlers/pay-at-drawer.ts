import type { Kopecks } from '../../app/domain/money.ts';
import type { Tender } from '../../app/domain/payment.ts';
import type { Problem } from '../../app/domain/problem.ts';
import { ok, type Result } from '../../app/domain/result.ts';
import type { Desk } from '../../app/sale/desk.ts';
import type { Done } from '../../app/sale/workspace.ts';
import type { Printers } from '../devices/printers.ts';

/**
 * Pays, and opens the drawer for cash as soon as the payment is accepted: the money is in hand and change is due, whatever the
 * service will say. A drawer that stays shut is told when that is through, and hides nothing that the cashier has to know of
 * the receipt.
 */
export async function payAtDrawer(
  desk: Pick<Desk, 'pay' | 'notify' | 'state'>,
  printers: Pick<Printers, 'paidInCash'>,
  due: Kopecks,
  tender: Tender,
): Promise<Done> {
  let drawer: Promise<Result<undefined, Problem>> = Promise.resolve(ok(undefined));
  const paid = await desk.pay(due, tender, ({ inCash }) => {
    if (inCash) drawer = printers.paidInCash();
  });
  void drawer.then((opened) => {
    const { notice } = desk.state;
    if (!opened.ok && (notice === null || notice.tone === 'info')) desk.notify('warning', opened.error);
  });
  return paid;
}
