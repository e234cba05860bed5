import type { BenefitCaseView } from '../../../app/contract/benefit.ts';
import type { Kopecks } from '../../../app/domain/money.ts';
import { dismiss } from '../../frame/in-front.ts';
import { goTo } from '../../places.ts';
import type { Workstation } from '../../workstation.ts';
import type { Prices, Target } from './price-draft.ts';

/** The cashier has compared the photograph: the ЕЦС is asked. A second press while it is asked is none. */
export function check({ screen, run }: Workstation, price: Kopecks | null): void {
  if (!screen.getState().view?.benefits?.checking) void run('benefit.check', { photoCompared: true, price });
}

/** The holder takes the service. With a discount on the receipt the sale goes on there. */
export async function give(
  workstation: Workstation,
  { id, categories }: BenefitCaseView,
  category: number,
  prices: Prices,
  target: Target,
): Promise<boolean> {
  const categoryId = categories[category]?.id;
  if (categoryId === undefined) return false;
  const onto = target.onto === 'none' ? null : { line: target.onto === 'line' ? target.line : null };
  const given = await workstation.run('benefit.give', { caseId: id, categoryId, ...prices, onto });
  if (given && onto) goTo(workstation, 'sale');
  return given;
}

/** Takes away what is in front: a message, then the card; where there is nothing, leads back to the sale. */
export function leaveOne(workstation: Workstation): void {
  const { view, failure } = workstation.screen.getState();
  if (failure || view?.notice) dismiss(workstation);
  else if (view?.benefits?.card || view?.benefits?.problem) void workstation.run('benefit.putAway', undefined);
  else goTo(workstation, 'sale');
}
