import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSnils } from './snils.ts';

test.each([
  ['112-233-445 95', '11223344595'],
  ['11223344595', '11223344595'],
  [' 112–233–445–95 ', '11223344595'],
  ['087-654-303 00', '08765430300'],
  ['001-001-998 00', '00100199800'],
  ['001-001-999 65', '00100199965'],
  ['500-001-899 00', '50000189900'],
])('%s', (text, snils) => expect(parseSnils(text)).toBe(snils));

test.each([
  ['a digit that is wrong', '112-233-446 95'],
  ['check digits that are wrong', '112-233-445 96'],
  ['two digits that changed places', '121-233-445 95'],
  ['the first number that is checked', '001-001-999 00'],
  ['a number that nobody has', '000-000-000 00'],
  ['a digit less', '1122334459'],
  ['a digit more', '112233445950'],
  ['a letter', '112-233-445 9O'],
  ['other digits', '١١٢٢٣٣٤٤٥٩٥'],
  ['nothing', ''],
])('%s: %s is none', (_, text) => expect(parseSnils(text)).toBeNull());

test('one wrong digit never goes unnoticed', () => {
  const place = fc.integer({ min: 0, max: 10 });
  const digit = fc.integer({ min: 0, max: 9 }).map(String);
  fc.assert(
    fc.property(place, digit, (at, wrong) => {
      const text = '11223344595';
      fc.pre(text[at] !== wrong);
      expect(parseSnils(text.slice(0, at) + wrong + text.slice(at + 1))).toBeNull();
    }),
  );
});
