import { z } from 'zod';
import { type Kopecks, LARGEST_AMOUNT, roundHalfUp } from '../domain/money.ts';

const roubles = z
  .number()
  .min(0.01)
  .max(LARGEST_AMOUNT / 100)
  .transform((value) => roundHalfUp(value * 100) as Kopecks);

/** Limits of a sum that a person types as a line of the receipt: digits of a code or a phone must not become one. */
export const sumsSchema = z.strictObject({
  /** More than this is asked about. */
  confirmAbove: roubles.prefault(100_000),
  /** More than this is not taken. */
  largest: roubles.prefault(1_000_000),
});
