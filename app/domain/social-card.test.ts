import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSocialBarcode, parseSocialCard } from './social-card.ts';

const NUMBER = '9643901400000000018';
const SERIES = '99120114';
const card = { cardNumber: NUMBER, cardSeries: SERIES };

test('number and series as they stand on the card', () => {
  expect(parseSocialCard('964390 14 000000 0001 8', ' 9912 01 14', 'luhn')).toEqual(card);
});

test('27 digits of a bar code are the number, then the series', () => {
  expect(parseSocialBarcode(NUMBER + SERIES, 'luhn')).toEqual(card);
});

test.each([
  ['a digit that is wrong', '9643901400000000017', SERIES],
  ['digits that changed places', '9643901400000000081', SERIES],
  ['a number that is too short', NUMBER.slice(1), SERIES],
  ['a number that is too long', `${NUMBER}0`, SERIES],
  ['a letter', NUMBER.replace('9', 'O'), SERIES],
  ['no series', NUMBER, ''],
  ['a series that is too short', NUMBER, SERIES.slice(1)],
  ['a series with a letter', NUMBER, '9912011x'],
])('%s is no card', (_, number, series) => {
  expect(parseSocialCard(number, series, 'luhn')).toBeNull();
  expect(parseSocialBarcode(number + series, 'luhn')).toBeNull();
});

test('the check digit may be left alone', () => {
  expect(parseSocialCard('9643901400000000017', SERIES, 'none')).toMatchObject({ cardNumber: '9643901400000000017' });
  expect(parseSocialBarcode(`9643901400000000017${SERIES}0`, 'none')).toBeNull();
});

test('one wrong digit of a number never goes unnoticed', () => {
  const place = fc.integer({ min: 0, max: NUMBER.length - 1 });
  const digit = fc.integer({ min: 0, max: 9 }).map(String);
  fc.assert(
    fc.property(place, digit, (at, wrong) => {
      fc.pre(NUMBER[at] !== wrong);
      expect(parseSocialCard(NUMBER.slice(0, at) + wrong + NUMBER.slice(at + 1), SERIES, 'luhn')).toBeNull();
    }),
  );
});
