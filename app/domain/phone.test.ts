import { expect, test } from 'vitest';
import { lastDigits, looksLikePhone } from './phone.ts';

test('only the last four digits are left of a phone', () => {
  expect(lastDigits('+7 914 123-22-49')).toBe('2249');
  expect(lastDigits('12')).toBe('12');
});

test.each([
  ['8 914 123-33-77', true],
  ['8 029 123 45 67', true],
  ['tel:+79141233377', true],
  ['482915', false],
  ['1 290,00', false],
  ['SALE10', false],
])('%s has the form of a phone: %s', (text, looks) => expect(looksLikePhone(text)).toBe(looks));
