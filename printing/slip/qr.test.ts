import { expect, test } from 'vitest';
import type { SlipDocument } from '../../app/domain/slip.ts';
import { slipSchema } from '../../app/settings/slip.ts';
import { words } from '../text/words.ts';
import { slipComposer } from './composer.ts';
import { EXAMPLE_OUTCOME, exampleSale } from './examples.ts';

const at = new Date(2026, 0, 2, 23, 5).getTime();
const outlet = { name: 'Магазин', till: 'Касса 1', cashier: '' };
const sale = exampleSale(words('ru'));

const compose = (data: string, caption = '') =>
  slipComposer({ outlet, language: 'ru', slip: slipSchema.parse({ qr: { data, caption } }) });
const codesOf = ({ blocks }: SlipDocument) => blocks.flatMap((block) => (block.kind === 'qr' ? [block.data] : []));

test('the gaps of the address are filled from the receipt', () => {
  const slip = compose('https://s.example/{id}?n={number}&s={sum}&d={date}&n={number}').sale(sale, EXAMPLE_OUTCOME, at);
  expect(codesOf(slip)).toEqual([
    'https://s.example/0190b1f2-7c3a-7d4e-9f10-1234567890ab?n=12&s=385.47&d=2026-01-02&n=12',
  ]);
});

test('the caption stands above the code', () => {
  const { blocks } = compose('https://s.example', 'Мы в сети:').sale(sale, EXAMPLE_OUTCOME, at);
  expect(blocks.slice(-2)).toEqual([
    { kind: 'text', text: 'Мы в сети:', align: 'center' },
    { kind: 'qr', data: 'https://s.example' },
  ]);
});

test('a registration has the code only where it is the same for everybody', () => {
  expect(codesOf(compose('https://s.example').registration(sale.customer, at))).toEqual(['https://s.example']);
  expect(codesOf(compose('https://s.example/{id}').registration(sale.customer, at))).toEqual([]);
});
