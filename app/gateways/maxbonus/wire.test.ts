import { describe, expect, test } from 'vitest';
import {
  certificateAnswer,
  checkAnswer,
  customerAnswer,
  importAnswer,
  registrationAnswer,
  returnAnswer,
  writeAnswer,
} from './wire.ts';

const CHECK = {
  calc_id: 'a0779ffe79c4eda06a51ba429daefcde',
  customer_total_bonus: 0,
  total_max_bonus_can_pay: 0,
  total_bonus_pay: 0,
  total_add_bonus: 0,
  total_discount: 0,
  total_check_amount: 8500,
  items: [],
};

test('reads an answer with all the keys and nulls of the published exchange', () => {
  const read = checkAnswer.parse({
    ...CHECK,
    code: null,
    customer_token: '88888888888',
    campaign_id: 0,
    campaign_name: null,
    coupon: '687523388469',
    coupon_used: '',
    coupon_code: '0',
    coupon_message: 'Купон не найден в чеке',
    items: [
      {
        code: '9918',
        qty: 1,
        sum: 6000,
        max_bonus_can_pay: 1800,
        calc_discount: 0,
        calc_bonus_add: 0,
        not_exist: false,
        not_discount: false,
        index: 1,
        price: 6000,
        action: 0,
        pay_bonus: null,
      },
    ],
  });
  expect(read).toMatchObject({ total_check_amount: 850000, items: [{ index: 1, pay_bonus: 0 }] });
});

describe('sums', () => {
  test.each([
    [12.5, 1250],
    [0.005, 1],
    [1.005, 101],
    ['161.70', 16170],
    ['0', 0],
    [0.1 + 0.2, 30],
    [10_000_000_000, 1_000_000_000_000],
  ])('%j roubles are %i kopecks', (roubles, kopecks) => {
    expect(checkAnswer.parse({ ...CHECK, total_check_amount: roubles }).total_check_amount).toBe(kopecks);
  });

  test.each([
    -0.01,
    10_000_000_001,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    '',
    ' 1',
    '1,5',
    '1e3',
    '0x10',
    null,
    true,
    [1],
  ])('%j is none', (value) => {
    expect(checkAnswer.safeParse({ ...CHECK, total_check_amount: value }).success).toBe(false);
  });

  test('a balance may be missing, a total may not', () => {
    expect(checkAnswer.parse({ ...CHECK, customer_total_bonus: null }).customer_total_bonus).toBe(0);
    expect(checkAnswer.safeParse({ ...CHECK, total_discount: undefined }).success).toBe(false);
  });
});

test('a customer needs a token, and nothing else', () => {
  expect(customerAnswer.parse({ token: 't' })).toMatchObject({ token: 't', total_bonus: 0 });
  expect(customerAnswer.parse({ token: 't', n_checkpin: '1', phone: null }).n_checkpin).toBe(1);
  for (const token of ['', null, undefined, 7, 'x'.repeat(5000)]) {
    expect(customerAnswer.safeParse({ token }).success).toBe(false);
  }
});

test('a written receipt may come with nothing, but not with nonsense', () => {
  expect(writeAnswer.parse({})).toEqual({});
  for (const nonsense of [null, 'ok', { text: 5 }, { lines: [1] }, { total_bonus_pay: -1 }]) {
    expect(writeAnswer.safeParse(nonsense).success).toBe(false);
  }
});

test.each([null, 'ok', { lines: [1] }, { total_bonus_return: -1 }, { total_add_bonus_return: 'n/a' }])(
  '%j is no return',
  (nonsense) => {
    expect(returnAnswer.safeParse(nonsense).success).toBe(false);
  },
);

test('a certificate has a status, and a balance the service may leave out', () => {
  expect(certificateAnswer.parse({ status_code: '0', summ: '100.50' })).toEqual({ status_code: 0, summ: 10050 });
  expect(certificateAnswer.parse({ status_code: 1 })).toEqual({ status_code: 1 });
  for (const nonsense of [null, {}, { status_code: 'ok' }, { status_code: 0, summ: -1 }]) {
    expect(certificateAnswer.safeParse(nonsense).success).toBe(false);
  }
});

test.each([null, undefined, {}, { register_request: null }])('%j hands out no ticket', (answer) => {
  expect(registrationAnswer.parse(answer)?.register_request ?? null).toBeNull();
});

test.each(['ok', { register_request: 5 }, { register_request: 'x'.repeat(5000) }])('%j is no ticket', (nonsense) => {
  expect(registrationAnswer.safeParse(nonsense).success).toBe(false);
});

test('how many goods were taken may be left out, but is a whole number', () => {
  expect([{ count: '12' }, {}, null].map((answer) => importAnswer.parse(answer)?.count)).toEqual([
    12,
    undefined,
    undefined,
  ]);
  expect(importAnswer.safeParse({ count: 1.5 }).success).toBe(false);
});
