import type { Kopecks } from '../../../../app/domain/money.ts';
import { closeDialog } from '../../../frame/in-front.ts';
import type { Workstation } from '../../../workstation.ts';
import { deskFree } from '../actions.ts';
import { openForSale } from '../dialog-actions.ts';
import { discountStep } from './discount-step.ts';

/** Opens the manual discount. How much may be taken off is asked for first, by itself. */
export async function openManualDiscount(workstation: Workstation): Promise<void> {
  const { screen, run } = workstation;
  if (!openForSale(workstation, { kind: 'manual-discount', markUp: false })) return;
  await deskFree(workstation);
  const { dialog, view } = screen.getState();
  const { sale } = view ?? {};
  if (dialog?.kind !== 'manual-discount' || !sale?.customer || sale.calculated || sale.lines.length === 0) return;
  await run('sale.calculate', { redemption: sale.redemption.chosen });
}

/**
 * Takes bonuses off as the discount, step by step; the dialog closes when nothing is left to do. True when the step was
 * carried out: what the desk made of the sum stands in the snapshot.
 */
export async function applyDiscount(workstation: Workstation, sum: Kopecks, pin: string): Promise<boolean> {
  const { screen, run } = workstation;
  const step = () => {
    const sale = screen.getState().view?.sale;
    return sale && discountStep(sale, sum);
  };
  await deskFree(workstation);
  const first = step();
  const carriedOut =
    first === 'done' ||
    (first === 'pin' ? await run('pin.check', { pin }) : await run('sale.calculate', { redemption: sum }));
  if (carriedOut) screen.setState({ redemption: null });
  if (step() === 'done') closeDialog(workstation, 'manual-discount');
  return carriedOut;
}

/** Adds a sum on top of the receipt. */
export async function applyMarkUp(workstation: Workstation, amount: Kopecks): Promise<void> {
  if (await workstation.run('sale.markUp', { amount })) closeDialog(workstation, 'manual-discount');
}
