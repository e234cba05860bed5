import type { SaleView } from '../../../../app/contract/view.ts';
import type { Kopecks } from '../../../../app/domain/money.ts';

export type DiscountStep = 'calculate' | 'pin' | 'done';

/** What a manual discount still needs: to be calculated, then the customer's PIN. */
export function discountStep({ calculated, redemption, pin }: SaleView, sum: Kopecks): DiscountStep {
  if (!calculated || redemption.chosen !== sum) return 'calculate';
  return pin.needed ? 'pin' : 'done';
}
