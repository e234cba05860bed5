import type { CommandName } from '../../../app/contract/commands.ts';
import type { View } from '../../../app/contract/view.ts';
import { needsService } from './offline/offline-checkout.ts';

export type CheckoutStep =
  | 'unsold'
  | 'waiting'
  | 'outdated'
  | 'refused'
  | 'pin'
  | 'tender'
  | 'offline'
  | 'offline-refused'
  | 'waived';

/**
 * How far a payment has come: what has to be done before money is taken. While the service is down a receipt is taken as it
 * stands, unless something on it is the service's to allow; where the service refuses it, when a person says so.
 */
export function checkoutStep(view: View, running: readonly CommandName[]): CheckoutStep {
  const { sale, busy } = view;
  if (view.unsold.length > 0) return 'unsold';
  if (busy === 'identifying' || busy === 'calculating' || running.includes('sale.calculate')) return 'waiting';
  if (sale.calculated) return sale.pin.needed ? 'pin' : 'tender';
  if (sale.waived) return 'waived';
  if (!view.offline?.queueing) return view.refusal ? 'refused' : 'outdated';
  return needsService(sale) ? 'offline-refused' : 'offline';
}
