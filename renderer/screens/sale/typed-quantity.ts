import { ONE, type Quantity, readQuantity } from '../../../app/domain/quantity.ts';
import { fail, type Result } from '../../../app/domain/result.ts';
import type { NumberFault } from '../../../app/domain/typed-number.ts';

export type QuantityFault = NumberFault | 'zero' | 'whole-only';

/** Reads a typed quantity; goods sold by the piece have whole ones only. */
export function readSold(text: string, weighed: boolean): Result<Quantity, QuantityFault> {
  const read = readQuantity(text);
  return read.ok && !weighed && read.value % ONE !== 0 ? fail('whole-only') : read;
}
