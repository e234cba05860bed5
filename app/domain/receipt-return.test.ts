import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lard, water } from '../testing/fixtures.ts';
import { withBenefit } from './benefit-discount.ts';
import { kopecks, minus, plus, ZERO } from './money.ts';
import { ONE, type Quantity } from './quantity.ts';
import { linesTotal, lineTotal, type ReceiptId } from './receipt.ts';
import { canReturn, isWholeReceipt, type Refund, refund, returnable, type WrittenReceipt } from './receipt-return.ts';

/** A receipt of water and lard, 10 % off, with these bonuses on the water, certificate and card part. */
function receiptOf(
  pieces: number,
  grams: number,
  paid: { redeemed: number; certificate: number; card: number },
  returned: ReadonlyMap<number, number> = new Map(),
): WrittenReceipt {
  const lines = [
    { index: 1, product: water, quantity: (pieces * ONE) as Quantity },
    { index: 2, product: lard, quantity: grams as Quantity },
  ];
  const discounts = lines.map((line) => kopecks(Math.round(lineTotal(line) * 0.1)));
  const redeemed = kopecks(Math.min(paid.redeemed, lineTotal(lines[0] ?? { index: 0, product: water, quantity: ONE })));
  const total = linesTotal(lines);
  const discount = plus(...discounts);
  const rest = kopecks(Math.max(0, total - discount - redeemed));
  const certificates = kopecks(Math.min(paid.certificate, rest));
  const due = minus(rest, certificates);
  const card = kopecks(Math.min(paid.card, due));
  return {
    id: 'receipt' as ReceiptId,
    number: 1,
    writtenAt: 0,
    lines,
    calculation: {
      id: '',
      total,
      discount,
      redemptionLimit: redeemed,
      redeemed,
      accrued: ZERO,
      certificates,
      promo: null,
      balance: ZERO,
      due,
      lines: lines.map((line, place) => ({
        index: line.index,
        discount: discounts[place] ?? ZERO,
        redeemed: place === 0 ? kopecks(Math.min(redeemed, lineTotal(line) - (discounts[0] ?? 0))) : ZERO,
        accrued: ZERO,
        unknown: false,
      })),
    },
    payment: { cash: minus(due, card), card, change: ZERO },
    phoneEnding: null,
    returned,
  };
}

const sum = (parts: readonly Refund[]): Refund => ({
  cash: plus(...parts.map((part) => part.cash)),
  card: plus(...parts.map((part) => part.card)),
  certificates: plus(...parts.map((part) => part.certificates)),
  bonuses: plus(...parts.map((part) => part.bonuses)),
});

describe('what comes back', () => {
  test('for the whole receipt is what was paid, by the same ways', () => {
    const receipt = receiptOf(2, 500, { redeemed: 1_000, certificate: 3_000, card: 2_000 });
    expect(refund(receipt, returnable(receipt))).toEqual({
      cash: receipt.payment.cash,
      card: receipt.payment.card,
      certificates: receipt.calculation.certificates,
      bonuses: 1_000,
    });
  });

  test('is owed less before money goes back, and in parts comes to what was owed', () => {
    const cash = receiptOf(4, 500, { redeemed: 0, certificate: 0, card: 0 });
    const due = cash.payment.cash;
    const owed: WrittenReceipt = { ...cash, payment: { cash: ZERO, card: ZERO, credit: due, change: ZERO } };
    const one = { index: 1, quantity: ONE };
    const first = refund(owed, [one]);
    const rest = refund({ ...owed, returned: new Map([[1, ONE]]) }, [
      { index: 1, quantity: (3 * ONE) as Quantity },
      { index: 2, quantity: 500 as Quantity },
    ]);
    expect([first.cash, first.card, rest.cash, rest.card]).toEqual([0, 0, 0, 0]);
    expect((first.credit ?? 0) + (rest.credit ?? 0)).toBe(due);
  });

  test('in parts adds up to the whole, to the kopeck, however it is split', () => {
    const parts = fc.array(
      fc.record({ pieces: fc.integer({ min: 0, max: 3 }), grams: fc.integer({ min: 0, max: 400 }) }),
    );
    const paid = fc.record({
      redeemed: fc.integer({ min: 0, max: 4_000 }),
      certificate: fc.integer({ min: 0, max: 20_000 }),
      card: fc.integer({ min: 0, max: 20_000 }),
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 1, max: 2_000 }),
        paid,
        parts,
        (pieces, grams, by, split) => {
          const whole = receiptOf(pieces, grams, by);
          const given = new Map<number, number>();
          const refunds: Refund[] = [];
          for (const part of [...split, { pieces, grams }]) {
            const receipt = { ...whole, returned: new Map(given) };
            const left = new Map(returnable(receipt).map((line) => [line.index, line.quantity]));
            const wanted = [
              { index: 1, quantity: Math.min(part.pieces * ONE, left.get(1) ?? 0) as Quantity },
              { index: 2, quantity: Math.min(part.grams, left.get(2) ?? 0) as Quantity },
            ].filter((line) => line.quantity > 0);
            refunds.push(refund(receipt, wanted));
            for (const line of wanted) given.set(line.index, (given.get(line.index) ?? 0) + line.quantity);
          }
          expect(sum(refunds)).toEqual(refund(whole, returnable(whole)));
          for (const one of refunds)
            expect(Math.min(one.cash, one.card, one.certificates, one.bonuses)).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});

test('never more comes back than was paid, nor less than nothing, whatever the lines of the calculation say', () => {
  const amount = fc.integer({ min: 0, max: 30_000 }).map(kopecks);
  const said = fc.array(fc.record({ discount: amount, redeemed: amount }), { maxLength: 2 });
  const paid = fc.record({ redeemed: amount, certificate: amount, card: amount });
  fc.assert(
    fc.property(said, paid, fc.boolean(), (lines, by, firstAlone) => {
      const agreed = receiptOf(2, 500, by);
      const calculated = lines.map((line, at) => ({ ...line, index: at + 1, accrued: ZERO, unknown: false }));
      const receipt = { ...agreed, calculation: { ...agreed.calculation, lines: calculated } };
      const back = refund(receipt, firstAlone ? returnable(receipt).slice(0, 1) : returnable(receipt));
      for (const [given, taken] of [
        [back.cash, receipt.payment.cash],
        [back.card, receipt.payment.card],
        [back.certificates, receipt.calculation.certificates],
        [back.bonuses, receipt.calculation.redeemed],
      ] as const) {
        expect(given).toBeGreaterThanOrEqual(0);
        expect(given).toBeLessThanOrEqual(taken);
      }
    }),
  );
});

test('goods with a benefit bring back what was paid for them, to the kopeck, in whatever order', () => {
  const pieces = fc.integer({ min: 1, max: 7 });
  fc.assert(
    fc.property(pieces, fc.integer({ min: 1, max: 2_000 }), fc.nat(), fc.boolean(), (count, grams, part, backwards) => {
      const sold = receiptOf(count, grams, { redeemed: 0, certificate: 0, card: 0 });
      const off = kopecks(1 + (part % linesTotal(sold.lines)));
      const lowered = withBenefit(sold.lines, { granted: { caseId: 1, name: 'Benefit' }, off, line: null }, 3);
      if (!lowered.ok) throw new Error(lowered.error.code);
      const lines = backwards ? lowered.value.toReversed() : lowered.value;
      const calculation = { ...sold.calculation, discount: ZERO, lines: [] };
      const payment = { cash: linesTotal(lines), card: ZERO, change: ZERO };
      const given = new Map<number, number>();
      const refunds = lines.map((line) => {
        const back = refund({ ...sold, lines, calculation, payment, returned: new Map(given) }, [line]);
        given.set(line.index, line.quantity);
        return back.cash;
      });
      expect(refunds).toEqual(lines.map(lineTotal));
      expect(plus(...refunds)).toBe(payment.cash);
    }),
  );
});

describe('what can be given back', () => {
  const receipt = receiptOf(3, 500, { redeemed: 0, certificate: 0, card: 0 }, new Map([[1, 2_000]]));

  test('is what was sold less what was given back before', () => {
    expect(returnable(receipt)).toEqual([
      { index: 1, quantity: 1_000 },
      { index: 2, quantity: 500 },
    ]);
  });

  test.each([
    ['nothing', [], false],
    [
      'all that is left',
      [
        { index: 1, quantity: 1_000 },
        { index: 2, quantity: 500 },
      ],
      true,
    ],
    ['more than is left', [{ index: 1, quantity: 2_000 }], false],
    [
      'a line twice',
      [
        { index: 2, quantity: 300 },
        { index: 2, quantity: 300 },
      ],
      false,
    ],
    ['a line that was not sold', [{ index: 9, quantity: 1 }], false],
  ])('%s', (_name, lines, allowed) => {
    expect(
      canReturn(
        receipt,
        lines.map((line) => ({ ...line, quantity: line.quantity as Quantity })),
      ),
    ).toBe(allowed);
  });

  test('the whole receipt is the whole only if nothing was given back before', () => {
    expect(isWholeReceipt(receipt, returnable(receipt))).toBe(false);
    const fresh = { ...receipt, returned: new Map() };
    expect(isWholeReceipt(fresh, returnable(fresh))).toBe(true);
    expect(isWholeReceipt(fresh, returnable(fresh).slice(1))).toBe(false);
  });
});
