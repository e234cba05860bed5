import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskLongNumbers } from './phone.ts';
import { maskPhones, PHONE_COUNTRIES, type PhoneCountry, parsePhone } from './phone-reader.ts';

test.each<[spelled: string, country: PhoneCountry, phone: string]>([
  ['+7 (914) 123-45-67', 'RU', '79141234567'],
  ['8 914 123 45 67', 'RU', '79141234567'],
  ['79141234567', 'RU', '79141234567'],
  ['9141234567', 'RU', '79141234567'],
  ['tel:+7-914-123-45-67', 'RU', '79141234567'],
  // A plus before the trunk 8, the trunk 8 behind the code.
  ['+8 914 123 45 67', 'RU', '79141234567'],
  ['+89141234567', 'RU', '79141234567'],
  ['+8 (495) 123-45-67', 'RU', '74951234567'],
  ['+7 8 914 123 45 67', 'RU', '79141234567'],
  // Typographic, mathematical, low and invisible signs; digits in full width.
  ['8\u2011914\u2012123\u201445\u221267', 'RU', '79141234567'],
  ['8_914_123_45_67', 'RU', '79141234567'],
  ['8/914/123/45/67', 'RU', '79141234567'],
  ['8.914.123.45.67', 'RU', '79141234567'],
  ['\u202a+7\u00a0914\u2009123\u200b45\u00ad67\u202c', 'RU', '79141234567'],
  ['＋７（９１４）１２３４５６７', 'RU', '79141234567'],
  // Other countries: with a plus anywhere, without one at home.
  ['+380 67 123 45 67', 'RU', '380671234567'],
  ['+84 95 123 45 67', 'RU', '84951234567'],
  ['8 10 375 29 123-45-67', 'RU', '375291234567'],
  ['067 123 45 67', 'UA', '380671234567'],
  ['380671234567', 'UA', '380671234567'],
  ['8 029 123-45-67', 'BY', '375291234567'],
  ['+375 0 29 123 45 67', 'BY', '375291234567'],
  ['8 701 234 56 78', 'KZ', '77012345678'],
  ['0555 123 456', 'KG', '996555123456'],
])('«%s» in %s is %s', (spelled, country, phone) => expect(parsePhone(spelled, country)).toBe(phone));

test.each<[spelled: string, country: PhoneCountry]>([
  ['', 'RU'],
  ['123', 'RU'],
  ['phone', 'RU'],
  ['4141234567', 'RU'],
  ['4607001234567', 'RU'],
  ['+7914', 'RU'],
  ['+1234567890123456', 'RU'],
  // A digit too few or too many, a code that no country has, a code that Russia has not.
  ['+7 914 123 45 6', 'RU'],
  ['+7 914 123 45 678', 'RU'],
  ['+999 12 345 67 89', 'RU'],
  ['8 029 123 45 67', 'RU'],
  ['067 123 45 67', 'RU'],
  ['7707083893', 'KZ'],
  ['9141234567', 'UA'],
  ['8 914 123 45 67 доб. 3', 'RU'],
  ['8 914\t1234567', 'RU'],
])('«%s» is no phone in %s', (spelled, country) => expect(parsePhone(spelled, country)).toBeNull());

const GAPS = [
  '',
  ' ',
  '-',
  '.',
  '/',
  '_',
  '(',
  ')',
  ' (',
  ') ',
  '\u2011',
  '\u2012',
  '\u2013',
  '\u2014',
  '\u2212',
  '\u00a0',
  '\u2009',
];
const INVISIBLE = ['\u200b', '\u200e', '\u202a', '\u2060', '\u00ad', '\ufeff'];

/** A phone of one of the countries in a spelling of chance. */
const spelledPhone = fc
  .record({
    country: fc.constantFrom(...PHONE_COUNTRIES),
    start: fc.constantFrom(
      '+7914',
      '8914',
      '7914',
      '914',
      '+8 914',
      '+38067',
      '067',
      '38067',
      '+37529',
      '8029',
      '+7701',
      '8701',
      '0555',
    ),
    rest: fc.array(fc.tuple(fc.constantFrom(...GAPS, ...INVISIBLE), fc.nat(9)), { minLength: 6, maxLength: 7 }),
    wide: fc.boolean(),
  })
  .map(({ country, start, rest, wide }) => {
    const spelled = start + rest.map(([gap, digit]) => `${gap}${digit}`).join('');
    const wider = (sign: string) => String.fromCodePoint((sign.codePointAt(0) ?? 0) - 0x30 + 0xff10);
    return { country, spelled: wide ? spelled.replace(/\d/g, wider) : spelled };
  });

describe('no spelling that can be read passes a mask', () => {
  test.each([
    ['of the log', maskLongNumbers],
    ['of slip and screen', maskPhones],
  ])('%s', (_where, mask) => {
    let read = 0;
    fc.assert(
      fc.property(
        spelledPhone,
        fc.constantFrom('', 'тел. ', 'Клиент:', '«'),
        fc.constantFrom('', ' не найден', ', 1 290.50', '.'),
        ({ country, spelled }, before, after) => {
          const phone = parsePhone(spelled, country);
          if (phone === null) return;
          read += 1;
          const shown = mask(`${before}${spelled}${after}`);
          expect(shown).toContain(`***${phone.slice(-4)}`);
          expect(shown.replace(/\*\*\*\d{4}/, '').replace(after, '')).not.toMatch(/[\d\uff10-\uff19]/);
        },
      ),
      { numRuns: 2_000 },
    );
    expect(read).toBeGreaterThan(200);
  });
});
