import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GS } from './elements.ts';
import { USUAL_SEPARATORS, withSeparators } from './separators.ts';

const WATER = `0104600494000218215iQ"b%k&fR2Wy${GS}93d0Zq`;
const SHOES = `010460049400021821kFd3w8?xP1LmZ${GS}91EE08${GS}92${'aZ9/'.repeat(22)}`;

describe('separators are put back', () => {
  test.each(USUAL_SEPARATORS)('where the scanner sent «%s»', (replacement) => {
    for (const code of [WATER, SHOES]) {
      expect(withSeparators(code.replaceAll(GS, replacement), USUAL_SEPARATORS)).toBe(code);
      expect(withSeparators(replacement + code.replaceAll(GS, replacement), USUAL_SEPARATORS)).toBe(GS + code);
    }
  });

  test('where they were lost without a trace, by the lengths that the kind of goods has', () => {
    const tobacco = `010460049400021821AbC1!2x${GS}8005123456${GS}93aB1z`;
    const milk = `01046004940002182112ab3C${GS}93mIlK`;
    for (const code of [WATER, SHOES, tobacco, milk]) expect(withSeparators(code.replaceAll(GS, ''), [])).toBe(code);
  });
});

const GTIN = '0104600494000218';
const SERIAL_13 = '5iQ"b%k&fR2Wy';
const SIGNATURE = 'aZ9/'.repeat(11);

test.each([
  ['milk', ['216aB/3.', '93mIlK']],
  ['milk sold by weight', ['216aB/3.', '93mIlK', '3103001250']],
  ['the weight first', ['216aB/3.', '3103001250', '93mIlK']],
  ['beer', ['217aB/3.x', '93bEeR']],
  ['a keg of beer', ['217aB/3.x', '93bEeR', '3352003000']],
  ['milk of the first months', ['218aB/3.xy', '93mIlK']],
  ['water, soft drinks, juices, tins, feed, cosmetics, toys', [`21${SERIAL_13}`, '93d0Zq']],
  ['caviar by weight', [`21${SERIAL_13}`, '93d0Zq', '3103000140']],
  ['shoes, clothes, perfume, tyres, medicines', [`21${SERIAL_13}`, '91EE08', `92${SIGNATURE}`]],
  ['shoes with a long signature', [`21${SERIAL_13}`, '91EE08', `92${SIGNATURE}${SIGNATURE}`]],
  ['cameras and electronics', [`21${SERIAL_13}abcdefg`, '91EE08', `92${SIGNATURE}`]],
  ['building materials', [`21${SERIAL_13}abcdefg`, '93d0Zq']],
  ['a block of tobacco', ['21AbC1!2x', '8005123456', '93aB1z']],
  ['a block of tobacco with its product', ['21AbC1!2x', '8005123456', '93aB1z', '240FA05']],
] as const)('lost ones come back for %s, with FNC1 in front or without', (_group, [serial, ...rest]) => {
  const whole = [`${GTIN}${serial}`, ...rest].join(GS);
  const lost = whole.replaceAll(GS, '');
  expect(withSeparators(lost, USUAL_SEPARATORS)).toBe(whole);
  expect(withSeparators(GS + lost, USUAL_SEPARATORS)).toBe(GS + whole);
});

test('where two groups fit nothing is guessed', () => {
  // A serial number of 13 that ends like the tail of one of 7.
  const ambiguous = `${GTIN}21${'a'.repeat(7)}93bbbb93cccc`;
  const fits = withSeparators(ambiguous, []);
  expect([ambiguous, `${GTIN}21${'a'.repeat(7)}93bbbb${GS}93cccc`]).toContain(fits);
  // 20 signs and a check code, or 13, a key and the beginning of nothing known: as it came.
  const unknown = `${GTIN}21${'a'.repeat(9)}93bbbb`;
  expect(withSeparators(unknown, [])).toBe(unknown);
});

test.each([
  ['(01)04600494000218(21)5iQ"b%k&fR2Wy(93)d0Zq', `${GTIN}21${SERIAL_13}${GS}93d0Zq`],
  [' (01) 04600494000218 (21) 5iQ"b%k&fR2Wy (93) d0Zq ', `${GTIN}21${SERIAL_13}${GS}93d0Zq`],
  ['(01)04600494000218(3103)001250(10)A-1', `${GTIN}3103001250${GS}10A-1`],
  ['(01)04600494000218', GTIN],
  ['(01)04600494000218(21)a(b)c(93)d0Zq', `${GTIN}21a(b)c${GS}93d0Zq`],
  ['(01)04600494000218', GTIN],
  ['(01) 0460 0494 00021 8 (21)5iQ"b%k&fR2Wy(93)d0Zq', `${GTIN}21${SERIAL_13}${GS}93d0Zq`],
  ['(01)04600494000218\n(21)5iQ"b%k&fR2Wy\n(93)d0Zq', `${GTIN}21${SERIAL_13}${GS}93d0Zq`],
  [`${GS}(01)04600494000218${GS}(21)5iQ"b%k&fR2Wy${GS}(93)d0Zq`, `${GTIN}21${SERIAL_13}${GS}93d0Zq`],
  ['(3103)001250(01)04600494000218', `${GTIN}3103001250`],
])('what people read, %j, is what scanners send', (text, code) => expect(withSeparators(text, [])).toBe(code));

test.each([
  '(02)04600494000218(37)12',
  '(01)0460049400021(21)abc',
  '(01)04600494000218(01)04600494000225',
  '(914) 123-45-67',
])('brackets without one whole product number, %j, stay as they are', (text) =>
  expect(withSeparators(text, USUAL_SEPARATORS)).toBe(text),
);

test.each([' ', '\u00a0', '\t'])('a blank of the scanner, %j, is no part of the code', (blank) => {
  const serial = `${GTIN}21${SERIAL_13}`;
  expect(withSeparators(`${blank}${serial}93d0Zq${blank}`, [])).toBe(`${serial}${GS}93d0Zq`);
  expect(withSeparators(`${GS}${serial}${blank}`, [])).toBe(`${GS}${serial}`);
});

test.each([
  [`${GTIN}216aBjQ.${GS}93mIlK3103001250`, 'one in the middle'],
  [`${GTIN}216aBjQ.93mIlK${GS}3103001250`, 'the other'],
  [`${GTIN}216aBjQ.93mIlK3103001250${GS}`, 'one at the end'],
  [`${GTIN}216aBjQ.93mIlK3103001250~`, 'a substitute at the end'],
  [`${GTIN}216aBjQ.93mIlK3103001250 `, 'a blank at the end'],
])('where only some came, the lost ones come back: %j', (text) => {
  expect(withSeparators(text, USUAL_SEPARATORS)).toBe(`${GTIN}216aBjQ.${GS}93mIlK${GS}3103001250`);
});

test('where the first alone was replaced the others come back', () => {
  expect(withSeparators(`~${GTIN}21${SERIAL_13}93d0Zq`, USUAL_SEPARATORS)).toBe(
    `${GS}${GTIN}21${SERIAL_13}${GS}93d0Zq`,
  );
});

test('one that stands where no structure has it leaves the code as it came', () => {
  const odd = `${GTIN}216aB${GS}jQ.93mIlK`;
  expect(withSeparators(odd, USUAL_SEPARATORS)).toBe(odd);
});

test('brackets in a serial number that hold no identifier are its own', () => {
  expect(withSeparators('(01)04600494000218(21)5iQ(123)fR2Wy(93)d0Zq', [])).toBe(`${GTIN}215iQ(123)fR2Wy${GS}93d0Zq`);
});

test('a code that has its separators keeps them and all its characters', () => {
  const odd = `0104600494000218215~|^]${GS}93d0Zq`;
  expect(withSeparators(odd, USUAL_SEPARATORS)).toBe(odd);
});

test('what is no element string of goods stays as it is', () => {
  for (const text of ['MB~QR|7F', 'https://example.org/~01/', '0104600494000218', '']) {
    expect(withSeparators(text, USUAL_SEPARATORS)).toBe(text);
  }
});

test('putting them back twice is putting them back once', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[!-~]{0,40}$/), (tail) => {
      const once = withSeparators(`0104600494000218${tail}`, USUAL_SEPARATORS);
      expect(withSeparators(once, USUAL_SEPARATORS)).toBe(once);
    }),
  );
});
