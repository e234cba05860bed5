import { describe, expect, test } from 'vitest';
import { kopecks, ZERO } from '../../domain/money.ts';
import { toCalculation } from './calculation.ts';
import { calculationOf } from './fixture.ts';
import { checkAnswer } from './wire.ts';

/** The service's answer to the receipt of the sale screen: 1 705.40, of which 161.70 and 300.00 come off. */
function answered(change: Record<string, unknown> = {}) {
  return checkAnswer.parse({
    calc_id: 'c1',
    customer_total_bonus: 1842.16,
    total_max_bonus_can_pay: 500,
    total_bonus_pay: 300,
    total_add_bonus: 186.56,
    total_discount: 161.7,
    total_check_amount: 1705.4,
    items: [
      { index: 2, calc_discount: 32.7, pay_bonus: 19.17, calc_bonus_add: 8.57, not_exist: true },
      { index: 1, calc_discount: 129, pay_bonus: 226.93, calc_bonus_add: 140.11 },
    ],
    ...change,
  });
}

const request = calculationOf('token', kopecks(30000));

test.each([
  ['before discounts', 1705.4],
  ['after promotions', 1543.7],
  ['after promotions and bonuses', 1243.7],
  ['before discounts, a weighed line rounded otherwise', 1705.41],
])('total_check_amount %s: what is due is the same', (_, total) => {
  expect(toCalculation(answered({ total_check_amount: total }), request)).toMatchObject({
    id: 'c1',
    total: 170540,
    discount: 16170,
    redeemed: 30000,
    redemptionLimit: 50000,
    accrued: 18656,
    balance: 184216,
    due: 124370,
  });
});

describe('no answer to this receipt', () => {
  test.each([
    ['another sum', { total_check_amount: 1600 }],
    ['another sum, by more than a kopeck per line', { total_check_amount: 1705.45 }],
    ['more bonuses than asked for', { total_bonus_pay: 300.01 }],
    ['more off than there is', { total_discount: 1705.41 }],
    ['absurdly much off', { total_discount: 10_000_000_000 }],
  ])('%s', (_, change) => {
    expect(toCalculation(answered(change), request)).toBeNull();
  });
});

test('lines in our order, found by their index; one left out is unknown to the service', () => {
  expect(toCalculation(answered(), request)?.lines).toEqual([
    { index: 1, discount: 12900, redeemed: 22693, accrued: 14011, unknown: false },
    { index: 2, discount: 3270, redeemed: 1917, accrued: 857, unknown: true },
    { index: 3, discount: ZERO, redeemed: ZERO, accrued: ZERO, unknown: true },
    { index: 4, discount: ZERO, redeemed: ZERO, accrued: ZERO, unknown: true },
  ]);
});

test('a receipt paid for wholly by promotions', () => {
  const answer = answered({ total_discount: 1705.4, total_bonus_pay: 0 });
  expect(toCalculation(answer, request)?.due).toBe(0);
});
