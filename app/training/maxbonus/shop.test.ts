import { expect, test } from 'vitest';
import { isGtin } from '../../domain/gtin.ts';
import { parsePhone } from '../../domain/phone-reader.ts';
import { profileSchema } from '../../settings/profile.ts';
import { TRAINING_GROUPS } from './products.ts';
import { TRAINING_SHOP, trainingGoods } from './shop.ts';

test('the goods fit a till’s profile', () => {
  const profile = profileSchema.parse({
    version: 1,
    outlet: { name: '-', till: '-' },
    goods: trainingGoods(),
    groups: [...TRAINING_GROUPS],
  });
  expect(profile.goods).toHaveLength(TRAINING_SHOP.products.length);
  expect(profile.goods?.slice(0, 2)).toEqual([
    {
      code: '00101',
      barcode: '4607001234562',
      name: 'Держатель тростей ДТ-01',
      price: 129000,
      weighed: false,
      group: '02',
    },
    { code: '00123', name: 'Сало кручёное, кг', price: 10900, weighed: true, group: '0103' },
  ]);
});

test('articles and barcodes are each of one product; barcodes are valid', () => {
  const codes = TRAINING_SHOP.products.flatMap(({ code, barcode }) => (barcode ? [code, barcode] : [code]));
  expect(new Set(codes).size).toBe(codes.length);
  const barcodes = TRAINING_SHOP.products.flatMap(({ barcode = [] }) => barcode);
  expect(barcodes.filter((barcode) => !isGtin(barcode))).toEqual([]);
});

test('whatever is shown or typed at the till is one thing, and never looks like goods', () => {
  const { customers, blankCards, certificates, promos } = TRAINING_SHOP;
  const shown = [
    ...customers.flatMap(({ card, qr, shortCode, phone }) => [card, qr, shortCode, phone]),
    ...blankCards,
    ...[...certificates, ...promos].map(({ code }) => code),
  ].filter((code) => code !== undefined);
  expect(new Set(shown).size).toBe(shown.length);
  expect(shown.filter(isGtin)).toEqual([]);
  expect(customers.every(({ phone }) => parsePhone(phone, 'RU') === phone)).toBe(true);
});
