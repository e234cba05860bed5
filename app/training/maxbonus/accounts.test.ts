import { beforeEach, describe, expect, test } from 'vitest';
import { Accounts, accountOf, phoneOf } from './accounts.ts';
import { TRAINING_BLANK_CARDS, TRAINING_CUSTOMERS } from './customers.ts';
import { registerBody } from './requests.ts';
import { TRAINING_SHOP } from './shop.ts';

const [dmitry] = TRAINING_CUSTOMERS;
const [blank] = TRAINING_BLANK_CARDS;

let accounts: Accounts;

beforeEach(() => {
  accounts = new Accounts(TRAINING_SHOP);
});

test.each([dmitry.card, dmitry.qr, ` ${dmitry.shortCode} `])('%j is Dmitry’s', (code) => {
  expect(accounts.byCode(code)).toBe(dmitry);
});

test('a blank card becomes an account when it is shown, and stays one', () => {
  const before = accounts.all.length;
  const holder = accounts.byCode(blank);
  expect(holder).toMatchObject({ phone: '', firstName: '', card: blank, balance: 0, needsPin: false });
  expect(accounts.byCode(blank)).toBe(holder);
  expect(accounts.all).toHaveLength(before + 1);
  expect(holder && accountOf(holder)).toBe(blank);
});

test.each(['', 'none', dmitry.phone])('%j is nobody’s code', (code) => {
  accounts.byCode(blank);
  expect(accounts.byCode(code)).toBeUndefined();
});

test('a registered customer is found by phone, with empty hands', () => {
  const body = registerBody.parse({ phone: '7', pin: '1', first_name: ' Иван ', middle_name: null });
  const ivan = accounts.register('79990001122', body);
  expect(ivan).toMatchObject({ firstName: 'Иван', patronymic: '', familyName: '', balance: 0, needsPin: true });
  expect(accounts.byPhone('79990001122')).toBe(ivan);
  expect(accountOf(ivan)).toBe('79990001122');
});

describe('a phone', () => {
  test.each([
    ['79141233377', '79141233377'],
    ['+7 914 123-33-77', '79141233377'],
    ['9141233377', '79141233377'],
    ['380671234567', '380671234567'],
    ['+380671234567', '380671234567'],
  ])('%s is %s', (text, phone) => {
    expect(phoneOf(text)).toBe(phone);
  });

  test.each(['', '+', '123', 'phone', '7'.repeat(20)])('%j is none', (text) => {
    expect(phoneOf(text)).toBeNull();
  });
});
