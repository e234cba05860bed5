import path from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { kopecks, ZERO } from '../domain/money.ts';
import { ONE } from '../domain/quantity.ts';
import type { Line, ReceiptId } from '../domain/receipt.ts';
import type { SlipDocument } from '../domain/slip.ts';
import { calculationRequest } from '../sale/loyalty-steps.ts';
import type { PendingReturn } from '../sale/ports.ts';
import { newSale, type Sale } from '../sale/sale.ts';
import { bag, calculationOf, dmitry, having, water } from '../testing/fixtures.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { TestClock, written } from '../testing/till.ts';
import { type JournalWriter, openDatabase } from './database.ts';
import { type Journal, openJournal } from './journal.ts';
import { printJobs } from './print-jobs.ts';
import { receiptDetails } from './receipt-details.ts';

const SLIP: SlipDocument = { blocks: [{ kind: 'text', text: 'слип' }] };
const PAID = { cash: kopecks(5_000), card: kopecks(4_390), change: kopecks(610) };

let db: JournalWriter;
let clock: TestClock;
let all: Journal;

beforeEach(() => {
  const dir = temporaryFolder(onTestFinished);
  const opened = openDatabase(path.join(dir, 'journal.sqlite'));
  if (!opened.ok) throw new Error(opened.error.kind);
  db = opened.value;
  onTestFinished(() => {
    db.close();
  });
  clock = new TestClock();
  all = openJournal(db, clock, 'Смирнова');
});

/** Two bottles with 13.00 off and a bag, as far as the payment. */
function paid(): { readonly sale: Sale; readonly entry: number } {
  const rung = having(
    newSale('receipt-1' as ReceiptId, 1),
    { kind: 'line-added', product: water, quantity: ONE },
    { kind: 'line-added', product: water, quantity: ONE },
    { kind: 'line-added', product: bag, quantity: ONE },
    { kind: 'customer-identified', customer: dmitry },
  );
  all.journal.save(rung, null, { kind: 'customer-identified', customer: dmitry });
  clock.advance(60_000);
  const request = calculationRequest(rung);
  const plain = calculationOf(request, kopecks(1_500));
  const discount = kopecks(1_300);
  const lines = plain.lines.map((line) => (line.index === 1 ? { ...line, discount } : line));
  const calculation = { ...plain, discount, lines, due: kopecks(9_390) };
  const sale = having(rung, { kind: 'calculated', calculation }, { kind: 'write-started', payment: PAID });
  const entry = all.journal.intend(sale, {
    ...request,
    receiptId: sale.id,
    calculationId: calculation.id,
    number: 1,
    at: clock.now(),
    cashier: '',
    payment: PAID,
  });
  return { sale, entry };
}

function sold(): Sale {
  const { sale, entry } = paid();
  const done = having(sale, { kind: 'written', outcome: written });
  all.journal.conclude(done, entry, SLIP, 'service');
  return done;
}

function giveBack(sale: Sale, id: string, given: readonly Line[]): { pending: PendingReturn; entry: number } {
  const request = { id, receiptId: sale.id, at: clock.now(), cashier: '', lines: given };
  const refund = { cash: ZERO, card: kopecks(3_690), certificates: ZERO, bonuses: ZERO };
  const pending = { request, given, refund };
  return { pending, entry: all.returns.intend(pending) };
}

const oneOf = (line: Line | undefined): readonly Line[] => (line ? [{ ...line, quantity: ONE }] : []);

test('of a receipt that was sold everything is known that the customer may ask about', () => {
  const { id } = sold();
  expect(receiptDetails(db, id)).toMatchObject({
    number: 1,
    state: 'written',
    openedAt: clock.now() - 60_000,
    at: clock.now(),
    phoneEnding: '3377',
    paid: 9_390,
    cash: 5_000,
    card: 4_390,
    change: 610,
    discount: 1_300,
    redeemed: 0,
    accrued: 250,
    certificates: 0,
    lines: [
      { index: 1, name: water.name, code: water.barcode, quantity: 2_000, price: 4_990, discount: 1_300, total: 8_680 },
      { index: 2, name: bag.name, code: bag.barcode, quantity: 1_000, price: 700, discount: 0, total: 700 },
    ],
    returns: [],
    slip: SLIP,
  });
});

test('what happened to it comes in order', () => {
  const { id } = sold();
  const events = receiptDetails(db, id)?.events ?? [];
  expect(events.map(({ kind, who }) => [kind, who])).toEqual([
    ['customer-identified', 'Смирнова'],
    ['write-started', 'Смирнова'],
    ['written', 'Смирнова'],
  ]);
});

test('what came back is told by line, and the receipt is returned once nothing is left', () => {
  const sale = sold();
  const [bottles, bags] = sale.lines;
  const first = giveBack(sale, 'return-1', oneOf(bottles));
  expect(receiptDetails(db, sale.id)).toMatchObject({
    state: 'returned-in-part',
    lines: [{ returned: 1_000 }, { returned: 0 }],
    returns: [{ at: clock.now(), inDoubt: true, card: 3_690 }],
  });
  const outcome = { restored: ZERO, withdrawn: ZERO, balance: null, text: [] };
  all.returns.conclude(first.pending, first.entry, outcome, SLIP, 'service');
  giveBack(sale, 'return-2', [...oneOf(bottles), ...oneOf(bags)]);
  expect(receiptDetails(db, sale.id)).toMatchObject({
    state: 'returned',
    lines: [{ returned: 2_000 }, { returned: 1_000 }],
    returns: [{ inDoubt: false }, { inDoubt: true }],
  });
});

test('a return that was refused is none', () => {
  const sale = sold();
  const { pending, entry } = giveBack(sale, 'return-1', sale.lines);
  all.returns.refuse(pending, entry);
  expect(receiptDetails(db, sale.id)).toMatchObject({ state: 'written', returns: [], lines: [{ returned: 0 }, {}] });
});

test('a receipt that its service has yet to be told of is paid, and accrues nothing so far', () => {
  const { sale } = paid();
  const queued = having(sale, { kind: 'queued' });
  all.journal.queue(queued, SLIP);
  expect(receiptDetails(db, sale.id)).toMatchObject({ state: 'queued', paid: 9_390, accrued: 0, slip: SLIP });
});

test('a cancelled receipt was never paid', () => {
  const rung = having(newSale('receipt-1' as ReceiptId, 1), { kind: 'line-added', product: water, quantity: ONE });
  all.journal.save(rung, null, { kind: 'line-added', product: water, quantity: ONE });
  all.journal.discard(rung);
  expect(receiptDetails(db, rung.id)).toMatchObject({
    state: 'discarded',
    paid: 0,
    phoneEnding: null,
    slip: null,
    lines: [{ discount: 0, total: 4_990 }],
  });
});

test('copies of the slip and slips that cannot be read are not shown', () => {
  const { id } = sold();
  printJobs(db, clock).queueCopy(id);
  expect(receiptDetails(db, id)?.slip).toEqual(SLIP);
  db.exec(`UPDATE print_job SET document = '{"blocks":[{"kind":"of tomorrow"}]}'`);
  expect(receiptDetails(db, id)?.slip).toBeNull();
  db.exec("PRAGMA ignore_check_constraints = ON; UPDATE print_job SET document = '{'");
  expect(receiptDetails(db, id)?.slip).toBeNull();
});

test('a receipt that is not there has no details', () => {
  expect(receiptDetails(db, 'receipt-9' as ReceiptId)).toBeNull();
});
