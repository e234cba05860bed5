import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kopecks, ZERO } from '../../domain/money.ts';
import { TRAINING_CUSTOMERS } from './customers.ts';
import { Ledger, type WrittenReceipt } from './ledger.ts';
import { createRandom } from './random.ts';
import type { CheckedItem } from './rules.ts';
import { TRAINING_SHOP } from './shop.ts';

const [dmitry, anna, nikolai] = TRAINING_CUSTOMERS;
const CHECK: readonly CheckedItem[] = [{ code: '00107', index: 1, price: kopecks(219_00), qty: 2 }];

function ledgerAt(clock = { now: 0 }): Ledger {
  return new Ledger(TRAINING_SHOP, () => clock.now, createRandom(1));
}

const refusal = (message: RegExp) => ({ ok: false, error: { message: expect.stringMatching(message) } });

test('a written receipt moves bonuses; its rollback moves them back and forgets it', () => {
  const ledger = ledgerAt();
  const calculation = ledger.calculate(dmitry, CHECK, kopecks(100_00));
  expect(ledger.write('r1', calculation)).toMatchObject({
    ok: true,
    value: { balanceBefore: 1842_16, balanceAfter: 1842_16 - 100_00 + 50_70 },
  });
  expect([ledger.balance(dmitry), ledger.isWritten('r1')]).toEqual([1792_86, true]);

  expect(ledger.rollback('r1')).toMatchObject({ ok: true });
  expect([ledger.balance(dmitry), ledger.isWritten('r1'), ledger.receipts]).toEqual([1842_16, false, []]);
  expect(ledger.rollback('r1')).toEqual(refusal(/Чек не найден/));
  expect(ledger.history.map(({ kind }) => kind)).toEqual(['written', 'rolled-back']);
});

test('after a rollback the same calculation can be written again', () => {
  const ledger = ledgerAt();
  const calculation = ledger.calculate(dmitry, CHECK, kopecks(100_00));
  ledger.write('r1', calculation);
  ledger.rollback('r1');
  expect(ledger.write('r1', calculation)).toMatchObject({ ok: true, value: { balanceAfter: 1792_86 } });
});

describe('refusals', () => {
  test('one calculation, two receipts', () => {
    const ledger = ledgerAt();
    const calculation = ledger.calculate(null, CHECK, ZERO);
    ledger.write('r1', calculation);
    expect(ledger.write('r2', calculation)).toEqual(refusal(/уже использован/));
  });

  test('bonuses that another receipt took meanwhile', () => {
    const ledger = ledgerAt();
    const [first, second] = [1, 2].map(() => ledger.calculate(nikolai, CHECK, kopecks(11)));
    if (!first || !second) throw new Error('no calculations');
    expect(ledger.write('r1', { ...first, sums: { ...first.sums, accrued: ZERO } })).toMatchObject({ ok: true });
    expect(ledger.write('r2', second)).toEqual(refusal(/Недостаточно/));
  });

  test('a rollback whose accrued bonuses are spent', () => {
    const ledger = ledgerAt();
    ledger.write('r1', ledger.calculate(nikolai, CHECK, ZERO));
    const spent = ledger.calculate(nikolai, CHECK, kopecks(22_01));
    ledger.write('r2', { ...spent, sums: { ...spent.sums, accrued: ZERO } });
    expect(ledger.rollback('r1')).toEqual(refusal(/уже списаны/));
    expect(ledger.isWritten('r1')).toBe(true);
  });
});

test('a calculation is forgotten after half an hour', () => {
  const clock = { now: 1_000 };
  const ledger = ledgerAt(clock);
  const { id } = ledger.calculate(null, CHECK, ZERO);
  clock.now += 30 * 60_000;
  expect(ledger.calculation(id)?.id).toBe(id);
  clock.now += 1;
  expect(ledger.calculation(id)).toBeUndefined();
  expect(ledger.calculation('none')).toBeUndefined();
});

type Step = {
  readonly kind: 'write' | 'rollback';
  readonly receipt: number;
  readonly pay: number;
  readonly who: number;
};

const steps = fc.array(
  fc.record<Step>({
    kind: fc.constantFrom('write', 'rollback'),
    receipt: fc.integer({ min: 0, max: 5 }),
    pay: fc.integer({ min: 0, max: 300_00 }),
    who: fc.integer({ min: 0, max: 2 }),
  }),
  { maxLength: 40 },
);

test('whatever is written and rolled back, no balance is negative and all rolled back is as before', () => {
  fc.assert(
    fc.property(steps, (sequence) => {
      const ledger = ledgerAt();
      const customers = [dmitry, anna, nikolai];
      const opening = customers.map((customer) => ledger.balance(customer));
      for (const { kind, receipt, pay, who } of sequence) {
        const number = `r${receipt}`;
        if (kind === 'rollback') ledger.rollback(number);
        else if (!ledger.isWritten(number)) {
          ledger.write(number, ledger.calculate(customers[who] ?? null, CHECK, kopecks(pay)));
        }
        for (const customer of customers) expect(ledger.balance(customer)).toBeGreaterThanOrEqual(0);
      }
      // Those first that took more than they gave, so that no account lacks what the others gave.
      const gain = ({ calculation: { sums } }: WrittenReceipt) => sums.accrued - sums.redeemed;
      for (const { checkNumber } of ledger.receipts.toSorted((a, b) => gain(a) - gain(b))) {
        expect(ledger.rollback(checkNumber)).toMatchObject({ ok: true });
      }
      expect(customers.map((customer) => ledger.balance(customer))).toEqual(opening);
    }),
  );
});
