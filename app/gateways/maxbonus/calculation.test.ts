import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Calculation } from '../../domain/calculation.ts';
import { kopecks, plus, ZERO } from '../../domain/money.ts';
import { linesTotal, lineTotal } from '../../domain/receipt.ts';
import { refund, returnable, type WrittenReceipt } from '../../domain/receipt-return.ts';
import type { CalculationRequest } from '../../sale/ports.ts';
import { toCalculation as calculationIn } from './calculation.ts';
import { calculationOf, RECEIPT } from './fixture.ts';
import { checkAnswer } from './wire.ts';

const ITEMS = [
  { index: 2, calc_discount: 32.7, pay_bonus: 19.17, calc_bonus_add: 8.57, not_exist: true },
  { index: 1, calc_discount: 129, pay_bonus: 226.93, calc_bonus_add: 140.11 },
];

/** The service's answer to the receipt of the sale screen: 1 705.40, of which 161.70 and 300.00 come off. */
function answered(change: Record<string, unknown> = {}) {
  return checkAnswer.whole.parse({
    calc_id: 'c1',
    customer_total_bonus: 1842.16,
    total_max_bonus_can_pay: 500,
    total_bonus_pay: 300,
    total_add_bonus: 186.56,
    total_discount: 161.7,
    total_check_amount: 1705.4,
    items: ITEMS,
    ...change,
  });
}

/** The calculation in an answer of a service that keeps bonuses out of discounts. */
function toCalculation(answer: ReturnType<typeof answered>, to: CalculationRequest) {
  return calculationIn(answer, to, { discounts: 'without-bonuses' }, () => undefined);
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

describe('totals that the answer leaves out', () => {
  const withBonuses = { ...request, redemption: kopecks(30000) };
  const items = [
    { index: 1, calc_discount: 129, pay_bonus: 250, calc_bonus_add: 140.11 },
    { index: 2, calc_discount: 32.7, pay_bonus: 50, calc_bonus_add: 8.57 },
  ];

  test.each([
    ['total_discount', { discount: 16170 }],
    ['total_bonus_pay', { redeemed: 30000 }],
    ['total_add_bonus', { accrued: 14868 }],
    ['total_check_amount', { total: 170540 }],
    ['total_max_bonus_can_pay', { redemptionLimit: 30000 }],
    ['customer_total_bonus', { balance: null }],
  ])('%s: as its lines say', (total, expected) => {
    for (const nothing of [null, undefined, '']) {
      expect(toCalculation(answered({ items, [total]: nothing }), withBonuses)).toMatchObject({
        due: 124370,
        ...expected,
      });
    }
  });

  test('bonuses were to be taken off, and nobody says how many: no calculation', () => {
    const silent = { total_bonus_pay: null, items: [] };
    expect(toCalculation(answered(silent), withBonuses)).toBeNull();
    expect(toCalculation(answered(silent), calculationOf('token'))).toMatchObject({ redeemed: 0, due: 154370 });
  });
});

describe('lines of another shape', () => {
  const first = { calc_discount: 129, pay_bonus: 226.93, calc_bonus_add: 140.11 };
  const second = { calc_discount: 32.7, pay_bonus: 19.17, calc_bonus_add: 8.57 };
  const expected = toCalculation(
    answered({
      items: [
        { index: 1, ...first },
        { index: 2, ...second },
      ],
    }),
    request,
  );

  test.each([
    ['an object by index', { 1: first, 2: second }],
    ['an object by anything', { a: { index: 1, ...first }, b: { index: '2', ...second } }],
    [
      'articles for indices',
      [
        { code: '00123', ...second },
        { code: '00101', ...first },
      ],
    ],
    [
      'among things that are none',
      [null, 'x', { index: 1, ...first }, { index: '2', ...second }, { index: 99, calc_discount: null }],
    ],
  ])('%s', (_, items) => {
    expect(toCalculation(answered({ items }), request)).toEqual(expected);
  });

  test('none at all', () => {
    expect(toCalculation(answered({ items: null }), request)).toMatchObject({ discount: 16170, redeemed: 30000 });
  });

  test('what was off is told of', () => {
    const odd = vi.fn();
    calculationIn(
      answered({ items: { 1: { ...first, calc_discount: 'n/a' } } }),
      request,
      { discounts: 'without-bonuses' },
      odd,
    );
    expect(odd.mock.calls).toEqual([[['items']], [['items.calc_discount']]]);
  });
});

test('discounts that hold the bonuses, where the profile says so', () => {
  const items = [
    { index: 1, calc_discount: 355.93, pay_bonus: 226.93 },
    { index: 2, calc_discount: 105.77, pay_bonus: 73.07 },
  ];
  const answer = answered({ total_discount: 461.7, items });
  const calculation = calculationIn(answer, request, { discounts: 'with-bonuses' }, () => undefined);
  expect(calculation).toMatchObject({
    discount: 16170,
    redeemed: 30000,
    due: 124370,
    lines: [
      { index: 1, discount: 12900, redeemed: 22693 },
      { index: 2, discount: 3270, redeemed: 7307 },
      { index: 3, discount: 0, redeemed: 0 },
      { index: 4, discount: 0, redeemed: 0 },
    ],
  });
  expect(
    calculationIn(answered({ total_discount: 299.99 }), request, { discounts: 'with-bonuses' }, () => undefined),
  ).toBeNull();
});

test('a balance below zero is what it is', () => {
  expect(toCalculation(answered({ customer_total_bonus: -12.5 }), request)?.balance).toBe(-1250);
});

test.each([
  ['Скидка недели', 'Скидка недели'],
  [' Скидка\u001b недели ', 'Скидка  недели'],
  ['', undefined],
  [null, undefined],
])('the promotion %j is named %j', (name, campaign) => {
  expect(toCalculation(answered({ campaign_name: name }), request)?.campaign).toBe(campaign);
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
  const change = { total_bonus_pay: 246.1, total_check_amount: 1705.4 };
  expect(toCalculation(answered(change), request)?.lines).toEqual([
    { index: 1, discount: 12900, redeemed: 22693, accrued: 14011, unknown: false },
    { index: 2, discount: 3270, redeemed: 1917, accrued: 857, unknown: true },
    { index: 3, discount: ZERO, redeemed: ZERO, accrued: ZERO, unknown: true },
    { index: 4, discount: ZERO, redeemed: ZERO, accrued: ZERO, unknown: true },
  ]);
});

describe('lines add up to the totals', () => {
  /** 1 290.00, 109.00, 299.40 and 7.00. */
  const sums = request.lines.map(lineTotal);
  const silent = { items: request.lines.map(({ index }) => ({ index })) };

  test.each([
    ['silent', silent],
    ['left out', { items: [] }],
  ])('items %s: spread by the sums of the lines', (_, change) => {
    const answer = answered({ ...change, total_discount: 170.54, total_bonus_pay: 0 });
    expect(toCalculation(answer, request)?.lines.map(({ discount }) => discount)).toEqual([12900, 1090, 2994, 70]);
  });

  test('a coupon in the total only is spread over what the lines have left', () => {
    const items = [{ index: 1, calc_discount: 1290 }];
    const answer = answered({ items, total_discount: 1497.7, total_bonus_pay: 0 });
    const lines = toCalculation(answer, request)?.lines;
    expect(lines?.map(({ discount }) => discount)).toEqual([129000, 5450, 14970, 350]);
  });

  test.each([
    ['a kopeck short', 161.71],
    ['a kopeck per line over', 161.66],
  ])('%s is rounding', (_, total_discount) => {
    const lines = toCalculation(answered({ total_discount }), request)?.lines ?? [];
    expect(plus(...lines.map(({ discount }) => discount))).toBe(Math.round(total_discount * 100));
  });

  test.each([
    ['discounts', { total_discount: 161.65 }],
    ['bonuses', { total_bonus_pay: 246.05 }],
    ['absurd discounts', { items: Array.from({ length: 4 }, (_, at) => ({ index: at + 1, calc_discount: 1e10 })) }],
  ])('%s of the lines over the total by more are no answer', (_, change) => {
    expect(toCalculation(answered(change), request)).toBeNull();
  });

  test('whatever is accepted; a whole return gives back just what was paid', () => {
    const most = linesTotal(request.lines);
    const upTo = (limit: number) => fc.oneof(fc.constant(0), fc.integer({ min: 0, max: limit }));
    const items = fc.array(fc.record({ index: fc.integer({ min: 1, max: 5 }), off: upTo(3000), bonus: upTo(3000) }));
    let accepted = 0;
    fc.assert(
      fc.property(items, upTo(most), upTo(most), (said, discount, bonuses) => {
        const answer = answered({
          total_discount: discount / 100,
          total_bonus_pay: bonuses / 100,
          items: said.map(({ index, off, bonus }) => ({ index, calc_discount: off / 100, pay_bonus: bonus / 100 })),
        });
        const calculation = toCalculation(answer, calculationOf('token', kopecks(bonuses)));
        if (calculation === null) return;
        accepted += 1;
        expect(plus(...calculation.lines.map((line) => line.discount))).toBe(discount);
        expect(plus(...calculation.lines.map((line) => line.redeemed))).toBe(bonuses);
        for (const [at, line] of calculation.lines.entries()) {
          expect(Math.min(line.discount, line.redeemed)).toBeGreaterThanOrEqual(0);
          expect(line.discount + line.redeemed).toBeLessThanOrEqual(sums[at] ?? 0);
        }
        const receipt = writtenReceipt(calculation);
        const back = { cash: calculation.due, card: ZERO, certificates: ZERO, bonuses: calculation.redeemed };
        expect(refund(receipt, returnable(receipt))).toEqual(back);
      }),
      { numRuns: 500 },
    );
    expect(accepted).toBeGreaterThan(50);
  });
});

function writtenReceipt(calculation: Calculation): WrittenReceipt {
  return {
    id: RECEIPT,
    number: 1,
    writtenAt: 0,
    lines: request.lines,
    calculation,
    payment: { cash: calculation.due, card: ZERO, change: ZERO },
    phoneEnding: null,
    returned: new Map(),
  };
}

describe('certificates', () => {
  const paying = (amount: number) =>
    calculationOf('token', kopecks(30000), { certificates: [{ code: '1', pin: '', amount: kopecks(amount) }] });

  test.each([
    ['as the service says', { total_certificate_pay: 400 }, 50000, 40000],
    ['as sent, when it does not say', {}, 50000, 50000],
    ['no more than what is left to pay, when it does not say', {}, 200000, 124370],
    ['of nothing, when it takes none', { total_certificate_pay: 0 }, 50000, 0],
  ])('pay %s', (_, change, sent, paid) => {
    const calculation = toCalculation(answered(change), paying(sent));
    expect(calculation).toMatchObject({ certificates: paid, due: 124370 - paid });
  });

  test('the service’s sum may be what is left after them', () => {
    const change = { total_check_amount: 743.7, total_certificate_pay: 500 };
    expect(toCalculation(answered(change), paying(50000))).toMatchObject({ due: 74370 });
    expect(toCalculation(answered(change), paying(40000))).toBeNull();
  });

  test.each([
    ['more than was sent', { total_certificate_pay: 500.01 }, 50000],
    ['more than is left to pay', { total_certificate_pay: 1243.71 }, 200000],
  ])('pay %s: no answer to this receipt', (_, change, sent) => {
    expect(toCalculation(answered(change), paying(sent))).toBeNull();
  });
});

describe('the customer the answer is about', () => {
  test.each(['8888888888', '88888888888', '88888888'])('%s is nobody, though one was named', (customer_token) => {
    expect(toCalculation(answered({ customer_token }), request)).toBeNull();
    const anonymous = calculationOf(null);
    expect(toCalculation(answered({ customer_token, total_bonus_pay: 0, items: [] }), anonymous)).not.toBeNull();
  });

  test.each(['token', '8888888', '18888888888', null])('%s is no reason to doubt', (customer_token) => {
    expect(toCalculation(answered({ customer_token }), request)).not.toBeNull();
  });
});

test('a promo code is spoken of only when one was sent', () => {
  const change = { coupon_used: 'X', coupon_message: 'Применён' };
  expect(toCalculation(answered(change), request)?.promo).toBeNull();
  const sent = calculationOf('token', kopecks(30000), { promo: 'X' });
  expect(toCalculation(answered(change), sent)?.promo).toEqual({ accepted: true, message: 'Применён' });
});

test('a receipt paid for wholly by promotions', () => {
  const answer = answered({ total_discount: 1705.4, total_bonus_pay: 0, items: [] });
  expect(toCalculation(answer, request)?.due).toBe(0);
});
