import { type Kopecks, readAmount, ZERO } from '../app/domain/money.ts';
import { ok, type Result } from '../app/domain/result.ts';
import type { NumberFault } from '../app/domain/typed-number.ts';

/** A typed sum in kopecks, an empty field as zero. */
export function readSum(text: string): Result<Kopecks, NumberFault> {
  const read = readAmount(text);
  return !read.ok && read.error === 'empty' ? ok(ZERO) : read;
}
