import type { CommandName } from '../../../app/contract/commands.ts';
import type { View } from '../../../app/contract/view.ts';

export type CheckoutStep = 'waiting' | 'outdated' | 'pin' | 'tender';

/** How far a payment has come: what has to be done before money is taken. */
export function checkoutStep(view: View, running: readonly CommandName[]): CheckoutStep {
  const { sale, busy } = view;
  if (busy === 'identifying' || busy === 'calculating' || running.includes('sale.calculate')) return 'waiting';
  if (!sale.calculated) return 'outdated';
  return sale.pin.needed ? 'pin' : 'tender';
}
