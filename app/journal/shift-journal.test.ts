import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { kopecks, ZERO } from '../domain/money.ts';
import { ONE } from '../domain/quantity.ts';
import type { ReceiptId } from '../domain/receipt.ts';
import type { ShiftReport } from '../domain/shift.ts';
import type { SlipDocument } from '../domain/slip.ts';
import { calculationRequest } from '../sale/loyalty-steps.ts';
import { newSale, type Sale, type SaleEvent } from '../sale/sale.ts';
import { bag, calculationOf, dmitry, having, water } from '../testing/fixtures.ts';
import { TestClock, written } from '../testing/till.ts';
import { type JournalWriter, openDatabase } from './database.ts';
import { eventsOf, lastEvent } from './event-log.ts';
import { migrate } from './file/migrate.ts';
import { type Journal, openJournal } from './journal.ts';

const SLIP: SlipDocument = { blocks: [{ kind: 'text', text: 'слип' }] };
const HOUR = 3_600_000;

let db: JournalWriter;
let clock: TestClock;
let all: Journal;
let number: number;

beforeEach(() => {
  const dir = mkdtempSync(path.join(tmpdir(), 'shift-'));
  const opened = openDatabase(path.join(dir, 'journal.sqlite'));
  if (!opened.ok) throw new Error(opened.error.kind);
  db = opened.value;
  onTestFinished(() => {
    db.close();
    rmSync(dir, { recursive: true, force: true });
  });
  clock = new TestClock();
  all = openJournal(db, clock, 'Смирнова');
  number = 0;
});

const started = (cash: number, card: number): SaleEvent => ({
  kind: 'write-started',
  payment: { cash: kopecks(cash), card: kopecks(card), change: ZERO },
});

type Writing = { readonly sale: Sale; readonly entry: number };

/** Water and a bag, 56.90, as far as the write; `redeemed` of it by bonuses. */
function writing(payment: SaleEvent, redeemed = ZERO): Writing {
  number += 1;
  const rung = having(
    newSale(`receipt-${number}` as ReceiptId, number),
    { kind: 'line-added', product: water, quantity: ONE },
    { kind: 'line-added', product: bag, quantity: ONE },
    { kind: 'customer-identified', customer: { ...dmitry, pinRequired: false } },
  );
  const request = { ...calculationRequest(rung), redemption: redeemed };
  const calculation = calculationOf(request, kopecks(1500));
  const sale = having(rung, { kind: 'calculated', calculation }, payment);
  if (sale.stage.at !== 'writing') throw new Error('not payable');
  all.journal.save(rung, null, { kind: 'customer-identified', customer: dmitry });
  const entry = all.journal.intend(sale, {
    ...request,
    receiptId: sale.id,
    calculationId: calculation.id,
    number,
    at: clock.now(),
    cashier: '',
    payment: sale.stage.payment,
  });
  return { sale, entry };
}

function sell(payment: SaleEvent): void {
  const { sale, entry } = writing(payment);
  all.journal.conclude(having(sale, { kind: 'written', outcome: written }), entry, SLIP, 'service');
}

test('the first receipt opens a shift by itself, and X has its sums by hour and by way of paying', () => {
  expect(all.shifts.current()).toBeNull();
  expect(all.shifts.report()).toBeNull();
  sell(started(5690, 0));
  const hour = new Date(clock.now()).getHours();
  clock.advance(2 * HOUR);
  sell(started(0, 5690));
  sell(started(690, 5000));
  expect(all.shifts.current()).toMatchObject({ number: 1, openedBy: 'Смирнова' });
  expect(all.shifts.report()).toMatchObject({
    kind: 'x',
    number: 1,
    closedAt: null,
    receipts: 3,
    sales: 17_070,
    cash: 6380,
    card: 10_690,
    accrued: 750,
    redeemed: 0,
    queued: { count: 0, sum: 0 },
    hours: [
      { hour, sum: 5690, receipts: 1 },
      { hour: (hour + 2) % 24, sum: 11_380, receipts: 2 },
    ].toSorted((one, other) => one.hour - other.hour),
  });
});

test('what is paid and not yet at the service counts, and is told apart; what was cancelled does not', () => {
  sell(started(5690, 0));
  const queued = writing(started(5690, 0));
  all.journal.queue(having(queued.sale, { kind: 'queued' }), SLIP);
  const refused = writing(started(5690, 0));
  all.journal.reopen(having(refused.sale, { kind: 'write-refused' }), refused.entry);
  const doubtful = having(writing(started(0, 5690)).sale, { kind: 'outcome-lost' });
  const entry = all.journal.intent(doubtful.id) ?? 0;
  all.journal.abandon(having(doubtful, { kind: 'abandoned' }), entry);
  expect(all.shifts.report()).toMatchObject({
    receipts: 2,
    sales: 11_380,
    card: 0,
    accrued: 250,
    queued: { count: 1, sum: 5690 },
  });
});

/** Put off the desk with its outcome open, as one that the service could not be told of. */
function queued(redeemed = ZERO): Writing {
  const { sale, entry } = writing(started(5690 - redeemed, 0), redeemed);
  const left = having(sale, { kind: 'queued' });
  all.journal.queue(left, SLIP);
  return { sale: left, entry };
}

function deliver({ sale, entry }: Writing, accrued: number, redeemed = 0): void {
  const outcome = { ...written, accrued: kopecks(accrued), redeemed: kopecks(redeemed) };
  all.journal.conclude(having(sale, { kind: 'written', outcome }), entry, null, 'service');
}

test('what a closed shift could not know stands in the report of the next, once', () => {
  const late = queued(kopecks(1000));
  const aside = queued();
  const waits = queued();
  expect(all.shifts.close(() => SLIP)).toMatchObject({
    accrued: 0,
    redeemed: 1000,
    queued: { count: 3 },
    belated: { count: 0, accrued: 0, redeemed: 0 },
  });
  deliver(late, 231, 900);
  all.journal.setAside(having(aside.sale, { kind: 'set-aside' }), aside.entry);
  all.shifts.open();
  sell(started(5690, 0));
  expect(all.shifts.report()).toMatchObject({
    receipts: 1,
    accrued: 250,
    redeemed: 0,
    belated: { count: 1, accrued: 231, redeemed: -100 },
  });
  const second = all.shifts.close(() => SLIP);
  expect(second?.belated).toEqual({ count: 1, accrued: 231, redeemed: -100 });
  expect(all.shifts.closed(2)).toEqual(second);
  deliver(waits, 285);
  all.shifts.open();
  expect(all.shifts.close(() => SLIP)?.belated).toEqual({ count: 1, accrued: 285, redeemed: 0 });
  all.shifts.open();
  expect(all.shifts.report()?.belated).toEqual({ count: 0, accrued: 0, redeemed: 0 });
});

test('whenever shifts end and receipts arrive: all reports together have what the service accrued and took off', () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant('sold'), accrued: fc.nat(5000) }),
    fc.record({ kind: fc.constant('queued'), redeemed: fc.nat(1500) }),
    fc.record({ kind: fc.constant('delivered'), place: fc.nat(9), accrued: fc.nat(5000), redeemed: fc.nat(1500) }),
    fc.record({ kind: fc.constant('set-aside'), place: fc.nat(9) }),
    fc.record({ kind: fc.constant('closed') }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      db = new Database(':memory:');
      migrate(db);
      all = openJournal(db, clock, 'Смирнова');
      number = 0;
      const open: { readonly receipt: Writing; readonly redeemed: number }[] = [];
      const taken = (place: number) => open.splice(place % Math.max(1, open.length), 1)[0];
      let accrued = 0;
      let redeemed = 0;
      all.shifts.open();
      for (const one of steps) {
        if (one.kind === 'sold') {
          deliver(writing(started(5690, 0)), one.accrued);
          accrued += one.accrued;
        } else if (one.kind === 'queued') {
          open.push({ receipt: queued(kopecks(one.redeemed)), redeemed: one.redeemed });
          redeemed += one.redeemed;
        } else if (one.kind === 'delivered') {
          const late = taken(one.place);
          if (late) {
            deliver(late.receipt, one.accrued, one.redeemed);
            accrued += one.accrued;
            redeemed += one.redeemed - late.redeemed;
          }
        } else if (one.kind === 'set-aside') {
          const late = taken(one.place);
          if (late) all.journal.setAside(having(late.receipt.sale, { kind: 'set-aside' }), late.receipt.entry);
        } else {
          all.shifts.close(() => SLIP);
        }
        if (!all.shifts.current()) all.shifts.open();
      }
      const reports = [...all.shifts.past(100), all.shifts.report()].filter((report) => report !== null);
      const total = (of: (report: ShiftReport) => number) => reports.reduce((sum, report) => sum + of(report), 0);
      expect(total((report) => report.accrued + report.belated.accrued)).toBe(accrued);
      expect(total((report) => report.redeemed + report.belated.redeemed)).toBe(redeemed);
      db.close();
    }),
  );
});

test('Z is numbered, fixed, printed with the shift’s end, and tied to the event log', () => {
  sell(started(5690, 0));
  clock.advance(HOUR);
  const told: number[] = [];
  const report = all.shifts.close((closed) => {
    told.push(closed.number);
    return SLIP;
  });
  expect(report).toMatchObject({ kind: 'z', number: 1, closedBy: 'Смирнова', closedAt: clock.now(), sales: 5690 });
  expect(report?.lastEvent).toEqual(lastEvent(db));
  expect(eventsOf(db, 'shift-1').map(({ kind }) => kind)).toEqual(['shift-opened', 'shift-closed']);
  expect(told).toEqual([1]);
  expect(db.prepare("SELECT count(*) FROM print_job WHERE kind = 'shift'").pluck().get()).toBe(1);
  expect(all.shifts.current()).toBeNull();
  expect(all.shifts.close(() => SLIP)).toBeNull();
  sell(started(0, 5690));
  expect(all.shifts.current()?.number).toBe(2);
  expect(all.shifts.report()).toMatchObject({ number: 2, receipts: 1, cash: 0, card: 5690 });
  expect(all.shifts.closed(1)).toEqual(report);
  expect(all.shifts.closed(2)).toBeNull();
  expect(all.shifts.past(10)).toEqual([report]);
});

test('a closed shift can be neither changed nor taken away, and no second one is open', () => {
  all.shifts.open();
  all.shifts.close(() => SLIP);
  expect(() => db.exec("UPDATE shift SET report = '{}'")).toThrow('a closed shift does not change');
  expect(() => db.exec('UPDATE shift SET closed_at = NULL, report = NULL')).toThrow('a closed shift does not change');
  expect(() => db.exec('DELETE FROM shift')).toThrow('a shift is kept');
  all.shifts.open();
  expect(() => all.shifts.open()).toThrow();
});

test('a report from before it told of belated receipts is read as one that has none', () => {
  sell(started(5690, 0));
  const report = all.shifts.close(() => SLIP);
  const { belated: _unknownThen, ...older } = { ...report, number: 2 };
  db.prepare("INSERT INTO shift VALUES (2, 10, '', 20, ?)").run(JSON.stringify(older));
  expect(all.shifts.closed(2)).toEqual({ ...report, number: 2 });
});

test('a slip that cannot be made leaves the shift open', () => {
  all.shifts.open();
  expect(() =>
    all.shifts.close(() => {
      throw new Error('no slip');
    }),
  ).toThrow('no slip');
  expect(all.shifts.current()?.number).toBe(1);
  expect(eventsOf(db, 'shift-1').map(({ kind }) => kind)).toEqual(['shift-opened']);
});
