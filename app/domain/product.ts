import type { Kopecks } from './money.ts';

/** What the shop sells, as the catalogue knows it. */
export type Product = {
  /** The shop's article; MaxBonus knows the product by it. */
  readonly code: string;
  readonly barcode: string | null;
  readonly name: string;
  /** For one piece or one kilogram. */
  readonly price: Kopecks;
  /** Sold by weight: the quantity has three decimals. */
  readonly weighed: boolean;
};

/** The line of a receipt whose goods were rung up elsewhere and only the sum is typed here. */
export const TYPED_AMOUNT_CODE = '0';
