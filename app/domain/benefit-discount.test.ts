import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bag, lard, water } from '../testing/fixtures.ts';
import { withBenefit, withoutBenefit } from './benefit-discount.ts';
import { type Kopecks, kopecks } from './money.ts';
import { ONE, type Quantity } from './quantity.ts';
import { benefitOff, type Line, linesTotal, lineTotal } from './receipt.ts';

const granted = { caseId: 7, name: 'Многодетная семья' };

const line = (index: number, product: Line['product'], quantity: number): Line => ({
  index,
  product,
  quantity: quantity as Quantity,
});

function lower(lines: readonly Line[], off: number): readonly Line[] {
  const cheaper = withBenefit(lines, { granted, off: kopecks(off), line: null }, lines.length + 1);
  if (!cheaper.ok) throw new Error(cheaper.error.code);
  return cheaper.value;
}

const totals = (lines: readonly Line[]): Kopecks[] => lines.map(lineTotal);

describe('a discount', () => {
  test('of one piece lowers its price', () => {
    expect(lower([line(1, water, 1000)], 990)).toEqual([
      { index: 1, product: { ...water, price: 4000 }, quantity: ONE, benefit: { ...granted, price: 4990 } },
    ]);
  });

  test('that several pieces cannot share evenly parts one of them from its line', () => {
    const lines = lower([line(1, water, 3000)], 1000);
    expect(lines).toMatchObject([
      { index: 1, quantity: 2000, product: { price: 4657 }, benefit: { price: 4990 } },
      { index: 2, quantity: 1000, product: { price: 4656 }, benefit: { price: 4990, pieceOf: 1 } },
    ]);
    expect(linesTotal(lines)).toBe(3 * 4990 - 1000);
  });

  test('goes over all lines by what they cost; what is left over goes to a single piece, and none is parted', () => {
    const lines = lower([line(1, water, 3000), line(2, bag, 1000)], 1000);
    expect(lines.map(({ index }) => index)).toEqual([1, 2]);
    expect(totals(lines)).toEqual([14_016, 654]);
  });

  test('comes out on a weight too', () => {
    expect(totals(lower([line(1, lard, 347)], 1))).toEqual([3781]);
    expect(totals(lower([line(1, lard, 347)], 3782))).toEqual([0]);
  });

  test('never takes more than asked for where only heavy goods are there', () => {
    const heavy = [line(1, lard, 3333)];
    const off = linesTotal(heavy) - linesTotal(lower(heavy, 1000));
    expect(off).toBeLessThanOrEqual(1000);
    expect(off).toBeGreaterThan(1000 - 4);
  });

  test('of all that there is leaves nothing to pay', () => {
    const lines = [line(1, water, 3000), line(2, lard, 1250)];
    expect(linesTotal(lower(lines, linesTotal(lines)))).toBe(0);
  });
});

const products = fc.record({
  price: fc.integer({ min: 10_00, max: 5_000_00 }),
  weighed: fc.boolean(),
  amount: fc.integer({ min: 1, max: 20_000 }),
});

const receipts = fc.array(products, { minLength: 1, maxLength: 6 }).map((goods) =>
  goods.map(({ price, weighed, amount }, at) => {
    const product = { code: `${at}`, barcode: null, name: 'Goods', price: kopecks(price), weighed };
    return line(at + 1, product, weighed ? amount : Math.ceil(amount / 1000) * 1000);
  }),
);

test('lines come to just what was to be taken off, as far as weights allow, and cost no less than nothing', () => {
  fc.assert(
    fc.property(receipts, fc.double({ min: 0, max: 1, noNaN: true }), (lines, share) => {
      const total = linesTotal(lines);
      const off = Math.max(1, Math.floor(total * share));
      fc.pre(off <= total);
      const now = lower(lines, off);
      const short = off - (total - linesTotal(now));
      // A kopeck for each piece or kilogram, where nothing is left that could carry it.
      const most = lines.length * 20;
      expect(short).toBeGreaterThanOrEqual(0);
      expect(short).toBeLessThanOrEqual(carries(now, most) ? 0 : most);
      expect(now.every(({ product }) => product.price >= 0)).toBe(true);
      expect(now.reduce((sum, one) => sum + benefitOff(one), 0)).toBe(total - linesTotal(now));
    }),
  );
});

/** A line is there that could cost so much less still. */
function carries(lines: readonly Line[], off: number): boolean {
  return lines.some(({ product, quantity }) =>
    product.weighed ? quantity <= ONE && product.price * quantity >= off * ONE : product.price >= off,
  );
}

test('taken off again it leaves the receipt as it was', () => {
  fc.assert(
    fc.property(receipts, fc.double({ min: 0, max: 1, noNaN: true }), (lines, share) => {
      const off = Math.max(1, Math.floor(linesTotal(lines) * share));
      fc.pre(off <= linesTotal(lines));
      expect(withoutBenefit(lower(lines, off), granted.caseId)).toEqual(lines);
    }),
  );
});

test('a parted piece whose line is gone stays, at the price of before', () => {
  const [, piece] = lower([line(1, water, 3000)], 1000);
  expect(withoutBenefit(piece ? [piece] : [], granted.caseId)).toEqual([line(2, water, 1000)]);
});

test('a line carries one benefit: another goes to those without', () => {
  const [first] = lower([line(1, water, 1000)], 100);
  const lines = [...(first ? [first] : []), line(2, bag, 1000)];
  const other = { caseId: 8, name: 'Пенсионер' };
  const both = withBenefit(lines, { granted: other, off: kopecks(100), line: null }, 3);
  expect(both).toMatchObject({ value: [{ benefit: granted }, { benefit: other, product: { price: 600 } }] });
  expect(both.ok && withoutBenefit(both.value, 8)).toEqual(lines);
});

test.each<[string, readonly Line[], number, number | null, string]>([
  ['an empty receipt', [], 100, null, 'sale-empty'],
  ['a line that is not there', [line(1, water, 1000)], 100, 2, 'line-not-found'],
  ['more than there is', [line(1, water, 1000)], 4991, 1, 'benefit-price-wrong'],
  ['nothing', [line(1, water, 1000)], 0, null, 'benefit-price-wrong'],
  ['a line that has one', lower([line(1, water, 1000)], 100), 100, 1, 'line-has-benefit'],
])('no discount for %s', (_name, lines, off, at, code) => {
  const refused = withBenefit(lines, { granted, off: kopecks(off), line: at }, 9);
  expect(refused).toMatchObject({ ok: false, error: { code } });
});
