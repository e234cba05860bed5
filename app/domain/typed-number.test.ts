import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fail, ok } from './result.ts';
import { readNumber } from './typed-number.ts';

const sum = (text: string) => readNumber(text, 2, 1_000_000_00);

test.each([
  ['300', 300_00],
  ['0', 0],
  ['007', 7_00],
  ['49.90', 49_90],
  ['49,9', 49_90],
  [',5', 50],
  ['.05', 5],
  ['1,', 1_00],
  ['1.', 1_00],
  [' 12 ', 12_00],
  ['1 000,50', 1000_50],
  ['1\u00a0000,50', 1000_50],
  ['1\u202f000,50', 1000_50],
  ['1\u2009000', 1000_00],
  ['1  000', 1000_00],
  ['100 000', 100_000_00],
  ['１２，５', 12_50],
  ['1000000', 1_000_000_00],
])('%j is %i in hundredths', (text, hundredths) => expect(sum(text)).toEqual(ok(hundredths)));

test.each(['', ' ', '\u00a0'])('%j is empty', (text) => expect(sum(text)).toEqual(fail('empty')));

test.each(['-1', '−1', '–1', '- 1', '-0,5', '－１'])('%j is below zero', (text) =>
  expect(sum(text)).toEqual(fail('negative')),
);

test.each([
  '1e3',
  '12-3',
  '1-',
  '--1',
  '+5',
  '5 ₽',
  '1.2.3',
  '1,2,3',
  '1,,2',
  ',',
  '.',
  '-',
  '12 34',
  '1 0000',
  ' 1000 000',
  '0x10',
  'два',
  '1O',
  '10З',
  '5²',
  '½',
  '٣',
  'Infinity',
  'NaN',
  '1_000',
  "1'000",
  '1,000.50',
  '1,000 5',
])('%j is no number', (text) => expect(sum(text)).toEqual(fail('no-number')));

test.each(['1,234', '0,001', '1,500'])('%j says more than there are places for', (text) =>
  expect(sum(text)).toEqual(fail('too-precise')),
);

test.each(['1000000,01', '1 000 001', '9'.repeat(400)])('%j is too large', (text) =>
  expect(sum(text)).toEqual(fail('too-large')),
);

test('a number is read as it was written, with either separator, with and without blanks between thousands', () => {
  const blanks = fc.constantFrom('', ' ', '\u00a0', '\u202f');
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 99_999_999 }),
      fc.constantFrom(',', '.'),
      blanks,
      (value, separator, blank) => {
        const digits = String(value).padStart(3, '0');
        const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, blank);
        expect(sum(`${whole}${separator}${digits.slice(-2)}`)).toEqual(ok(value));
      },
    ),
  );
});

test('whatever is typed is read or refused', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0159,. -−eEх\u00a0５，＋'), maxLength: 20 }), (text) => {
      const read = sum(text);
      if (read.ok) expect(Number.isInteger(read.value) && read.value >= 0).toBe(true);
    }),
  );
});
