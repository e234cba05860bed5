import type { ReceiptDetails, ReceiptRow } from '../../../app/contract/journal.ts';
import type { OutboxRow } from '../../../app/contract/outbox.ts';
import { kopecks, ZERO } from '../../../app/domain/money.ts';
import { ONE } from '../../../app/domain/quantity.ts';
import type { ReceiptId } from '../../../app/domain/receipt.ts';

/** Rows of the journal for tests. */
export function testRow(number: number, change: Partial<ReceiptRow> = {}): ReceiptRow {
  return {
    id: `receipt-${number}` as ReceiptId,
    number,
    at: Date.UTC(2026, 10, 21, 12, 17),
    state: 'written',
    paid: kopecks(300_00),
    redeemed: ZERO,
    accrued: kopecks(15_00),
    phoneEnding: '3377',
    ...change,
  };
}

/** A written receipt of one line by the piece, of which nothing came back. */
export function testDetails(change: Partial<ReceiptDetails> = {}): ReceiptDetails {
  const goods = { name: 'Goods', code: '4600000000001', weighed: false, price: kopecks(100_00), discount: ZERO };
  return {
    ...testRow(12),
    openedAt: Date.UTC(2026, 10, 21, 12, 15),
    lines: [{ ...goods, index: 1, quantity: ONE, total: kopecks(100_00), returned: 0 }],
    discount: ZERO,
    certificates: ZERO,
    cash: kopecks(300_00),
    card: ZERO,
    credit: ZERO,
    change: ZERO,
    returns: [],
    slip: [],
    events: [],
    ...change,
  };
}

/** A receipt that waits for its service. */
export function testEntry(id: number, change: Partial<OutboxRow> = {}): OutboxRow {
  return {
    id,
    kind: 'receipt-write',
    number: 12,
    state: 'waiting',
    inDoubt: false,
    attempts: 1,
    at: Date.UTC(2026, 10, 21, 12, 17),
    notBefore: 0,
    problem: null,
    acceptable: false,
    deniable: false,
    ...change,
  };
}
