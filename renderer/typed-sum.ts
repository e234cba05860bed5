import { type Kopecks, parseAmount, ZERO } from '../app/domain/money.ts';

/** A typed sum in kopecks, an empty field as zero; `null` when it is no sum. */
export function readSum(text: string): Kopecks | null {
  return text.trim() === '' ? ZERO : parseAmount(text);
}
