import type { Comparison } from './comparison.ts';
import { firstByte } from './first-byte.ts';
import { slipBytes } from './slip-bytes.ts';

/** What printing adds to a sale. */
export async function print(): Promise<readonly Comparison[]> {
  return [await slipBytes(), await firstByte()];
}
