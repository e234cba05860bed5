import { expect, test } from 'vitest';
import { benefitCheck } from './benefit.ts';
import { type CardIdentifier, readIdentifier } from './benefit-card.ts';
import { kopecks } from './money.ts';
import { SOCIAL_CARD_LENGTHS } from './social-card.ts';

function identifier(text: string, connection: 1 | 2): CardIdentifier {
  const rules = {
    clientCode: '[A-Z]+',
    socialCardBarcode: true,
    socialCardCheck: 'luhn',
    socialCardLengths: SOCIAL_CARD_LENGTHS,
  } as const;
  const read = readIdentifier(text, connection, rules);
  if (!read) throw new Error(`no identifier: ${text}`);
  return read;
}

const code = identifier('AAABBBCCC', 1);
const card = identifier('964390140000000001899120114', 1);
const snils = identifier('112-233-445 95', 2);
const price = kopecks(100_00);

test.each([code, card])('a card %j, with its price for discounts alone', (shown) => {
  expect(benefitCheck(1, 7, shown, price)).toEqual({ serviceId: 7, connection: 1, card: shown });
  expect(benefitCheck(2, 7, shown, price)).toBeNull();
  expect(benefitCheck(3, 7, shown, price)).toEqual({ serviceId: 7, connection: 3, card: shown, price });
  expect(benefitCheck(3, 7, shown, null)).toEqual({ serviceId: 7, connection: 3, card: shown, price: null });
});

test('a СНИЛС for «Цифровой пропуск» alone', () => {
  expect(benefitCheck(2, 7, snils, price)).toEqual({ serviceId: 7, connection: 2, snils: '11223344595' });
  expect(benefitCheck(1, 7, snils, price)).toBeNull();
  expect(benefitCheck(3, 7, snils, price)).toBeNull();
});
