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

/** A group of goods; promotions of the loyalty service can name it. */
export type GoodsGroup = {
  readonly code: string;
  readonly name: string;
  /** Code of the group that it belongs to. */
  readonly parent: string | null;
};

/** A product with the code of its group, as only the catalogue and the loyalty service need it. */
export type CatalogueItem = Product & { readonly group: string | null };

/** Goods with the groups that they, and these groups, belong to. */
export type Assortment = { readonly groups: readonly GoodsGroup[]; readonly items: readonly CatalogueItem[] };

/** The line of a receipt whose goods were rung up elsewhere and only the sum is typed here. */
export const TYPED_AMOUNT_CODE = '0';
