import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { kopecks } from '../../domain/money.ts';
import { parsePhone } from '../../domain/phone.ts';
import { calculationOf, lineOf, RECEIPT, writeOf } from './fixture.ts';
import { checkRequest, isoWithOffset, phoneAs, writeCheckRequest } from './requests.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

test('a check as in the published exchange', () => {
  const lines = [lineOf(3, '00123', 0.333), lineOf(1, '00102', 6)];
  expect(checkRequest({ customerToken: 't', lines, redemption: kopecks(1) }, '8888888888')).toEqual({
    customer_token: 't',
    items: [
      { code: '00123', index: 3, mrc: 0, price: 109, qty: 0.333 },
      { code: '00102', index: 1, mrc: 0, price: 49.9, qty: 6 },
    ],
    pay_bonus: 0.01,
  });
});

test('an anonymous check carries the token of the settings and asks for no bonuses', () => {
  expect(checkRequest(calculationOf(null), '88888888888')).toMatchObject({
    customer_token: '88888888888',
    pay_bonus: null,
  });
});

test('a write is the check, its calculation and who wrote it when', () => {
  vi.stubEnv('TZ', 'Asia/Yakutsk');
  const calculation = calculationOf('t', kopecks(30000));
  expect(writeCheckRequest(writeOf(calculation, 'c1'), '8888888888')).toEqual({
    ...checkRequest(calculation, '8888888888'),
    calc_id: 'c1',
    check_number: RECEIPT,
    check_date: '2026-03-01T12:17:05+09:00',
    cashier: 'Кассир',
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
] as const)('format %s of %s is %s', (format, typed, sent) => {
  const phone = parsePhone(typed);
  if (!phone) throw new Error('no phone');
  expect(phoneAs(format, phone)).toBe(sent);
});
