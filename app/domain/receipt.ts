import { type Kopecks, plus } from './money.ts';
import type { Product } from './product.ts';
import { cost, type Quantity } from './quantity.ts';

declare const receiptIdBrand: unique symbol;

/** Our own id of a receipt (a UUID); the services know the receipt by it, so that a repeated write is told from a new one. */
export type ReceiptId = string & { readonly [receiptIdBrand]: true };

export type Line = {
  /** Counts from 1, never reused within a receipt; ties a line to its part of the calculation. */
  readonly index: number;
  readonly product: Product;
  readonly quantity: Quantity;
};

/** Before any discount. */
export function lineTotal(line: Line): Kopecks {
  return cost(line.product.price, line.quantity);
}

export function linesTotal(lines: readonly Line[]): Kopecks {
  return plus(...lines.map(lineTotal));
}
