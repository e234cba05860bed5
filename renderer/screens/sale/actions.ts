import type { SaleView } from '../../../app/contract/view.ts';
import { type Kopecks, ZERO } from '../../../app/domain/money.ts';
import { type PaymentKind, total } from '../../../app/domain/payment.ts';
import { problem } from '../../../app/domain/problem.ts';
import type { Quantity } from '../../../app/domain/quantity.ts';
import { focusOn } from '../../components/focus.ts';
import { openDialog } from '../../frame/in-front.ts';
import { isPaid, type Screen, selectedLine } from '../../screen.ts';
import { readSum } from '../../typed-sum.ts';
import type { Workstation } from '../../workstation.ts';
import { REDEMPTION_ID } from './ids.ts';

/** What the cashier can do on the sale screen, however it is asked for: by key, by button or by dialog. */

/** Moves the selection by one line up or down; it stops at the ends. */
export function moveCursor({ screen }: Workstation, step: 1 | -1): void {
  const lines = screen.getState().view?.sale.lines ?? [];
  const selected = selectedLine(screen.getState());
  const at = selected ? lines.indexOf(selected) : -1;
  const next = at < 0 ? lines.at(-1) : lines[Math.min(Math.max(at + step, 0), lines.length - 1)];
  if (next) screen.setState({ cursor: next.index });
}

export function removeSelected(workstation: Workstation): void {
  const line = selectedLine(workstation.screen.getState());
  if (line) void workstation.run('line.remove', { index: line.index });
}

/** Opens the quantity of the selected line, starting with what was typed before the key; what is scanned next comes in that too. */
export function openQuantity(workstation: Workstation, typed: Quantity | null): void {
  const { view } = workstation.screen.getState();
  const line = view?.sale.stage === 'open' ? selectedLine(workstation.screen.getState()) : null;
  if (typed !== null) arm(workstation, typed);
  if (line || typed !== null) workstation.screen.setState({ typed: '' });
  if (line) openDialog(workstation, { kind: 'quantity', index: line.index, typed });
}

/** The next goods that are scanned come in this quantity; `null`: as they are. */
export function arm({ run }: Workstation, quantity: Quantity | null): void {
  void run('sale.arm', { quantity });
}

/** Sends what stands in the universal field. It is emptied at once for the next scan, and comes back when it was refused. */
export async function enter({ screen, run }: Workstation): Promise<'taken' | 'refused'> {
  const text = screen.getState().typed.trim();
  screen.setState({ typed: '' });
  if (await run('sale.enter', { text })) return 'taken';
  screen.setState((now) => (now.typed === '' ? { typed: text } : {}));
  return 'refused';
}

/** Has the receipt calculated with the bonuses that stand on the screen. */
export async function calculate(workstation: Workstation): Promise<void> {
  const { screen, run, refuse } = workstation;
  const redemption = wantedRedemption(screen.getState());
  if (redemption === null) return refuse(problem('amount-out-of-range'));
  // Pressed while the customer is still being looked up: it is meant for after that.
  await deskFree(workstation);
  const done = await run('sale.calculate', { redemption });
  if (done && screen.getState().view?.sale.calculated) screen.setState({ redemption: null });
}

/** What Enter does in the empty field: the next thing that the receipt needs. */
export type EnterStep = 'calculate' | 'pay' | 'next-receipt' | null;

/** The button that does the same shows the key. `null`: nothing is needed, or it is being done. */
export function enterStep(screen: Screen): EnterStep {
  const { view, running } = screen;
  if (!view || view.busy !== null || running.length > 0) return null;
  if (isPaid(view.sale.stage)) return 'next-receipt';
  if (view.sale.stage !== 'open' || view.sale.lines.length === 0) return null;
  if ((view.offline?.queueing || view.sale.waived) && !view.sale.calculated) return 'pay';
  return view.sale.calculated && wantedRedemption(screen) === view.sale.redemption.chosen ? 'pay' : 'calculate';
}

export function pressEnter(workstation: Workstation): void {
  const step = enterStep(workstation.screen.getState());
  if (step === 'calculate') void calculate(workstation);
  else if (step === 'pay') void startCheckout(workstation, 'cash', { byEnter: true });
  else if (step === 'next-receipt') newReceipt(workstation);
}

/** Goes to the sum of bonuses; without a customer there are none. */
export function toRedemption({ screen, refuse }: Workstation): void {
  const sale = screen.getState().view?.sale;
  if (sale?.stage === 'open' && sale.customer === null) refuse(problem('no-customer'));
  else focusOn(REDEMPTION_ID);
}

/** Opens the payment. What has to be known before it — the calculation — is asked for first, by itself. */
export async function startCheckout(
  workstation: Workstation,
  payment: PaymentKind,
  by: { readonly byEnter?: true } = {},
): Promise<void> {
  const { screen, refuse } = workstation;
  const { view } = screen.getState();
  if (view?.sale.stage !== 'open') return;
  if (view.sale.lines.length === 0) return refuse(problem('sale-empty'));
  const redemption = wantedRedemption(screen.getState());
  if (redemption === null) return refuse(problem('amount-out-of-range'));

  openDialog(workstation, { kind: 'checkout', payment, ...by });
  if (view.sale.calculated && redemption === view.sale.redemption.chosen) return;
  await deskFree(workstation);
  if (screen.getState().dialog?.kind === 'checkout') await calculate(workstation);
}

/** The receipt belongs to nobody in particular again. */
export function removeCustomer({ screen, run }: Workstation): void {
  if (screen.getState().view?.sale.customer) void run('customer.remove', undefined);
}

/** Takes a new receipt; an open one that would be lost by it is asked about first. */
export function newReceipt(workstation: Workstation): void {
  const sale = workstation.screen.getState().view?.sale;
  if (sale?.stage === 'open' && !isBlank(sale)) openDialog(workstation, { kind: 'cancel' });
  else void workstation.run('sale.new', undefined);
}

/** True for a receipt that nothing was put on yet, and for which no money was taken. */
export function isBlank({ lines, customer, certificates, promo, taken }: SaleView): boolean {
  return (
    lines.length === 0 && customer === null && certificates.length === 0 && promo === null && total(taken) === ZERO
  );
}

/** The bonuses to take off as they stand on the screen; `null` when what is typed is no sum. */
function wantedRedemption({ view, redemption }: Screen): Kopecks | null {
  if (redemption === null) return view?.sale.redemption.chosen ?? ZERO;
  const read = readSum(redemption);
  return read.ok ? read.value : null;
}

/** Resolves once the desk waits for nothing. */
export function deskFree({ screen }: Workstation): Promise<void> {
  return new Promise((resolve) => {
    if (screen.getState().view?.busy === null) return resolve();
    const stop = screen.subscribe(({ view }) => {
      if (view?.busy !== null) return;
      stop();
      resolve();
    });
  });
}
