import { type Kopecks, minus, plus, ZERO } from './money.ts';
import type { Product } from './product.ts';
import { cost, type Quantity } from './quantity.ts';

declare const receiptIdBrand: unique symbol;

/** Our own id of a receipt (a UUID); the services know the receipt by it, so that a repeated write is told from a new one. */
export type ReceiptId = string & { readonly [receiptIdBrand]: true };

/** What a benefit took off a line. */
export type LineBenefit = {
  /** The benefit case that the discount comes of. */
  readonly caseId: number;
  /** Of the benefit category; empty once the receipt is over. */
  readonly name: string;
  /** Of one unit, without the benefit. */
  readonly price: Kopecks;
  /** Of one piece that was parted from its line, so that all lines together come out to the kopeck: that line's index. */
  readonly pieceOf?: number;
};

export type Line = {
  /** Counts from 1, never reused within a receipt; ties a line to its part of the calculation. */
  readonly index: number;
  readonly product: Product;
  readonly quantity: Quantity;
  /** Of one marked piece: what tells it from every other («Честный знак», identification code). */
  readonly mark?: string;
  /** The product's price is lowered by it. */
  readonly benefit?: LineBenefit;
};

/** Before any discount. */
export function lineTotal(line: Line): Kopecks {
  return cost(line.product.price, line.quantity);
}

export function linesTotal(lines: readonly Line[]): Kopecks {
  return plus(...lines.map(lineTotal));
}

/** How much less a line costs by its benefit. */
export function benefitOff({ product, quantity, benefit }: Line): Kopecks {
  return benefit ? minus(cost(benefit.price, quantity), cost(product.price, quantity)) : ZERO;
}
