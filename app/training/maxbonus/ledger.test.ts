import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromRoubles, type Kopecks, kopecks, plus, ZERO } from '../../domain/money.ts';
import { createRandom } from '../random.ts';
import { TRAINING_CERTIFICATES } from './certificates.ts';
import { TRAINING_CUSTOMERS } from './customers.ts';
import { Goods } from './goods.ts';
import { type Calculation, type Check, Ledger, type WrittenReceipt } from './ledger.ts';
import type { TrainingCertificate, TrainingCustomer } from './model.ts';
import { findPromos } from './promo-codes.ts';
import { TRAINING_SHOP } from './shop.ts';

const [dmitry, anna, nikolai] = TRAINING_CUSTOMERS;
const { plain, withPin, small } = TRAINING_CERTIFICATES;

/** Two packs of butter and three bottles of water: 438.00 and 149.70. */
const CHECK: Check = {
  items: [
    { code: '00107', index: 1, price: kopecks(219_00), qty: 2 },
    { code: '00102', index: 2, price: kopecks(49_90), qty: 3 },
  ],
  payBonus: ZERO,
  certificates: [],
  promos: findPromos([], '', ''),
};

function ledgerAt(clock = { now: 0 }): Ledger {
  return new Ledger(TRAINING_SHOP, new Goods(TRAINING_SHOP.products), () => clock.now, createRandom(1));
}

function calculated(ledger: Ledger, customer: TrainingCustomer | null, change: Partial<Check> = {}): Calculation {
  const calculation = ledger.calculate(customer, { ...CHECK, ...change });
  if (!calculation.ok) throw new Error(calculation.error.message);
  return calculation.value;
}

function bonuses(payBonus: number): Partial<Check> {
  return { payBonus: kopecks(payBonus) };
}

function paying(...parts: readonly (readonly [TrainingCertificate, number])[]): Partial<Check> {
  return { certificates: parts.map(([{ code, pin }, summ]) => ({ code, pin, summ: kopecks(summ) })) };
}

function kindsOf({ books }: Ledger) {
  return books.entries.map(({ kind }) => kind);
}

const refusal = (message: RegExp) => ({ ok: false, error: { message: expect.stringMatching(message) } });

describe('write and rollback', () => {
  test('a written receipt moves bonuses; its rollback moves them back and forgets it', () => {
    const ledger = ledgerAt();
    expect(ledger.write('r1', calculated(ledger, dmitry, bonuses(100_00)))).toMatchObject({
      ok: true,
      value: { balanceBefore: 1842_16, balanceAfter: 1842_16 - 100_00 + 73_16 },
    });
    expect([ledger.books.balance(dmitry), ledger.isWritten('r1')]).toEqual([1815_32, true]);

    expect(ledger.rollback('r1')).toMatchObject({ ok: true });
    expect([ledger.books.balance(dmitry), ledger.isWritten('r1'), ledger.receipts]).toEqual([1842_16, false, []]);
    expect(ledger.rollback('r1')).toEqual(refusal(/Чек не найден/));
    expect(kindsOf(ledger)).toEqual(['written', 'rolled-back']);
  });

  test('certificates are taken from and given back to', () => {
    const ledger = ledgerAt();
    ledger.write('r1', calculated(ledger, null, paying([plain, 400_00], [small, 50_00])));
    expect([plain, small].map((certificate) => ledger.books.certificateBalance(certificate))).toEqual([600_00, 0]);
    ledger.rollback('r1');
    expect([plain, small].map((certificate) => ledger.books.certificateBalance(certificate))).toEqual([1000_00, 50_00]);
  });

  test('after a rollback the same calculation can be written again', () => {
    const ledger = ledgerAt();
    const calculation = calculated(ledger, dmitry, { ...bonuses(100_00), ...paying([small, 50_00]) });
    ledger.write('r1', calculation);
    ledger.rollback('r1');
    expect(ledger.write('r1', calculation)).toMatchObject({ ok: true, value: { balanceAfter: 1815_32 } });
  });
});

describe('refusals', () => {
  test('one calculation, two receipts', () => {
    const ledger = ledgerAt();
    const calculation = calculated(ledger, null);
    ledger.write('r1', calculation);
    expect(ledger.write('r2', calculation)).toEqual(refusal(/уже использован/));
  });

  test('bonuses that another receipt took meanwhile', () => {
    const ledger = ledgerAt();
    const [first, second] = [1, 2].map(() => calculated(ledger, nikolai, bonuses(11)));
    if (!first || !second) throw new Error('no calculations');
    expect(ledger.write('r1', { ...first, sums: { ...first.sums, accrued: ZERO } })).toMatchObject({ ok: true });
    expect(ledger.write('r2', second)).toEqual(refusal(/Недостаточно/));
  });

  test('a certificate that another receipt used meanwhile', () => {
    const ledger = ledgerAt();
    const [first, second, third] = [600_00, 300_00, 400_00].map((sum) =>
      calculated(ledger, null, paying([plain, sum / 2])),
    );
    if (!first || !second || !third) throw new Error('no calculations');
    ledger.write('r0', calculated(ledger, null, paying([plain, 500_00])));
    expect(ledger.write('r1', first)).toMatchObject({ ok: true });
    expect(ledger.write('r2', second)).toMatchObject({ ok: true });
    expect(ledger.write('r3', third)).toEqual(refusal(/недостаточно средств/));
    expect(ledger.books.certificateBalance(plain)).toBe(50_00);
  });

  test('a rollback whose accrued bonuses are spent', () => {
    const ledger = ledgerAt();
    ledger.write('r1', calculated(ledger, nikolai));
    const spent = calculated(ledger, nikolai, bonuses(29_50));
    ledger.write('r2', { ...spent, sums: { ...spent.sums, accrued: ZERO } });
    expect(ledger.rollback('r1')).toEqual(refusal(/уже списаны/));
    expect(ledger.isWritten('r1')).toBe(true);
  });

  test('a rollback of a receipt with returns', () => {
    const ledger = ledgerAt();
    ledger.write('r1', calculated(ledger, anna));
    ledger.takeBack('r1', 'back', [{ code: '00102', index: 2, qty: 1 }]);
    expect(ledger.rollback('r1')).toEqual(refusal(/возврат/));
    expect(kindsOf(ledger)).toEqual(['written', 'returned']);
  });
});

describe('a return', () => {
  test('of the whole receipt undoes all that it did', () => {
    const ledger = ledgerAt();
    ledger.write('r1', calculated(ledger, dmitry, { ...bonuses(100_00), ...paying([plain, 100_00], [small, 20_00]) }));
    expect(ledger.takeBack('r1', 'back', [])).toMatchObject({
      ok: true,
      value: {
        restored: 100_00,
        withdrawn: 73_16,
        certificates: [
          { code: plain.code, amount: 100_00 },
          { code: small.code, amount: 20_00 },
        ],
        balanceAfter: 1842_16,
      },
    });
    expect([plain, small].map((certificate) => ledger.books.certificateBalance(certificate))).toEqual([1000_00, 50_00]);
  });

  test('of a part gives that part back, and a second one the rest', () => {
    const ledger = ledgerAt();
    ledger.write('r1', calculated(ledger, anna, bonuses(100_00)));
    const water = { code: '00102', index: 2, qty: 1 };
    expect(ledger.takeBack('r1', 'b1', [water])).toMatchObject({ value: { restored: 8_49, withdrawn: 2_07 } });
    expect(ledger.takeBack('r1', 'b2', [])).toMatchObject({
      value: { restored: 91_51, withdrawn: 22_32, balanceAfter: 640_00 },
    });
    expect(ledger.takeBack('r1', 'b3', [])).toEqual(refusal(/уже возвращено/));
  });

  test('is told from its repetition by its number, whatever the receipt', () => {
    const ledger = ledgerAt();
    ledger.write('r1', calculated(ledger, null));
    ledger.write('r2', calculated(ledger, null));
    ledger.takeBack('r1', 'back', []);
    expect(ledger.takeBack('r1', 'back', [])).toEqual(refusal(/Такой возврат уже проведен/));
    expect(ledger.takeBack('r2', 'back', [])).toEqual(refusal(/Такой возврат уже проведен/));
  });

  test('needs a receipt', () => {
    const ledger = ledgerAt();
    expect(ledger.takeBack('r1', 'back', [])).toEqual(refusal(/Чек не найден/));
    ledger.write('r1', calculated(ledger, null));
    ledger.rollback('r1');
    expect(ledger.takeBack('r1', 'back', [])).toEqual(refusal(/Чек не найден/));
  });

  test('withdraws accrued bonuses as far as they are still there', () => {
    const ledger = ledgerAt();
    ledger.write('r1', calculated(ledger, nikolai));
    const spent = calculated(ledger, nikolai, bonuses(20_00));
    ledger.write('r2', { ...spent, sums: { ...spent.sums, accrued: ZERO } });
    const left = ledger.books.balance(nikolai);
    expect(ledger.takeBack('r1', 'back', [])).toMatchObject({
      value: { restored: 0, withdrawn: left, balanceAfter: 0 },
    });
  });
});

test('a calculation is forgotten after half an hour', () => {
  const clock = { now: 1_000 };
  const ledger = ledgerAt(clock);
  const { id } = calculated(ledger, null);
  clock.now += 30 * 60_000;
  expect(ledger.calculation(id)?.id).toBe(id);
  clock.now += 1;
  expect(ledger.calculation(id)).toBeUndefined();
  expect(ledger.calculation('none')).toBeUndefined();
});

const CUSTOMERS = [dmitry, anna, nikolai];
const CERTIFICATES = [plain, withPin, small];

const step = fc.record({
  kind: fc.constantFrom('write', 'rollback', 'return'),
  receipt: fc.integer({ min: 0, max: 4 }),
  pay: fc.integer({ min: 0, max: 300_00 }),
  who: fc.integer({ min: 0, max: 3 }),
  certificate: fc.integer({ min: 0, max: 2 }),
  byCertificate: fc.integer({ min: 0, max: 300_00 }),
  back: fc.array(fc.record({ index: fc.constantFrom(1, 2), qty: fc.constantFrom(0.5, 1, 2) }), { maxLength: 1 }),
});
type Step = typeof step extends fc.Arbitrary<infer Drawn> ? Drawn : never;

/** Does it, be it allowed or refused. */
function take(ledger: Ledger, drawn: Step, at: number): void {
  const receipt = `r${drawn.receipt}`;
  if (drawn.kind === 'rollback') ledger.rollback(receipt);
  else if (drawn.kind === 'return') {
    const items = drawn.back.map(({ index, qty }) => ({ code: index === 1 ? '00107' : '00102', index, qty }));
    ledger.takeBack(receipt, `back${at}`, items);
  } else if (!ledger.isWritten(receipt)) {
    const certificate = CERTIFICATES[drawn.certificate] ?? plain;
    const check = { ...CHECK, ...bonuses(drawn.pay), ...paying([certificate, drawn.byCertificate]) };
    const calculation = ledger.calculate(CUSTOMERS[drawn.who] ?? null, check);
    if (calculation.ok) ledger.write(receipt, calculation.value);
  }
}

/** Bonuses the customer should have by what the receipts and returns themselves say. */
function expectedBalance(ledger: Ledger, customer: TrainingCustomer): number {
  const receipts = ledger.receipts.filter(({ calculation }) => calculation.customer === customer);
  const changes = receipts.flatMap(({ calculation: { sums }, returns }) => [
    sums.accrued - sums.redeemed,
    ...returns.map(({ restored, withdrawn }) => restored - withdrawn),
  ]);
  return changes.reduce((sum, change) => sum + change, fromRoubles(customer.balance) ?? 0);
}

function onCertificate(ledger: Ledger, { code, balance }: TrainingCertificate): Kopecks {
  const changes = ledger.receipts.flatMap(({ calculation, returns }) => [
    ...calculation.certificates.filter((used) => used.code === code).map(({ summ }) => kopecks(-summ)),
    ...returns
      .flatMap(({ certificates }) => certificates.filter((back) => back.code === code))
      .map(({ amount }) => amount),
  ]);
  return plus(fromRoubles(balance) ?? ZERO, ...changes);
}

test('whatever is written, rolled back and returned, balances are the opening and the history, and never negative', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const ledger = ledgerAt();
      steps.forEach((drawn, at) => {
        take(ledger, drawn, at);
        for (const customer of CUSTOMERS) {
          expect(ledger.books.balance(customer)).toBe(expectedBalance(ledger, customer));
          expect(ledger.books.balance(customer)).toBeGreaterThanOrEqual(0);
        }
        for (const certificate of CERTIFICATES) {
          const balance = ledger.books.certificateBalance(certificate);
          expect(balance).toBe(onCertificate(ledger, certificate));
          expect(balance).toBeGreaterThanOrEqual(0);
          expect(balance).toBeLessThanOrEqual(certificate.balance * 100);
        }
      });
    }),
  );
});

test('all rolled back is as before', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      const ledger = ledgerAt();
      for (const drawn of steps) take(ledger, { ...drawn, kind: drawn.kind === 'return' ? 'write' : drawn.kind }, 0);
      // Those first that took more than they gave, so that no account lacks what the others gave.
      const gain = ({ calculation: { sums } }: WrittenReceipt) => sums.accrued - sums.redeemed;
      for (const { checkNumber } of ledger.receipts.toSorted((a, b) => gain(a) - gain(b))) {
        expect(ledger.rollback(checkNumber)).toMatchObject({ ok: true });
      }
      expect(CUSTOMERS.map((customer) => ledger.books.balance(customer))).toEqual([1842_16, 640_00, 11]);
      expect(CERTIFICATES.map((certificate) => ledger.books.certificateBalance(certificate))).toEqual([
        1000_00, 3000_00, 50_00,
      ]);
    }),
  );
});

test('a return in parts, in any order, restores just what a whole one does', () => {
  const part = fc.record({ index: fc.constantFrom(1, 2), qty: fc.integer({ min: 1, max: 1500 }).map((q) => q / 1000) });
  const pays = fc.record({
    bonus: fc.integer({ min: 0, max: 170_00 }),
    certificate: fc.integer({ min: 1, max: 400_00 }),
  });
  fc.assert(
    fc.property(fc.array(part, { maxLength: 6 }), pays, (parts, { bonus, certificate }) => {
      const ledger = ledgerAt();
      ledger.write('r1', calculated(ledger, dmitry, { ...bonuses(bonus), ...paying([withPin, certificate]) }));
      parts.forEach(({ index, qty }, at) => {
        ledger.takeBack('r1', `b${at}`, [{ code: index === 1 ? '00107' : '00102', index, qty }]);
      });
      ledger.takeBack('r1', 'rest', []);
      expect(ledger.books.balance(dmitry)).toBe(1842_16);
      expect(ledger.books.certificateBalance(withPin)).toBe(3000_00);
    }),
  );
});
