import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { kopecks, ZERO } from '../../domain/money.ts';
import type { Questionnaire } from '../../domain/questionnaire.ts';
import { calculationOf, lineOf, phoneOf, RECEIPT, RETURN, returnOf, settingsOf, writeOf } from './fixture.ts';
import {
  checkRequest,
  importRequest,
  isoWithOffset,
  phoneAs,
  registerRequest,
  returnCheckRequest,
  ticketed,
  writeCheckRequest,
} from './requests.ts';

const SETTINGS = settingsOf({ baseUrl: 'https://service.example' });

afterEach(() => {
  vi.unstubAllEnvs();
});

test('a check as in the published exchange', () => {
  const lines = [lineOf(3, '00123', 0.333), lineOf(1, '00102', 6)];
  expect(checkRequest(calculationOf('t', kopecks(1), { lines }), SETTINGS)).toEqual({
    customer_token: 't',
    items: [
      { code: '00123', index: 3, mrc: 0, price: 109, qty: 0.333 },
      { code: '00102', index: 1, mrc: 0, price: 49.9, qty: 6 },
    ],
    pay_bonus: 0.01,
  });
});

test('an anonymous check carries the token of the settings and asks for no bonuses', () => {
  expect(checkRequest(calculationOf(null), { ...SETTINGS, anonymousToken: '88888888888' })).toMatchObject({
    customer_token: '88888888888',
    pay_bonus: null,
  });
});

test('a write is the check, its calculation and who wrote it when', () => {
  vi.stubEnv('TZ', 'Asia/Yakutsk');
  const calculation = calculationOf('t', kopecks(30000));
  expect(writeCheckRequest(writeOf(calculation, 'c1'), SETTINGS)).toEqual({
    ...checkRequest(calculation, SETTINGS),
    calc_id: 'c1',
    check_number: RECEIPT,
    check_date: '2026-03-01T12:17:05+09:00',
    cashier: 'Кассир',
  });
});

test.each([
  ['both', { coupon: 'SALE10', gift_code: 'SALE10' }],
  ['coupon', { coupon: 'SALE10' }],
  ['gift_code', { gift_code: 'SALE10' }],
] as const)('a promo code goes into %s', (promoField, sent) => {
  const request = calculationOf(null, ZERO, { promo: 'SALE10' });
  const { customer_token, items, pay_bonus, ...promo } = checkRequest(request, { ...SETTINGS, promoField });
  expect(promo).toEqual(sent);
});

test('certificates as the manual shows them: all in texts', () => {
  const certificates = [
    { code: '8800000000000101', pin: '', amount: kopecks(50) },
    { code: '8800000000000202', pin: '0483', amount: kopecks(123400) },
  ];
  expect(checkRequest(calculationOf(null, ZERO, { certificates }), SETTINGS).certificate).toEqual([
    { code: '8800000000000101', pin: '', summ: '0.50' },
    { code: '8800000000000202', pin: '0483', summ: '1234.00' },
  ]);
});

test('a return of the whole receipt is empty, of lines it names them', () => {
  vi.stubEnv('TZ', 'Asia/Yakutsk');
  const whole = {
    check_number: RECEIPT,
    return_number: RETURN,
    return_date: '2026-03-02T12:17:05+09:00',
    cashier: 'Кассир',
    items: [],
  };
  expect(returnCheckRequest(returnOf(), SETTINGS)).toEqual(whole);
  expect(returnCheckRequest(returnOf([lineOf(3, '00102', 2)]), SETTINGS)).toEqual({
    ...whole,
    items: [{ code: '00102', index: 3, mrc: 0, price: 49.9, qty: 2 }],
  });
});

describe('registration', () => {
  const ivanov: Questionnaire = {
    familyName: 'Иванов',
    firstName: 'Иван',
    patronymic: 'Иванович',
    birthday: '2000-01-01',
    gender: 'male',
  };

  test('a filled-in questionnaire', () => {
    expect(registerRequest(ticketed({ phone: '79141234567' }, 'r1'), '1234', ivanov, SETTINGS)).toEqual({
      phone: '79141234567',
      register_request: 'r1',
      pin: '1234',
      first_name: 'Иван',
      middle_name: 'Иванович',
      last_name: 'Иванов',
      birthday: '2000-01-01',
      gender: 1,
    });
  });

  test.each([
    ['male', 1],
    ['female', 2],
    [null, 0],
  ] as const)('gender %s is %i', (gender, sent) => {
    expect(registerRequest({ phone: '7' }, '1', { ...ivanov, gender, birthday: null }, SETTINGS)).toMatchObject({
      gender: sent,
      birthday: null,
    });
  });

  test('a ticket that was not handed out is not shown', () => {
    expect(ticketed({ phone: '7' }, '')).toEqual({ phone: '7' });
  });
});

test('goods for import, with the groups that they are in and those above', () => {
  const [water, lard] = [lineOf(1, '00102', 1).product, lineOf(1, '00123', 1).product];
  const food = { code: '01', name: 'Продукты', parent: null };
  const drinks = { code: '0105', name: 'Напитки', parent: '01' };
  const home = { code: '02', name: 'Для дома', parent: null };
  const items = [
    { ...water, group: '0105' },
    { ...lard, group: null },
  ];
  expect(importRequest({ groups: [home, drinks, food], items })).toEqual({
    groups: [drinks, food],
    items: [
      {
        code: '00102',
        name: 'Вода питьевая негазированная 1,5 л',
        group: '0105',
        price: 49.9,
        barcode: '4600494000218',
      },
      { code: '00123', name: 'Сало кручёное, кг', group: null, price: 109, barcode: null },
    ],
  });
});

describe('isoWithOffset', () => {
  test.each([
    ['UTC', '2026-03-01T03:17:05+00:00'],
    ['America/St_Johns', '2026-02-28T23:47:05-03:30'],
    ['Asia/Kathmandu', '2026-03-01T09:02:05+05:45'],
  ])('in %s', (zone, text) => {
    vi.stubEnv('TZ', zone);
    expect(isoWithOffset(new Date(Date.UTC(2026, 2, 1, 3, 17, 5, 999)))).toBe(text);
  });

  test('always names the same second', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
        fc.constantFrom('Europe/Moscow', 'America/New_York', 'Pacific/Auckland'),
        (time, zone) => {
          vi.stubEnv('TZ', zone);
          expect(Date.parse(isoWithOffset(time))).toBe(Math.floor(time.getTime() / 1000) * 1000);
        },
      ),
    );
  });
});

test.each([
  ['7', '8 914 123-33-77', '79141233377'],
  ['+7', '8 914 123-33-77', '+79141233377'],
  ['10', '8 914 123-33-77', '9141233377'],
  ['10', '+380 67 123 45 67', '380671234567'],
  ['7', '+380 67 123 45 67', '380671234567'],
  ['+7', '+380 67 123 45 67', '+380671234567'],
] as const)('format %s of %s is %s', (format, typed, sent) => {
  expect(phoneAs(format, phoneOf(typed))).toBe(sent);
});
