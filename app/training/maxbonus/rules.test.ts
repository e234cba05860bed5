import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromRoubles, kopecks, plus, ZERO } from '../../domain/money.ts';
import { Goods } from './goods.ts';
import { type Account, type CheckedItem, calculate, type PromoDiscount, type Rules } from './rules.ts';
import { TRAINING_SHOP } from './shop.ts';

const plain: Rules = { goods: new Goods([]), redemptionPercent: 30, redemptionLimit: 500 };
const training: Rules = { ...TRAINING_SHOP, goods: new Goods(TRAINING_SHOP.products) };

function item(price: number, qty = 1, code = 'x', index = 1): CheckedItem {
  return { code, index, price: fromRoubles(price) ?? ZERO, qty };
}

const rich: Account = { balance: kopecks(1_000_000_00), accrualPercent: 5 };

describe('the slips of the manual, appendix 2', () => {
  test('5 % of 1.00 is 0.05', () => {
    expect(calculate(plain, [item(1)], ZERO, { balance: kopecks(11), accrualPercent: 5 })).toMatchObject({
      total: 100,
      redeemed: 0,
      accrued: 5,
      limit: 11,
    });
  });

  test('30 % may be taken off; 5 % of the 0.70 left is 0.04', () => {
    const sums = calculate(plain, [item(1)], kopecks(30), { balance: kopecks(100_00), accrualPercent: 5 });
    expect(sums).toMatchObject({ limit: 30, redeemed: 30, accrued: 4 });
    expect(100_00 - sums.redeemed + sums.accrued).toBe(99_74);
  });
});

test('the receipt of the sale screen', () => {
  const items = [
    item(1290, 1, '00101', 1),
    item(109, 1, '00123', 2),
    item(49.9, 6, '00102', 3),
    item(7, 1, '00103', 4),
  ];
  const sums = calculate(training, items, kopecks(30000), { balance: kopecks(184216), accrualPercent: 15 });
  expect(sums).toMatchObject({ total: 170540, discount: 16170, limit: 50000, redeemed: 30000, accrued: 18656 });
  expect(sums.items.map(({ sum, discount, limit }) => [sum, discount, limit])).toEqual([
    [129000, 12900, 38700],
    [10900, 3270, 3270],
    [29940, 0, 8982],
    [700, 0, 210],
  ]);
});

describe('the most that bonuses pay', () => {
  test('30 % of every line', () => {
    expect(calculate(plain, [item(60), item(25)], kopecks(999_99), rich).redeemed).toBe(25_50);
  });

  test('the account', () => {
    const poor = { balance: kopecks(7), accrualPercent: 5 };
    expect(calculate(plain, [item(60)], kopecks(999_99), poor)).toMatchObject({ limit: 7, redeemed: 7 });
  });

  test('500 roubles of a receipt', () => {
    expect(calculate(plain, [item(10_000)], kopecks(999_99), rich)).toMatchObject({ limit: 500_00, redeemed: 500_00 });
  });

  test('what a promotion leaves of a line', () => {
    const goods = new Goods([{ code: 'x', name: 'Почти даром', price: 10, discountPercent: 90 }]);
    expect(calculate({ ...plain, goods }, [item(10)], kopecks(999_99), rich)).toMatchObject({
      discount: 9_00,
      limit: 1_00,
    });
  });

  test('nothing for an anonymous customer, though the lines show their share', () => {
    const sums = calculate(plain, [item(6000)], kopecks(100), null);
    expect(sums).toMatchObject({ limit: 0, redeemed: 0, accrued: 0 });
    expect(sums.items[0]).toMatchObject({ limit: 180000, redeemed: 0, accrued: 0 });
  });
});

test('weighed goods are rounded half-up to a kopeck; goods nobody knows have no promotion', () => {
  const [line] = calculate(training, [item(129.9, 0.333, 'none')], ZERO, null).items;
  expect(line).toMatchObject({ sum: 43_26, discount: 0, known: false });
});

describe('promo codes', () => {
  const promo = (percent: number, sum: number): PromoDiscount => ({ percent, sum: kopecks(sum) });

  test('a coupon takes its per cents off what promotions leave', () => {
    const items = [item(1290, 1, '00101', 1), item(49.9, 2, '00102', 2)];
    const sums = calculate(training, items, ZERO, null, promo(10, 0));
    expect(sums.items.map(({ discount }) => discount)).toEqual([129_00 + 116_10, 9_98]);
    expect(sums).toMatchObject({ discount: 255_08, payable: 1389_80 - 255_08 });
  });

  test('a gift code takes a sum off the receipt, spread over its lines', () => {
    const sums = calculate(plain, [item(100, 1, 'x', 1), item(50, 1, 'x', 2)], ZERO, null, promo(0, 15_00));
    expect(sums.items.map(({ discount }) => discount)).toEqual([10_00, 5_00]);
  });

  test('a gift code takes no more than there is, and then bonuses pay nothing', () => {
    expect(calculate(plain, [item(100)], kopecks(100), rich, promo(0, 150_00))).toMatchObject({
      discount: 100_00,
      limit: 0,
      redeemed: 0,
      accrued: 0,
      payable: 0,
    });
  });
});

const amounts = fc.integer({ min: 0, max: 1_000_000_00 }).map(kopecks);
const items = fc
  .array(
    fc.record({
      code: fc.constantFrom('none', ...TRAINING_SHOP.products.map(({ code }) => code)),
      price: amounts,
      qty: fc.integer({ min: 1, max: 20_000 }).map((thousandths) => thousandths / 1000),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((lines) => lines.map((line, at) => ({ ...line, index: at + 1 })));
const accounts = fc.option(fc.record({ balance: amounts, accrualPercent: fc.integer({ min: 0, max: 20 }) }));

const promos = fc.record({ percent: fc.integer({ min: 0, max: 100 }), sum: amounts });

test('lines add up to totals, and no line pays more than its share', () => {
  fc.assert(
    fc.property(items, amounts, accounts, promos, (lines, payBonus, account, promo) => {
      const sums = calculate(training, lines, payBonus, account, promo);
      for (const key of ['discount', 'redeemed', 'accrued'] as const) {
        expect(plus(...sums.items.map((line) => line[key]))).toBe(sums[key]);
      }
      expect(plus(...sums.items.map(({ sum }) => sum))).toBe(sums.total);
      expect(sums.payable).toBe(sums.total - sums.discount - sums.redeemed);
      expect(sums.redeemed).toBeLessThanOrEqual(Math.min(sums.limit, payBonus));
      expect(sums.limit).toBeLessThanOrEqual(account?.balance ?? 0);
      for (const line of sums.items) {
        expect(line.redeemed).toBeGreaterThanOrEqual(0);
        expect(line.redeemed).toBeLessThanOrEqual(line.limit);
        expect(line.discount + line.redeemed).toBeLessThanOrEqual(line.sum);
      }
    }),
  );
});
