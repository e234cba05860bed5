import { describe, expect, test } from 'vitest';
import { kopecks } from '../../../app/domain/money.ts';
import { ok } from '../../../app/domain/result.ts';
import { testLine, testView } from '../../fixture.ts';
import {
  BLANK_DRAFT,
  chosenTarget,
  type PriceDraft,
  readPrice,
  readPrices,
  type Target,
  targets,
} from './price-draft.ts';

const line = testLine(1);
const lowered = testLine(2, { benefit: kopecks(10_00) });
const view = testView({ sale: { lines: [line, lowered, testLine(3, { price: kopecks(50_00) })] } });

describe('what a benefit can lower', () => {
  test('is the marked line, then the receipt, without lines that have a benefit', () => {
    expect(targets(view, line)).toEqual([
      { onto: 'line', sum: 100_00, line: 1, name: 'Goods 1' },
      { onto: 'receipt', sum: 150_00 },
      { onto: 'none' },
    ]);
    expect(targets(view, lowered).map(({ onto }) => onto)).toEqual(['receipt', 'none']);
  });

  test('is nothing of a receipt that is paid, or empty', () => {
    for (const sale of [{ stage: 'written' as const }, { lines: [] }]) {
      expect(targets(testView({ sale }), null)).toEqual([{ onto: 'none' }]);
    }
  });

  test('is what the cashier chose, as long as that is there', () => {
    const draft: PriceDraft = { ...BLANK_DRAFT, onto: 'line' };
    expect(chosenTarget(targets(view, line), draft).onto).toBe('line');
    expect(chosenTarget(targets(view, null), draft).onto).toBe('receipt');
  });
});

describe('prices', () => {
  const receipt: Target = { onto: 'receipt', sum: kopecks(150_00) };
  const none: Target = { onto: 'none' };
  const read = (change: Partial<PriceDraft>, target: Target = receipt, discount: number | null = 10) => {
    const draft = { ...BLANK_DRAFT, ...change };
    return readPrices(readPrice(draft, target), draft, discount, target);
  };

  test('are suggested: what it costs, less what the shop takes off', () => {
    expect(read({})).toEqual(ok({ price: 150_00, discountedPrice: 135_00 }));
    expect(read({ price: '200' })).toEqual(ok({ price: 200_00, discountedPrice: 180_00 }));
    expect(read({ discountedPrice: '120,50' })).toEqual(ok({ price: 150_00, discountedPrice: 120_50 }));
  });

  test('may be none where the receipt has nothing to do with it', () => {
    expect(read({}, none, null)).toEqual(ok({ price: null, discountedPrice: null }));
    expect(read({ price: '200' }, none, null)).toEqual(ok({ price: 200_00, discountedPrice: null }));
    expect(read({ price: '200', discountedPrice: '200' }, none)).toMatchObject({ ok: true });
  });

  test.each<[string, Partial<PriceDraft>, Target, number | null, string]>([
    ['a price that is no sum', { price: '1,2,3' }, receipt, 10, 'price'],
    ['a lower price that is no sum', { discountedPrice: 'ten' }, receipt, 10, 'discounted'],
    ['no lower price for the receipt', {}, receipt, null, 'missing'],
    ['a lower price of nothing', { discountedPrice: '10' }, none, null, 'missing'],
    ['the same price', { discountedPrice: '150' }, receipt, 10, 'too-high'],
    ['more off than the receipt costs', { price: '500', discountedPrice: '1' }, receipt, 10, 'too-high'],
    ['a higher price', { price: '1', discountedPrice: '2' }, none, null, 'too-high'],
  ])('%s does not do', (_name, draft, target, discount, why) => {
    expect(read(draft, target, discount)).toEqual({ ok: false, error: why });
  });
});
