import { expect, test } from 'vitest';
import { type CardRules, readCard, readIdentifier } from './benefit-card.ts';
import { SOCIAL_CARD_LENGTHS } from './social-card.ts';

const rules: CardRules = {
  clientCode: '[0-9A-Z]{1,15}',
  socialCardBarcode: true,
  socialCardCheck: 'luhn',
  socialCardLengths: SOCIAL_CARD_LENGTHS,
};
const barcode = '964390140000000001899120114';
const socialCard = { cardNumber: '9643901400000000018', cardSeries: '99120114' };

test.each([
  ['AAABBBCCC', { clientCode: 'AAABBBCCC' }],
  [' aaa bbb-ccc 01\r', { clientCode: 'AAABBBCCC01' }],
  ['123456789012345', { clientCode: '123456789012345' }],
  [barcode, socialCard],
])('%j', (text, card) => {
  expect(readCard(text, rules)).toEqual(card);
});

test.each(['', ' - ', '1234567890123456', 'АААБББ', 'AAA_BBB', `${barcode.slice(0, 18)}9${barcode.slice(19)}`])(
  '%j is no card',
  (text) => expect(readCard(text, rules)).toBeNull(),
);

test('a code of the shape the profile gives is left as it stands', () => {
  const hyphened = { ...rules, clientCode: '[a-z]{3}-[0-9]{2}' };
  expect(readCard('abc-01', hyphened)).toEqual({ clientCode: 'abc-01' });
  expect(readCard('ABC-01', hyphened)).toBeNull();
  expect(readCard('x abc-01', hyphened)).toBeNull();
});

test('no shape makes a code longer than the field', () => {
  expect(readCard('1234567890123456', { ...rules, clientCode: '\\d+' })).toBeNull();
});

test('27 digits may be nothing in particular', () => {
  expect(readCard(barcode, { ...rules, socialCardBarcode: false })).toBeNull();
});

test.each([1, 3] as const)('connection type %i knows holders by their cards', (connection) => {
  expect(readIdentifier(barcode, connection, rules)).toEqual(socialCard);
  expect(readIdentifier('11223344595', connection, rules)).toEqual({ clientCode: '11223344595' });
});

test('connection type 2 knows holders by their СНИЛС alone', () => {
  expect(readIdentifier('112-233-445 95', 2, rules)).toEqual({ snils: '11223344595' });
  expect(readIdentifier('112-233-445 96', 2, rules)).toBeNull();
  expect(readIdentifier(barcode, 2, rules)).toBeNull();
  expect(readIdentifier('AAABBBCCC', 2, rules)).toBeNull();
});
