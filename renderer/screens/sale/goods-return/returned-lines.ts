import type { CommandInput } from '../../../../app/contract/commands.ts';
import type { ReceiptView } from '../../../../app/contract/receipts.ts';
import { type Quantity, quantity } from '../../../../app/domain/quantity.ts';
import { fail, ok, type Result } from '../../../../app/domain/result.ts';
import type { Format } from '../../../format.ts';
import { type QuantityFault, readSold } from '../typed-quantity.ts';

/** A line of a written receipt. */
export type SoldLine = ReceiptView['lines'][number];

/** What is typed as the quantity to give back, by line index; a line that is left out gives nothing back. */
export type TypedQuantities = Readonly<Record<number, string>>;

/** All that can still be given back. */
export function everything(lines: readonly SoldLine[], format: Format): TypedQuantities {
  return Object.fromEntries(
    lines.flatMap((line) => {
      const left = quantity(line.returnable);
      return left === null ? [] : [[line.index, format.typedQuantity(left, line.weighed)]];
    }),
  );
}

/** Reads one quantity to give back; `null` when nothing is. */
export function readReturned(text: string, line: SoldLine): Result<Quantity | null, QuantityFault | 'too-much'> {
  const read = readSold(text, line.weighed);
  if (read.ok) return read.value > line.returnable ? fail('too-much') : read;
  if (read.error === 'empty' || read.error === 'zero') return ok(null);
  return read.error === 'too-large' ? fail('too-much') : read;
}

/** The lines to give back, as the desk takes them; `null` while one of the quantities cannot be read. */
export function readLines(
  lines: readonly SoldLine[],
  typed: TypedQuantities,
): CommandInput<'return.preview'>['lines'] | null {
  const read = lines.map((line) => ({ index: line.index, quantity: readReturned(typed[line.index] ?? '', line) }));
  if (read.some((line) => !line.quantity.ok)) return null;
  return read.flatMap(({ index, quantity: of }) => (of.ok && of.value !== null ? [{ index, quantity: of.value }] : []));
}
