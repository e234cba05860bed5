import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isGtin, withCheckDigit } from '../gtin.ts';
import { expandUpcE, spellings } from './product-number.ts';

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));

test.each([
  ['04252614', '042100005264'],
  ['01234133', '012300000413'],
  ['01234145', '012340000015'],
  ['01234558', '012345000058'],
])('UPC-E %s stands for %s', (short, long) => expect(expandUpcE(short)).toBe(long));

test.each(['04252615', '24252614', '4252614', '0425261A'])('%s is no UPC-E', (text) =>
  expect(expandUpcE(text)).toBeNull(),
);

test('a number is looked for with and without its leading noughts', () => {
  expect(spellings('036000291452')).toEqual(['036000291452', '0036000291452', '00036000291452']);
  expect(spellings('04600494000218')).toEqual(['04600494000218', '4600494000218']);
  expect(spellings('4600494000218')).toEqual(['4600494000218', '04600494000218']);
  expect(spellings('96385074')).toEqual(['96385074', '0000096385074', '000096385074', '00000096385074']);
});

test('a variable measure is also its goods without the leading 9; a package is nothing but itself', () => {
  expect(spellings('94600494000211')).toEqual(['94600494000211', '4600494000218']);
  expect(spellings('14600494000215')).toEqual(['14600494000215']);
});

test('every spelling of a number is one itself', () => {
  fc.assert(
    fc.property(fc.constantFrom(7, 11, 12, 13).chain(digits), (body) => {
      const number = withCheckDigit(body);
      return spellings(number)[0] === number && spellings(number).every(isGtin);
    }),
  );
});
