import { type Kopecks, kopecks, roundHalfUp } from '../money.ts';
import { type Problem, problem } from '../problem.ts';
import type { Product } from '../product.ts';
import { ONE, type Quantity, quantity } from '../quantity.ts';
import { fail, ok, type Result } from '../result.ts';

/** How much of its goods a code says that there is: grams, what the whole costs, or pieces; a whole number. */
export type Measure = {
  readonly unit: 'g' | 'kopecks' | 'pieces';
  readonly value: number;
  /** False for what a package merely tells of itself: sold by the piece it is one piece. */
  readonly binding: boolean;
};

/**
 * The quantity of a line by what its code says. A sum is divided by the product's price and rounded to the gram, so that the
 * line may differ from the label by what half a gram costs. Fails with a problem for the cashier where the product is sold
 * in whole pieces and this is none, or where nothing comes out at all.
 */
export function measuredQuantity(product: Product, measure: Measure | null): Result<Quantity, Problem> {
  if (measure === null || !(measure.binding || product.weighed)) return ok(ONE);
  const counted = quantity(thousandths(product.price, measure));
  if (counted === null) return fail(problem('code-not-understood'));
  const whole = counted % ONE === 0 && measure.unit !== 'g';
  return product.weighed || whole ? ok(counted) : fail(problem('whole-pieces-only'));
}

function thousandths(price: Kopecks, { unit, value }: Measure): number {
  switch (unit) {
    case 'g':
      return value;
    case 'kopecks':
      return price > 0 ? roundHalfUp((kopecks(value) * 1000) / price) : 0;
    case 'pieces':
      return value * ONE;
  }
}
