import { expect, test } from 'vitest';
import { kopecks, parseAmount } from '../app/domain/money.ts';
import { ONE, parseQuantity, quantity } from '../app/domain/quantity.ts';
import { formatFor } from './format.ts';
import { LANGUAGES, languageOf } from './text/language.ts';

/** Narrow and wide no-break spaces differ between editions of CLDR; people see a space. */
const spaced = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

test.each([
  ['ru', '1 290,00', '−129,00'],
  ['uk', '1 290,00', '−129,00'],
  ['en', '1,290.00', '−129.00'],
] as const)('money in %s', (language, positive, negative) => {
  const { money } = formatFor(language);
  expect(spaced(money(kopecks(129_000)))).toBe(positive);
  expect(spaced(money(kopecks(-12_900)))).toBe(negative);
  expect(money(kopecks(0))).toMatch(/^0[.,]00$/);
});

test.each(LANGUAGES)('what a field starts with in %s reads back as the same sum', (language) => {
  for (const amount of [0, 1, 99, 100, 124_370, 123_456_789]) {
    expect(parseAmount(formatFor(language).typed(kopecks(amount)))).toBe(amount);
  }
});

test('a large sum is said roughly, in words', () => {
  expect(formatFor('ru').roughly(kopecks(482_915_00)).replace(/\s/g, ' ')).toBe('483 тысячи');
  expect(formatFor('en').roughly(kopecks(914_000_000_00))).toBe('914 million');
});

test('pieces have no decimals, goods by weight always three', () => {
  const ru = formatFor('ru');
  expect(ru.quantity(ONE, false)).toBe('1');
  expect(ru.quantity(ONE, true)).toBe('1,000');
  const quarter = quantity(250);
  expect(quarter && ru.quantity(quarter, true)).toBe('0,250');
  expect(parseQuantity('0,250')).toBe(quarter);
});

test.each(LANGUAGES)('a quantity in %s reads back as the same, however large', (language) => {
  const { typedQuantity } = formatFor(language);
  for (const thousandths of [1000, 250, 1_000_000, 1_234_567]) {
    const wanted = quantity(thousandths) ?? ONE;
    expect(parseQuantity(typedQuantity(wanted, true))).toBe(wanted);
    if (thousandths % ONE === 0) expect(parseQuantity(typedQuantity(wanted, false))).toBe(wanted);
  }
});

test('milliseconds are told as seconds', () => {
  expect(formatFor('ru').seconds(350)).toBe('0,35');
  expect(formatFor('en').seconds(61_204)).toBe('61.20');
});

test('a percentage has two places', () => {
  expect(formatFor('ru').percent(30)).toBe('30,00');
  expect(formatFor('en').percent(1033.333)).toBe('1033.33');
});

test('a moment has its date and its time', () => {
  const at = new Date(2025, 10, 21, 9, 5);
  expect(spaced(formatFor('ru').moment(at))).toBe('21.11.2025, 09:05');
  expect(spaced(formatFor('uk').moment(at))).toBe('21.11.2025, 09:05');
});

test('a round sum has no kopecks', () => {
  expect(spaced(formatFor('ru').whole(kopecks(125_000)))).toBe('1 250');
  expect(spaced(formatFor('ru').count(1_250))).toBe('1 250');
});

test('the clock has 24 hours', () => {
  expect(formatFor('en').clock(new Date(2025, 0, 1, 0, 7))).toBe('00:07');
  expect(formatFor('ru').clock(new Date(2025, 0, 1, 23, 59))).toBe('23:59');
});

test.each([
  ['ru', 'ru'],
  ['uk-UA', 'uk'],
  ['EN', 'en'],
  ['de', 'ru'],
  ['', 'ru'],
  ['__LANG__', 'ru'],
])('the tag %j is read as %s', (tag, language) => {
  expect(languageOf(tag)).toBe(language);
});
