import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kopecks, LARGEST_AMOUNT, ZERO } from '../domain/money.ts';
import { LARGEST_QUANTITY, ONE, type Quantity } from '../domain/quantity.ts';
import { linesTotal, type ReceiptId } from '../domain/receipt.ts';
import { bag, calculationOf, dmitry, having, lard, water } from '../testing/fixtures.ts';
import { calculationRequest } from './loyalty-steps.ts';
import { apply, due, needsPin, newSale, type Sale, type SaleEvent, whyNotWritable } from './sale.ts';

const blank = newSale('receipt' as ReceiptId, 7);
const cash = { cash: kopecks(4990), card: ZERO, change: ZERO };
const outcome = { redeemed: ZERO, accrued: kopecks(250), balance: null, text: [] };

function refusal(sale: Sale, event: SaleEvent): string | null {
  const next = apply(sale, event);
  return next.ok ? null : next.error.code;
}

const addWater: SaleEvent = { kind: 'line-added', product: water, quantity: ONE };
const identify: SaleEvent = { kind: 'customer-identified', customer: dmitry };

/** The service's answer to the sale as it stands, with 15.00 allowed to be taken off. */
function calculate(sale: Sale): SaleEvent {
  return { kind: 'calculated', calculation: calculationOf(calculationRequest(sale), kopecks(1500)) };
}

const choose = (amount: number): SaleEvent => ({ kind: 'redemption-chosen', amount: kopecks(amount) });

describe('lines', () => {
  test('pieces of one product join one line, weighed goods do not', () => {
    const sale = having(
      blank,
      addWater,
      addWater,
      ...[1, 2].map((): SaleEvent => ({ kind: 'line-added', product: lard, quantity: 250 as Quantity })),
    );
    expect(sale.lines.map((line) => [line.index, line.product.code, line.quantity])).toEqual([
      [1, 'W15', 2000],
      [2, '00123', 250],
      [3, '00123', 250],
    ]);
  });

  test('an index is not used again while a later line stands', () => {
    const sale = having(
      blank,
      addWater,
      { kind: 'line-added', product: bag, quantity: ONE },
      { kind: 'line-removed', index: 1 },
      addWater,
    );
    expect(sale.lines.map((line) => line.index)).toEqual([2, 3]);
    expect(sale.selected).toBe(3);
  });

  test('an absurd quantity and a line that is not there are refused', () => {
    const full = having(blank, { kind: 'line-added', product: water, quantity: LARGEST_QUANTITY as Quantity });
    expect(refusal(full, addWater)).toBe('quantity-out-of-range');
    expect(refusal(full, { kind: 'line-removed', index: 9 })).toBe('line-not-found');
    expect(refusal(full, { kind: 'quantity-changed', index: 9, quantity: ONE })).toBe('line-not-found');
  });
});

describe('calculation', () => {
  test.each<[string, SaleEvent]>([
    ['a line', addWater],
    ['a quantity', { kind: 'quantity-changed', index: 1, quantity: 3000 as Quantity }],
    ['a removed line', { kind: 'line-removed', index: 1 }],
    ['the customer', identify],
    ['no customer', { kind: 'customer-removed' }],
    ['a write-off', choose(1000)],
  ])('%s makes it outdated', (_name, event) => {
    const opened = having(blank, addWater, identify);
    const calculated = having(opened, calculate(opened));
    expect(whyNotWritable(calculated)).toBeNull();
    expect(having(calculated, event).calculation).toBeNull();
  });
});

describe('write-off', () => {
  const opened = having(blank, addWater, identify);
  const calculated = having(opened, calculate(opened));

  test('needs a customer and a known limit, and is clamped to it', () => {
    expect(refusal(having(blank, addWater), choose(100))).toBe('no-customer');
    expect(refusal(opened, choose(100))).toBe('not-calculated');
    expect(having(calculated, choose(999_999)).redemption).toBe(1500);
  });

  test('waits for the PIN, which then holds for that sum and less', () => {
    const chosen = having(calculated, choose(1000));
    expect(needsPin(chosen)).toBe(true);
    expect(refusal(chosen, { kind: 'pin-confirmed' })).toBe('pin-not-asked');
    const confirmed = having(chosen, { kind: 'pin-asked' }, { kind: 'pin-confirmed' });
    expect(needsPin(confirmed)).toBe(false);
    expect(needsPin(having(confirmed, choose(900)))).toBe(false);
    expect(needsPin(having(confirmed, choose(1100)))).toBe(true);
  });

  test('another customer starts without write-off and PIN', () => {
    const confirmed = having(calculated, choose(1000), { kind: 'pin-asked' }, { kind: 'pin-confirmed' });
    const other = having(confirmed, { kind: 'customer-identified', customer: { ...dmitry, token: 'other' } });
    expect([other.redemption, other.pin.confirmedUpTo, other.redemptionLimit]).toEqual([0, 0, null]);
  });
});

describe('writing', () => {
  const opened = having(blank, addWater);
  const calculated = having(opened, calculate(opened));
  const start: SaleEvent = { kind: 'write-started', payment: cash };

  test('needs lines, a calculation and, for a write-off, the PIN', () => {
    expect(refusal(blank, start)).toBe('sale-empty');
    expect(refusal(opened, start)).toBe('not-calculated');
    const withCustomer = having(opened, identify);
    const chosen = having(having(withCustomer, calculate(withCustomer)), choose(1000));
    expect(refusal(having(chosen, calculate(chosen)), start)).toBe('pin-required');
  });

  test('a lost outcome leaves a doubt that only the service ends', () => {
    const doubt = having(calculated, start, { kind: 'outcome-lost' });
    expect(doubt.stage.at).toBe('in-doubt');
    expect(refusal(doubt, addWater)).toBe('sale-not-open');
    expect(having(doubt, { kind: 'written', outcome }).stage).toEqual({ at: 'written', payment: cash, outcome });
    expect(having(doubt, { kind: 'write-refused' })).toMatchObject({ stage: { at: 'open' }, calculation: null });
  });

  test('nothing changes a written sale', () => {
    const written = having(calculated, start, { kind: 'written', outcome });
    for (const event of [addWater, identify, start, choose(0), { kind: 'outcome-lost' } as const]) {
      expect(refusal(written, event)).toBe('sale-not-open');
    }
  });
});

test('whatever happens to an open sale, what is due is the sum of the lines less the bonuses', () => {
  const event = fc.oneof(
    fc.constantFrom(addWater, identify, { kind: 'customer-removed' } as const),
    fc.integer({ min: 1, max: 5 }).map((index): SaleEvent => ({ kind: 'line-removed', index })),
    fc.integer({ min: 0, max: 3000 }).map(choose),
  );
  fc.assert(
    fc.property(fc.array(event, { maxLength: 30 }), (events) => {
      const sale = events.reduce((state, one) => {
        const next = apply(state, one);
        return next.ok ? having(next.value, calculate(next.value)) : state;
      }, blank);
      expect(due(sale)).toBe(linesTotal(sale.lines) - sale.redemption);
      expect(sale.redemption).toBeLessThanOrEqual(1500);
    }),
  );
});

describe('what cannot stand on a receipt', () => {
  test('a total beyond the largest amount, by one line or by many', () => {
    const dear = { ...water, code: 'dear', barcode: null, price: kopecks(LARGEST_AMOUNT - 1) };
    const sale = having(blank, { kind: 'line-added', product: dear, quantity: ONE });
    expect(refusal(sale, { kind: 'line-added', product: dear, quantity: ONE })).toBe('receipt-too-large');
    expect(refusal(sale, { kind: 'quantity-changed', index: 1, quantity: (2 * ONE) as Quantity })).toBe(
      'receipt-too-large',
    );
  });

  test('a part of a piece', () => {
    const sale = having(blank, addWater, { kind: 'line-added', product: lard, quantity: ONE });
    expect(refusal(sale, { kind: 'quantity-changed', index: 1, quantity: 333 as Quantity })).toBe('whole-pieces-only');
    expect(refusal(sale, { kind: 'quantity-changed', index: 2, quantity: 333 as Quantity })).toBeNull();
  });

  test('an index used before', () => {
    const sale = having(blank, addWater, { kind: 'line-removed', index: 1 }, addWater);
    expect(sale.lines.map((line) => line.index)).toEqual([2]);
  });
});

test('a refused write takes the PIN back too', () => {
  const opened = having(blank, addWater, identify);
  const chosen = having(
    having(opened, calculate(opened)),
    choose(1000),
    { kind: 'pin-asked' },
    { kind: 'pin-confirmed' },
  );
  const refused = having(
    chosen,
    calculate(chosen),
    { kind: 'write-started', payment: cash },
    { kind: 'write-refused' },
  );
  expect(needsPin(refused)).toBe(true);
});

describe('a benefit', () => {
  const granted = { caseId: 7, name: 'Многодетная семья' };
  const off = (amount: number, line: number | null = null): SaleEvent => ({
    kind: 'benefit-applied',
    granted,
    off: kopecks(amount),
    line,
  });

  test('lowers what is due, and what was calculated is outdated', () => {
    const opened = having(blank, addWater);
    const sale = having(having(opened, calculate(opened)), off(990));
    expect([due(sale), sale.calculation]).toEqual([4000, null]);
  });

  test('an index of a parted piece is not used again', () => {
    const sale = having(blank, addWater, addWater, addWater, off(1000), {
      kind: 'line-added',
      product: bag,
      quantity: ONE,
    });
    expect(sale.lines.map((line) => [line.index, line.product.price, line.quantity])).toEqual([
      [1, 4657, 2000],
      [2, 4656, 1000],
      [3, 700, 1000],
    ]);
  });

  test('that is not there cannot be taken off', () => {
    expect(refusal(having(blank, addWater), { kind: 'benefit-removed', caseId: 7 })).toBe('benefit-not-applied');
  });

  test('goes with any of its lines, and stays when another one goes', () => {
    const addBag: SaleEvent = { kind: 'line-added', product: bag, quantity: ONE };
    const both = having(blank, addWater, addBag, off(1000));
    expect(having(both, { kind: 'line-removed', index: 1 }).lines).toEqual([{ index: 2, product: bag, quantity: ONE }]);
    const one = having(blank, addWater, addBag, off(1000, 1));
    expect(having(one, { kind: 'line-removed', index: 2 }).lines).toEqual([one.lines[0]]);
  });

  test('on and off again leaves every receipt as it was, sums to the kopeck', () => {
    const goods = fc.array(fc.constantFrom(water, bag, lard), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(goods, fc.integer({ min: 1, max: 100 }), (products, percent) => {
        const sale = having(
          blank,
          ...products.map((product): SaleEvent => {
            return { kind: 'line-added', product, quantity: product.weighed ? (350 as Quantity) : ONE };
          }),
        );
        const amount = Math.max(1, Math.floor((linesTotal(sale.lines) * percent) / 100));
        const lowered = having(sale, off(amount));
        const request = calculationRequest(lowered);
        expect(linesTotal(request.lines)).toBe(linesTotal(sale.lines) - amount);
        expect(due(lowered)).toBe(linesTotal(sale.lines) - amount);
        expect(having(lowered, { kind: 'benefit-removed', caseId: 7 }).lines).toEqual(sale.lines);
      }),
    );
  });
});
