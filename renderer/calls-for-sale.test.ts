import { expect, test } from 'vitest';
import type { View } from '../app/contract/view.ts';
import { kopecks } from '../app/domain/money.ts';
import { quantity } from '../app/domain/quantity.ts';
import { callsForSale } from './calls-for-sale.ts';
import { testLine, testView } from './fixture.ts';
import { BLANK_SCREEN, received } from './screen.ts';

const two = quantity(2_000) ?? testLine(1).quantity;
const anna = testView().sale.customer;
const lines = testView().sale.lines;

test.each<[name: string, next: View]>([
  ['goods', testView({ sale: { lines: [...lines, testLine(4)] } })],
  ['one more of the same', testView({ sale: { lines: [testLine(1, { quantity: two }), testLine(2), testLine(3)] } })],
  ['goods on the next receipt', testView({ sale: { number: 8, lines: [testLine(1)] } })],
  ['a customer', testView({ sale: { customer: anna && { ...anna, phoneEnding: '0055' } } })],
  ['a promo code', testView({ sale: { promo: { code: 'SALE10', answer: null } } })],
  ['a certificate', testView({ certificate: { ending: '0101', balance: kopecks(1), suggested: kopecks(1) } })],
  ['a code of several meanings', testView({ question: { id: 1, text: '482915', options: [] } })],
])('%s scanned brings the sale back in front', (_name, next) => {
  expect(callsForSale(testView(), next)).toBe(true);
  const journal = { ...BLANK_SCREEN, view: testView(), place: 'journal' } as const;
  expect(received(journal, { ...next, revision: 2 }).place).toBe('sale');
});

test.each<[name: string, next: View]>([
  ['a calculation', testView({ sale: { lines: lines.map((line) => ({ ...line, discount: kopecks(1) })) } })],
  ['a receipt written at last', testView({ sale: { stage: 'written' } })],
  ['a customer’s new balance', testView({ sale: { customer: anna && { ...anna, balance: kopecks(5) } } })],
  ['a line taken away', testView({ sale: { lines: [testLine(1)] } })],
  ['a blank receipt', testView({ sale: { number: 8, lines: [], customer: null } })],
  ['a printed slip', testView({ queue: 3 })],
  ['the outbox', testView({ outbox: { waiting: 2, dead: 1 } })],
])('%s does not', (_name, next) => {
  expect(callsForSale(testView(), next)).toBe(false);
  const journal = { ...BLANK_SCREEN, view: testView(), place: 'journal' } as const;
  expect(received(journal, { ...next, revision: 2 }).place).toBe('journal');
});

test('a question that was already there is no new one', () => {
  const question = { id: 1, text: '482915', options: [] };
  expect(callsForSale(testView({ question }), testView({ question, queue: 1 }))).toBe(false);
});
