import { expect, test } from 'vitest';
import { isGtin } from '../../domain/gtin.ts';
import { parsePhone } from '../../domain/phone.ts';
import { profileSchema } from '../../settings/profile.ts';
import { TRAINING_SHOP, trainingGoods } from './shop.ts';

test('the goods fit a till’s profile', () => {
  const profile = profileSchema.parse({ version: 1, outlet: { name: '-', till: '-' }, goods: trainingGoods() });
  expect(profile.goods).toHaveLength(TRAINING_SHOP.products.length);
  expect(profile.goods?.slice(0, 2)).toEqual([
    { code: '00101', barcode: '4607001234562', name: 'Держатель тростей ДТ-01', price: 129000, weighed: false },
    { code: '00123', name: 'Сало кручёное, кг', price: 10900, weighed: true },
  ]);
});

test('articles and barcodes are each of one product; barcodes of plain goods are valid', () => {
  const codes = TRAINING_SHOP.products.flatMap(({ code, barcode }) => (barcode ? [code, barcode] : [code]));
  expect(new Set(codes).size).toBe(codes.length);
  const barcodes = TRAINING_SHOP.products.flatMap(({ barcode = [] }) => barcode);
  // One has a wrong check digit, as happens on shelves: a till must find the goods all the same.
  expect(barcodes.filter((barcode) => !isGtin(barcode))).toEqual(['4607001234562']);
});

test('what customers show is each of one customer and never looks like goods', () => {
  const shown = TRAINING_SHOP.customers.flatMap(({ card, qr, shortCode, phone }) => [card, qr, shortCode, phone]);
  expect(new Set(shown).size).toBe(shown.length);
  expect(shown.filter(isGtin)).toEqual([]);
  expect(TRAINING_SHOP.customers.every(({ phone }) => parsePhone(phone) === phone)).toBe(true);
});
