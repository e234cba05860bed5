import { expect, test } from 'vitest';
import { slipSchema } from '../../app/settings/slip.ts';
import { words } from '../text/words.ts';
import { benefitSlip } from './benefit-slip.ts';
import { exampleBenefit } from './examples.ts';
import { slipStyle } from './parts.ts';

const outlet = { name: 'Магазин «Ромашка»', till: 'Касса 1', cashier: 'Смирнова О. В.' };
const style = slipStyle({ outlet, language: 'ru', slip: slipSchema.parse({}) });
const given = exampleBenefit(words('ru'));
const pairs = (slip = benefitSlip(style, given, 0)) =>
  slip.blocks.flatMap((block) => (block.kind === 'pair' ? [[block.label, block.value]] : []));

test('a benefit is told with its service, category, prices and the number of its transaction', () => {
  expect(benefitSlip(style, given, 0).blocks).toEqual(
    expect.arrayContaining([
      { kind: 'text', text: 'Хлеб и молочные продукты' },
      { kind: 'text', text: 'Льгота: Многодетная семья' },
    ]),
  );
  expect(pairs().slice(1)).toEqual([
    ['Цена услуги', '227.47'],
    ['Скидка по льготе', '-22.75'],
    ['ЦЕНА С ЛЬГОТОЙ', '204.72'],
    ['Номер операции ЕЦС', '700123'],
  ]);
});

test('nobody can tell from it who the holder is', () => {
  expect(JSON.stringify(benefitSlip(style, given, 0))).not.toContain(String(given.clientId));
});

test('a service without a price has none on it', () => {
  const slip = benefitSlip(style, { ...given, price: null, discountedPrice: null }, 0);
  expect(pairs(slip).map(([label]) => label)).toEqual(['Касса 1', 'Номер операции ЕЦС']);
});
