import { expect, test } from 'vitest';
import { promoSpellings } from './promo.ts';

test.each([
  ['SALE10', ['SALE10']],
  ['sale10', ['SALE10', 'sale10']],
  ['ЫФДУ10', ['SALE10', 'ЫФДУ10']],
  ['ыфду10', ['SALE10', 'ЫФДУ10', 'ыфду10']],
  ['ІФДУ10', ['SALE10', 'ІФДУ10']],
  ['СКИДКА', ['CRBLRF', 'СКИДКА']],
  ['10-20', ['10-20']],
])('%s may be meant as %j', (typed, spellings) => expect(promoSpellings(typed, 'upper')).toEqual(spellings));

test('where small letters are others than capitals, a code stays as it is typed', () => {
  expect(promoSpellings('Sale10', 'as-typed')).toEqual(['Sale10']);
  expect(promoSpellings('Ыфду10', 'as-typed')).toEqual(['Sale10', 'Ыфду10']);
});

test('what a scanner read is tried first', () => {
  expect(promoSpellings('sale10', 'upper', true)).toEqual(['sale10', 'SALE10']);
});
