import { expect, test } from 'vitest';
import { lastDigits, parsePhone } from './phone.ts';

test.each([
  ['+7 (914) 123-45-67', '79141234567'],
  ['8 914 123 45 67', '79141234567'],
  ['79141234567', '79141234567'],
  ['9141234567', '79141234567'],
  ['+380 67 123 45 67', '380671234567'],
])('%s', (text, phone) => expect(parsePhone(text)).toBe(phone));

test.each(['', '123', '4141234567', '4607001234567', '+7914', 'phone', '+1234567890123456'])('%s is no phone', (text) =>
  expect(parsePhone(text)).toBeNull(),
);

test('only the last four digits are left of a phone', () => {
  expect(lastDigits('+7 914 123-22-49')).toBe('2249');
  expect(lastDigits('12')).toBe('12');
});
