import { type Kopecks, kopecks, ZERO } from '../domain/money.ts';
import { ONE } from '../domain/quantity.ts';
import type { Line, ReceiptId } from '../domain/receipt.ts';
import type { ReceiptState } from '../domain/receipt-state.ts';
import type { JournalWriter } from '../journal/database.ts';
import type { PendingReturn } from '../sale/ports.ts';
import { newSale, type Sale, type Stage } from '../sale/sale.ts';
import { bag, dmitry, water } from './fixtures.ts';

/** A receipt as the test knows it without the journal. */
export type KnownReceipt = {
  readonly id: ReceiptId;
  readonly number: number;
  readonly at: number;
  readonly state: ReceiptState;
  readonly phoneEnding: string | null;
};

const LINES: readonly Line[] = [
  { index: 1, product: water, quantity: ONE },
  { index: 2, product: bag, quantity: ONE },
];
const PAID = kopecks(5690);
const MINUTE = 60_000;

/** The first of them was paid at noon of that day, one a minute after it. */
export const FIRST_AT = Date.UTC(2026, 0, 5, 12);

/**
 * Fills an empty journal with receipts of two lines each, numbered from 1: most of them written, some in every other state,
 * some without a customer. In one transaction, past the rules of the desk.
 */
export function manyReceipts(db: JournalWriter, count: number): readonly KnownReceipt[] {
  const insertSale = db.prepare(`
    INSERT INTO sale (id, number, stage, head, opened_at, changed_at, finished_at)
    VALUES (@id, @number, @stage, @head, @at, @at, @finishedAt)`);
  const insertLine = db.prepare('INSERT INTO sale_line (sale_id, line_index, body) VALUES (?, ?, ?)');
  const insertReturn = db.prepare(
    "INSERT INTO receipt_return (id, sale_id, stage, request, at) VALUES (?, ?, 'written', ?, ?)",
  );
  const insert = (receipt: KnownReceipt): void => {
    const { id, number, at, state, phoneEnding } = receipt;
    const stage = stageOf(state);
    const customer = phoneEnding === null ? null : { ...dmitry, token: '', name: '', phoneEnding };
    const { lines: _ownRows, ...head }: Sale = { ...newSale(id, number), nextIndex: 3, customer, stage };
    const finishedAt = 'payment' in stage || state === 'discarded' ? at : null;
    insertSale.run({ id, number, stage: stage.at, head: JSON.stringify(head), at, finishedAt });
    for (const line of LINES) insertLine.run(id, line.index, JSON.stringify(line));
    const given = state === 'returned' ? LINES : LINES.slice(0, 1);
    if (state.startsWith('returned')) insertReturn.run(`return-${number}`, id, JSON.stringify(returned(id, given)), at);
  };
  const receipts = Array.from({ length: count }, (_, place) => known(place + 1));
  db.transaction(() => receipts.forEach(insert))();
  return receipts;
}

function known(number: number): KnownReceipt {
  return {
    id: `receipt-${number}` as ReceiptId,
    number,
    at: FIRST_AT + (number - 1) * MINUTE,
    state: RARE[number % 1000] ?? 'written',
    // Endings come again and again, in no order of the numbers.
    phoneEnding: number % 3 === 0 ? null : String((number * 7919) % 10_000).padStart(4, '0'),
  };
}

const RARE: Readonly<Record<number, ReceiptState>> = {
  1: 'discarded',
  2: 'returned',
  3: 'returned-in-part',
  4: 'queued',
  5: 'set-aside',
  6: 'held',
  7: 'open',
  8: 'in-doubt',
  9: 'writing',
};

function stageOf(state: ReceiptState): Stage {
  const payment = { cash: PAID, card: ZERO, change: ZERO };
  switch (state) {
    case 'open':
    case 'held':
    case 'discarded':
      return { at: state };
    case 'writing':
    case 'in-doubt':
    case 'queued':
    case 'set-aside':
      return { at: state, payment };
    case 'written':
    case 'returned':
    case 'returned-in-part':
      return { at: 'written', payment, outcome: { redeemed: ZERO, accrued: ACCRUED, balance: null, text: [] } };
  }
}

const ACCRUED: Kopecks = kopecks(250);

function returned(receiptId: ReceiptId, given: readonly Line[]): PendingReturn {
  return {
    request: { id: '', receiptId, at: 0, cashier: '', lines: given },
    given,
    refund: { cash: PAID, card: ZERO, certificates: ZERO, bonuses: ZERO },
  };
}
