import { type Kopecks, LARGEST_AMOUNT, roundHalfUp, share } from '../../../../app/domain/money.ts';
import { readSum } from '../../../typed-sum.ts';

/** What was typed last, the sum or the percentage; the other one follows from it. */
export type DiscountDraft = { readonly typed: 'sum' | 'percent'; readonly text: string };

/** Both ways to say how much; `null` where it cannot be said. */
export type LinkedSums = { readonly sum: Kopecks | null; readonly percent: number | null };

/** Reads the draft against the sum before it; half-up to a kopeck and to a hundredth of a per cent. */
export function linkSums({ typed, text }: DiscountDraft, before: Kopecks): LinkedSums {
  const read = readSum(text);
  if (!read.ok) return { sum: null, percent: null };
  const { value } = read;
  if (typed === 'sum') return { sum: value, percent: before > 0 ? roundHalfUp((value * 10_000) / before) / 100 : null };
  // Percentages are typed as sums are, with two places.
  const percent = value / 100;
  return { sum: (before * percent) / 100 > LARGEST_AMOUNT ? null : share(before, percent), percent };
}
