import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isGtin, withCheckDigit } from './gtin.ts';

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));

test.each(['4600494000218', '96385074', '036000291452', '10614141000415'])('%s has the right check digit', (code) =>
  expect(isGtin(code)).toBe(true),
);

test.each(['4600494000219', '', '460049400021', '46004940002181', '4600494O00218', '12345'])('%s has not', (code) =>
  expect(isGtin(code)).toBe(false),
);

test('one wrong digit is always found', () => {
  fc.assert(
    fc.property(digits(12), fc.nat(12), fc.integer({ min: 1, max: 9 }), (body, place, by) => {
      const number = withCheckDigit(body);
      const wrong = (Number(number[place]) + by) % 10;
      return isGtin(number) && !isGtin(`${number.slice(0, place)}${wrong}${number.slice(place + 1)}`);
    }),
  );
});
