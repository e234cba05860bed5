import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { dmitry, water } from '../../testing/fixtures.ts';
import { TestClock } from '../../testing/till.ts';
import { openJournal } from '../journal.ts';
import { printJobs } from '../print-jobs.ts';
import { wholeProblem } from './integrity.ts';
import { migrate, NEWEST, schemaVersion } from './migrate.ts';
import { tablesAt } from './schema.ts';

/** A journal at this version. */
function journalAt(version: number): Database.Database {
  const db = new Database(':memory:');
  onTestFinished(() => {
    db.close();
  });
  migrate(db, version);
  return db;
}

/** A sale as version 1 stored it. */
function headOf(number: number, stage: object): string {
  return JSON.stringify({
    id: `sale-${number}`,
    number,
    nextIndex: 2,
    selected: 1,
    customer: dmitry,
    redemption: 0,
    calculation: null,
    redemptionLimit: null,
    pin: { asked: false, confirmedUpTo: 0 },
    certificates: [],
    promo: null,
    stage,
  });
}

const payment = { cash: 4990, card: 0, change: 0 };
const line = { index: 1, product: water, quantity: 1000 };
const request = {
  receiptId: 'sale-3',
  calculationId: 'calculation',
  number: 3,
  at: 30,
  cashier: 'Смирнова О. В.',
  payment,
  customerToken: dmitry.token,
  lines: [line],
  redemption: 0,
  certificates: [],
  promo: null,
};
const pendingReturn = {
  request: { id: 'return-b', receiptId: 'sale-2', at: 41, cashier: 'Смирнова О. В.', lines: [line] },
  given: [line],
  refund: { cash: 4990, card: 0, certificates: 0, bonuses: 0 },
};
const slip = { blocks: [{ kind: 'text', text: 'слип' }] };

/** All that version 1 could hold: a sale in every stage, its intent, returns in every stage, slips in every state. */
function fillVersion1(db: Database.Database): void {
  const stages = ['discarded', 'written', 'in-doubt', 'writing', 'open'] as const;
  const outcome = { redeemed: 0, accrued: 250, balance: null, text: [] };
  const bodies = {
    discarded: { at: 'open' },
    written: { at: 'written', payment, outcome },
    'in-doubt': { at: 'in-doubt', payment },
    writing: { at: 'writing', payment },
    open: { at: 'open' },
  };
  const sale = db.prepare('INSERT INTO sale VALUES (?, ?, ?, ?, ?, ?)');
  const saleLine = db.prepare('INSERT INTO sale_line VALUES (?, 1, ?)');
  for (const [index, stage] of stages.entries()) {
    const number = index + 1;
    sale.run(`sale-${number}`, number, stage, headOf(number, bodies[stage]), number * 10, number * 10 + 5);
    saleLine.run(`sale-${number}`, JSON.stringify(line));
  }
  const intent = db.prepare('INSERT INTO write_intent VALUES (?, ?, ?)');
  intent.run('sale-4', JSON.stringify({ ...request, receiptId: 'sale-4', number: 4 }), 46);
  intent.run('sale-3', JSON.stringify(request), 36);
  const returned = db.prepare('INSERT INTO receipt_return VALUES (?, ?, ?, ?, ?, ?)');
  const given = JSON.stringify(pendingReturn);
  returned.run('return-a', 'sale-2', 'written', given, JSON.stringify(outcome), 40);
  returned.run('return-b', 'sale-2', 'writing', given, null, 41);
  returned.run('return-c', 'sale-2', 'refused', given, null, 42);
  const job = db.prepare(
    'INSERT INTO print_job (sale_id, document, state, copy, queued_at, changed_at) VALUES (?, ?, ?, ?, 50, 51)',
  );
  for (const state of ['queued', 'sending', 'sent', 'confirmed', 'failed', 'no-printer']) {
    job.run('sale-2', JSON.stringify(slip), state, 0);
  }
  job.run(null, JSON.stringify(slip), 'sent', 1);
  db.prepare('INSERT INTO product VALUES (?, ?, ?, ?, ?)').run('W15', '4600494000218', 'Вода', 4990, 0);
}

test('step 2 keeps all that version 1 held, in its new form', () => {
  const db = journalAt(1);
  fillVersion1(db);
  const heads = db.prepare('SELECT head FROM sale ORDER BY number').pluck().all();
  migrate(db, 2);

  expect(
    db.prepare('SELECT number, stage, opened_at, changed_at, shift, finished_at, phone_ending FROM sale').all(),
  ).toEqual([
    {
      number: 1,
      stage: 'discarded',
      opened_at: 10,
      changed_at: 15,
      shift: null,
      finished_at: 15,
      phone_ending: '3377',
    },
    { number: 2, stage: 'written', opened_at: 20, changed_at: 25, shift: null, finished_at: 25, phone_ending: '3377' },
    {
      number: 3,
      stage: 'in-doubt',
      opened_at: 30,
      changed_at: 35,
      shift: null,
      finished_at: null,
      phone_ending: '3377',
    },
    {
      number: 4,
      stage: 'writing',
      opened_at: 40,
      changed_at: 45,
      shift: null,
      finished_at: null,
      phone_ending: '3377',
    },
    { number: 5, stage: 'open', opened_at: 50, changed_at: 55, shift: null, finished_at: null, phone_ending: '3377' },
  ]);
  expect(db.prepare('SELECT head FROM sale ORDER BY number').pluck().all()).toEqual(heads);
  expect(db.prepare('SELECT count(*) FROM sale_line').pluck().get()).toBe(5);
  // Every write and return whose outcome is open, oldest first, in doubt.
  expect(db.prepare('SELECT kind, lane, state, in_doubt, attempts, at FROM outbox ORDER BY id').all()).toEqual([
    { kind: 'receipt-write', lane: 'sale-3', state: 'waiting', in_doubt: 1, attempts: 0, at: 36 },
    { kind: 'receipt-write', lane: 'sale-4', state: 'waiting', in_doubt: 1, attempts: 0, at: 46 },
    { kind: 'receipt-return', lane: 'sale-2', state: 'waiting', in_doubt: 1, attempts: 0, at: 41 },
  ]);
  expect(db.prepare('SELECT id, stage, shift FROM receipt_return ORDER BY at').all()).toEqual([
    { id: 'return-a', stage: 'written', shift: null },
    { id: 'return-b', stage: 'writing', shift: null },
    { id: 'return-c', stage: 'refused', shift: null },
  ]);
  expect(db.prepare('SELECT id, sale_id, kind, state, printer, copy FROM print_job ORDER BY id').all()).toEqual([
    { id: 1, sale_id: 'sale-2', kind: 'sale', state: 'queued', printer: null, copy: 0 },
    { id: 2, sale_id: 'sale-2', kind: 'sale', state: 'sending', printer: null, copy: 0 },
    { id: 3, sale_id: 'sale-2', kind: 'sale', state: 'unconfirmed', printer: null, copy: 0 },
    { id: 4, sale_id: 'sale-2', kind: 'sale', state: 'confirmed', printer: null, copy: 0 },
    { id: 5, sale_id: 'sale-2', kind: 'sale', state: 'failed', printer: null, copy: 0 },
    { id: 6, sale_id: 'sale-2', kind: 'sale', state: 'no-printer', printer: null, copy: 0 },
    { id: 7, sale_id: null, kind: 'notice', state: 'unconfirmed', printer: null, copy: 1 },
  ]);
  expect(db.prepare('SELECT count(*) FROM product').pluck().get()).toBe(1);
});

test('today’s program takes up what version 1 left', () => {
  const db = journalAt(1);
  fillVersion1(db);
  migrate(db);
  db.pragma('foreign_keys = ON');
  expect(wholeProblem(db)).toBeNull();
  const clock = new TestClock();
  const { journal, returns, outbox } = openJournal(db, clock, 'Смирнова О. В.');
  expect(journal.current()).toMatchObject({ number: 5, stage: { at: 'open' }, lines: [{ index: 1 }] });
  expect(outbox.list(10).map(({ kind, request: stored }) => [kind, stored])).toEqual([
    ['receipt-write', request],
    ['receipt-write', { ...request, receiptId: 'sale-4', number: 4 }],
    ['receipt-return', pendingReturn],
  ]);
  expect(returns.open()).toMatchObject([{ number: 2, asked: false }]);
  expect(journal.nextNumber()).toBe(6);
  expect(printJobs(db, clock).next('printer', true)).toMatchObject({ id: 1, slip });
});

test('step 3 leaves what there was as it was', () => {
  const db = journalAt(1);
  fillVersion1(db);
  migrate(db, 2);
  db.exec(`
    INSERT INTO shift VALUES (1, 10, 'Смирнова О. В.', 20, '{}'), (2, 30, 'Смирнова О. В.', NULL, NULL);
    INSERT INTO event VALUES (1, 10, 'Смирнова О. В.', 'shift-opened', 'shift-1', '{"number":1}', 'hash');
    UPDATE sale SET shift = 1 WHERE number = 2;
    INSERT INTO number_floor VALUES (1, 5, 2)`);
  const all = (): unknown[] => tablesAt(2).map(({ name }) => db.prepare(`SELECT * FROM ${name}`).all());
  const before = all();
  migrate(db, 3);
  expect(all()).toEqual(before);
  expect(db.prepare('SELECT count(*) FROM benefit_case').pluck().get()).toBe(0);
});

test('step 4 has what a closed shift left open counted later, and nothing that stands in its report', () => {
  const db = journalAt(3);
  db.exec("INSERT INTO shift VALUES (1, 10, 'Смирнова О. В.', 20, '{}'), (2, 30, 'Смирнова О. В.', NULL, NULL)");
  const sale = db.prepare(`
    INSERT INTO sale (id, number, stage, head, opened_at, changed_at, shift) VALUES (?, ?, ?, '{}', 10, 15, ?)`);
  const rows = [
    ['written', 1],
    ['set-aside', 1],
    ['queued', 1],
    ['in-doubt', 1],
    ['queued', 2],
    ['written', 2],
    ['discarded', null],
  ] as const;
  for (const [index, [stage, shift]] of rows.entries()) sale.run(`sale-${index + 1}`, index + 1, stage, shift);
  migrate(db, 4);
  expect(db.prepare('SELECT belated FROM sale ORDER BY number').pluck().all()).toEqual([
    null,
    null,
    0,
    0,
    null,
    null,
    null,
  ]);
});

test('step 5 forgets what a benefit that is over told of its holder, and nothing of one that is not', () => {
  const db = journalAt(4);
  const named = { id: 12, name: 'Инвалид II группы' };
  const body = JSON.stringify({ transactionId: 7, categories: [named], category: named });
  const stages = ['found', 'confirming', 'confirmed', 'given', 'declined', 'failed'] as const;
  for (const stage of stages)
    db.prepare('INSERT INTO benefit_case (at, stage, body) VALUES (1, ?, ?)').run(stage, body);
  const job = db.prepare(
    "INSERT INTO print_job (kind, document, state, queued_at, changed_at) VALUES ('benefit', ?, ?, 0, 0)",
  );
  for (const state of ['queued', 'in-doubt', 'confirmed']) job.run(JSON.stringify(slip), state);
  const benefit = { caseId: 1, name: named.name, price: 4990 };
  for (const [number, stage] of ['open', 'written'].entries()) {
    db.prepare("INSERT INTO sale (id, number, stage, head, opened_at, changed_at) VALUES (?, ?, ?, '{}', 0, 0)").run(
      stage,
      number,
      stage,
    );
    db.prepare('INSERT INTO sale_line VALUES (?, 1, ?)').run(stage, JSON.stringify({ ...line, benefit }));
  }
  migrate(db, 5);
  expect(db.prepare('SELECT id, stage FROM benefit_case').all()).toEqual(
    stages.map((stage, index) => ({ id: index + 1, stage })),
  );
  const bodies = db.prepare('SELECT body FROM benefit_case').pluck().all();
  const forgotten = JSON.stringify({ transactionId: 7, categories: [], category: null });
  expect(bodies).toEqual([body, body, forgotten, forgotten, forgotten, forgotten]);
  expect(db.prepare('SELECT document FROM print_job').pluck().all()).toEqual([
    JSON.stringify(slip),
    JSON.stringify(slip),
    '{"blocks":[]}',
  ]);
  expect(db.prepare("SELECT body ->> '$.benefit.name' FROM sale_line ORDER BY sale_id").pluck().all()).toEqual([
    named.name,
    '',
  ]);
});

test('every step ends with whole references and its own number', () => {
  const db = journalAt(1);
  fillVersion1(db);
  for (let version = 2; version <= NEWEST; version++) {
    migrate(db, version);
    expect([schemaVersion(db), wholeProblem(db)]).toEqual([version, null]);
  }
});

test('a step that would leave a reference to nothing does not happen', () => {
  const db = journalAt(1);
  fillVersion1(db);
  db.pragma('foreign_keys = OFF');
  db.exec('DELETE FROM sale WHERE number = 2');
  expect(() => migrate(db)).toThrow('a row refers to one that is not there');
  expect(schemaVersion(db)).toBe(1);
  expect(db.prepare('SELECT count(*) FROM write_intent').pluck().get()).toBe(2);
});
