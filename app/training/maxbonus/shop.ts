import type { ProfileInput } from '../../settings/profile.ts';
import { TRAINING_CERTIFICATES } from './certificates.ts';
import { TRAINING_BLANK_CARDS, TRAINING_CUSTOMERS } from './customers.ts';
import type { Shop } from './model.ts';
import { TRAINING_PRODUCTS } from './products.ts';
import { TRAINING_PROMOS } from './promos.ts';

export const TRAINING_SHOP: Shop = {
  name: 'Магазин «Центральный»',
  products: TRAINING_PRODUCTS,
  customers: TRAINING_CUSTOMERS,
  blankCards: TRAINING_BLANK_CARDS,
  certificates: Object.values(TRAINING_CERTIFICATES),
  promos: Object.values(TRAINING_PROMOS),
  redemptionPercent: 30,
  redemptionLimit: 500,
};

/** How the shop's own codes look, for a till's profile. */
export const TRAINING_CODES = {
  cards: ['77\\d{14}', 'MB-QR-[0-9A-F]{16}'],
  certificates: ['88\\d{14}'],
  promos: ['[A-Z]{4}\\d{2,3}'],
};

/** The shop's goods for a till's profile. */
export function trainingGoods(): NonNullable<ProfileInput['goods']> {
  return TRAINING_PRODUCTS.map(({ code, barcode, name, price, weighed, group }) => ({
    code,
    name,
    price,
    ...(group && { group }),
    ...(barcode && { barcode }),
    ...(weighed && { weighed }),
  }));
}
