import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDay } from './typed-day.ts';

test.each([
  ['01.02.2000', '2000-02-01'],
  ['1.2.2000', '2000-02-01'],
  ['01022000', '2000-02-01'],
  ['01/02/2000', '2000-02-01'],
  [' 29.02.2024 ', '2024-02-29'],
])('%j is a day', (text, day) => {
  expect(parseDay(text)).toBe(day);
});

test.each([
  '',
  '29.02.2023',
  '31.04.2000',
  '00.01.2000',
  '01.13.2000',
  '01.02.00',
  '2000-02-01',
  '1022000',
  '01.02.0099',
])('%j is no day', (text) => {
  expect(parseDay(text)).toBeNull();
});

test('every day reads back as it was typed', () => {
  const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(days, (date) => {
      const iso = date.toISOString().slice(0, 10);
      expect(parseDay(iso.split('-').toReversed().join('.'))).toBe(iso);
    }),
  );
});
