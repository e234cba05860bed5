import type { SaleView } from '../../../../app/contract/view.ts';
import { ZERO } from '../../../../app/domain/money.ts';
import type { Workstation } from '../../../workstation.ts';
import type { Unallowed } from './offline-words.ts';

/** What on the receipt only the loyalty service can allow, the first that stands in the way; `null` when nothing does. */
export function needsService({ redemption, certificates, promo }: SaleView): Unallowed | null {
  if (redemption.chosen > 0) return 'redemption';
  if (certificates.length > 0) return 'certificate';
  if (promo !== null) return 'promo';
  return null;
}

/** Takes all of it off the receipt, so that it can be taken without the service; stops at what the desk refuses. */
export async function dropWhatNeedsService({ screen, run }: Workstation): Promise<void> {
  const sale = () => screen.getState().view?.sale;
  screen.setState({ redemption: null });
  for (let left = sale()?.certificates.length ?? 0; left > 0; left -= 1) {
    if (!(await run('certificate.remove', { place: 0 }))) return;
  }
  if (sale()?.promo && !(await run('promo.remove', undefined))) return;
  // Asks the service on the way: it may be back.
  if ((sale()?.redemption.chosen ?? 0) > 0) await run('sale.calculate', { redemption: ZERO });
}
