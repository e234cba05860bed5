import { type Kopecks, kopecks, roundHalfUp } from './money.ts';
import { fail, ok, type Result } from './result.ts';
import { type NumberFault, readNumber } from './typed-number.ts';

declare const quantityBrand: unique symbol;

/** How much of a product, as a whole number of thousandths (1 piece = 1000, 250 g = 250). Always positive. */
export type Quantity = number & { readonly [quantityBrand]: true };

/** No line of a receipt holds more than this: a hundred thousand pieces or kilograms. */
export const LARGEST_QUANTITY = 100_000_000;

/** `null` when `thousandths` is no positive whole number within reason. */
export function quantity(thousandths: number): Quantity | null {
  return Number.isInteger(thousandths) && thousandths > 0 && thousandths <= LARGEST_QUANTITY
    ? (thousandths as Quantity)
    : null;
}

export const ONE = 1000 as Quantity;

/** Price for one unit times quantity, half-up to a kopeck. */
export function cost(price: Kopecks, of: Quantity): Kopecks {
  return kopecks(roundHalfUp((price * of) / 1000));
}

/** As the services take it: 1500 → 1.5. */
export function toUnits(of: Quantity): number {
  return of / 1000;
}

/** As a person types it: "2", "0,250", "1.5", ",5". */
export function readQuantity(text: string): Result<Quantity, NumberFault | 'zero'> {
  const read = readNumber(text, 3, LARGEST_QUANTITY);
  if (!read.ok) return read;
  const of = quantity(read.value);
  return of === null ? fail('zero') : ok(of);
}

/** As a person types it; `null` when it is none. */
export function parseQuantity(text: string): Quantity | null {
  const read = readQuantity(text);
  return read.ok ? read.value : null;
}
