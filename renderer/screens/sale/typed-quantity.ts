import { ONE, parseQuantity, type Quantity } from '../../../app/domain/quantity.ts';
import { fail, ok, type Result } from '../../../app/domain/result.ts';

/** Reads a typed quantity; goods sold by the piece have whole ones only. */
export function readQuantity(text: string, weighed: boolean): Result<Quantity, 'wrong' | 'whole-only'> {
  const read = parseQuantity(text);
  if (read === null) return fail('wrong');
  return weighed || read % ONE === 0 ? ok(read) : fail('whole-only');
}
