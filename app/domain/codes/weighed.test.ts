import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withCheckDigit } from '../gtin.ts';
import { readWeighed, type WeighedRule } from './weighed.ts';

const grams: WeighedRule = { prefix: '21', article: [2, 5], value: [7, 5], unit: 'g', checkDigit: true };
const roubles: WeighedRule = { prefix: '22', article: [2, 4], value: [6, 6], unit: 'kopecks', checkDigit: true };
const pieces: WeighedRule = { prefix: '2345', article: [0, 7], value: [7, 6], unit: 'pieces', checkDigit: false };
const RULES = [pieces, grams, roubles];

test('the first rule that a code fits says what is in it', () => {
  expect(readWeighed(withCheckDigit('210012300350'), RULES)).toEqual({
    kind: 'goods',
    barcodes: [withCheckDigit('210012300000')],
    articles: ['00123', '123'],
    measure: { unit: 'g', value: 350, binding: true },
    mark: null,
    certain: true,
  });
  expect(readWeighed(withCheckDigit('220123004547'), RULES)).toMatchObject({
    articles: ['0123', '123'],
    measure: { unit: 'kopecks', value: 4547 },
  });
  expect(readWeighed('2345678000012', RULES)).toMatchObject({
    articles: ['2345678', '2345678'],
    measure: { unit: 'pieces', value: 12 },
  });
});

test.each([
  ['a wrong check digit', '2100123003502'],
  ['a prefix of no rule', withCheckDigit('250012300350')],
  ['a number from outside the shop', withCheckDigit('460049400021')],
  ['too short', '210012300350'],
  ['letters', '21001230035AB'],
])('%s is none', (_what, text) => expect(readWeighed(text, RULES)).toBeNull());

test('article and weight come out as the scales put them in', () => {
  fc.assert(
    fc.property(fc.nat(99_999), fc.nat(99_999), (article, weight) => {
      const digits = (value: number) => String(value).padStart(5, '0');
      const code = withCheckDigit(`21${digits(article)}${digits(weight)}`);
      expect(readWeighed(code, [grams])).toMatchObject({
        articles: [digits(article), String(article)],
        measure: { value: weight },
      });
    }),
  );
});
