import type { View } from '../../../../app/contract/view.ts';
import { isWriting, openDialog } from '../../../frame/in-front.ts';
import type { Workstation } from '../../../workstation.ts';
import { isBlank } from '../actions.ts';

/** What the one key for both ways does now: put the receipt on the desk aside, or show those that are. */
export function holdStep({ sale, held }: Pick<View, 'sale' | 'held'>): 'hold' | 'list' {
  const nothingToHold = sale.stage !== 'open' || isBlank(sale);
  return nothingToHold && held.length > 0 ? 'list' : 'hold';
}

/** Puts the receipt aside; the desk says so when there is nothing to put aside. */
export function holdOrTakeBack(workstation: Workstation): void {
  const { view } = workstation.screen.getState();
  if (!view || isWriting(view)) return;
  if (holdStep(view) === 'list') openHeldReceipts(workstation);
  else void workstation.run('receipt.hold', undefined);
}

/** Opens the list of held receipts, when there is one in it. */
export function openHeldReceipts(workstation: Workstation): void {
  const { view } = workstation.screen.getState();
  if (view && view.held.length > 0 && !isWriting(view)) openDialog(workstation, { kind: 'held' });
}
