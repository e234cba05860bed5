import type { Measure } from './measure.ts';

/** The program knows these codes by their shape and has no use for them where a receipt is made. */
export type OtherCode =
  | 'social-card'
  | 'diia'
  | 'max'
  | 'fiscal-receipt'
  | 'fast-payment'
  | 'certificate-goods'
  | 'certificate-settings'
  | 'excise-mark';

/** What the shape of a code says that it may be; what is in the catalogue, and what the cashier has open, are not asked. */
export type Meaning =
  | GoodsMeaning
  /** A code of the shop's own, by its mask. */
  | { readonly kind: 'own'; readonly own: OwnCode }
  | { readonly kind: 'other'; readonly what: OtherCode };

export type OwnCode = 'card' | 'certificate' | 'promo';

export type GoodsMeaning = {
  readonly kind: 'goods';
  /** Bar codes under which the catalogue may hold the product, the likeliest first; then articles. */
  readonly barcodes: readonly string[];
  readonly articles: readonly string[];
  /** How much the code says that it is; `null` for one piece, or a weight that is still to be told. */
  readonly measure: Measure | null;
  /** Of a code that stands for one single piece: what tells it from every other. */
  readonly mark: string | null;
  /** It has elements beside its product number, where a weight could have stood. */
  readonly detailed?: true;
  /** False where digits of another meaning may look the same: then unknown goods are none. */
  readonly certain: boolean;
};
