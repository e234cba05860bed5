import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { TestClock } from '../testing/till.ts';
import { type JournalWriter, openDatabase } from './database.ts';
import { brokenAt, type EventLog, eventLog, eventsOf, lastEvent } from './event-log.ts';

let db: JournalWriter;
let events: EventLog;

beforeEach(() => {
  const dir = mkdtempSync(path.join(tmpdir(), 'events-'));
  const opened = openDatabase(path.join(dir, 'journal.sqlite'));
  if (!opened.ok) throw new Error(opened.error.kind);
  db = opened.value;
  onTestFinished(() => {
    db.close();
    rmSync(dir, { recursive: true, force: true });
  });
  events = eventLog(db, new TestClock(), 'Смирнова');
});

/** As somebody would who has the file and a database tool. */
function tamper(sql: string): void {
  db.exec('DROP TRIGGER event_final; DROP TRIGGER event_kept');
  db.exec(sql);
}

function fill(count: number): void {
  for (let number = 1; number <= count; number++) events.append('line-added', `receipt-${number % 3}`, { number });
}

test('what happened to one receipt comes back in order, with who and when', () => {
  fill(7);
  const told = eventsOf(db, 'receipt-1');
  expect(told.map(({ id, who, at, body }) => [id, who, at, body])).toEqual(
    [1, 4, 7].map((number) => [number, 'Смирнова', new TestClock().now(), { number }]),
  );
  expect(lastEvent(db)).toEqual({ id: 7, hash: told[2]?.hash });
});

test('no row can be changed or taken away', () => {
  fill(2);
  expect(() => db.exec("UPDATE event SET body = '{}'")).toThrow('an event does not change');
  expect(() => db.exec('DELETE FROM event')).toThrow('an event is kept');
});

test('a chain that nobody touched is whole', () => {
  expect(brokenAt(db)).toBeNull();
  fill(20);
  expect(brokenAt(db)).toBeNull();
});

test.each([
  ['changed content', `UPDATE event SET body = '{"number":70}' WHERE id = 7`, 7],
  ['a changed cashier', "UPDATE event SET who = 'nobody' WHERE id = 3", 3],
  ['a changed time', 'UPDATE event SET at = at + 1 WHERE id = 1', 1],
  ['a beginning that was taken out', 'DELETE FROM event WHERE id <= 3', 4],
  ['a row that was taken out', 'DELETE FROM event WHERE id = 5', 6],
  ['two rows exchanged', 'UPDATE event SET id = -1 WHERE id = 4; UPDATE event SET id = 4 WHERE id = 5', 4],
  ['a hash made to fit its own row only', "UPDATE event SET hash = printf('%064d', 0) WHERE id = 9", 9],
])('%s shows', (_name, sql, at) => {
  fill(10);
  tamper(sql);
  // The row that was moved out of the way is none of the chain.
  db.exec('DELETE FROM event WHERE id < 0');
  expect(brokenAt(db)).toBe(at);
});

test('an event goes with the transaction that it tells of', () => {
  fill(1);
  const cancelled = db.transaction(() => {
    events.append('written', 'receipt-1');
    throw new Error('the disk is full');
  });
  expect(cancelled).toThrow();
  fill(1);
  expect(eventsOf(db, 'receipt-1').map(({ id, kind }) => [id, kind])).toEqual([
    [1, 'line-added'],
    [2, 'line-added'],
  ]);
  expect(brokenAt(db)).toBeNull();
});

test('an end that was taken out shows by what a Z report wrote down', () => {
  fill(5);
  const report = JSON.stringify({ lastEvent: lastEvent(db) });
  db.prepare("INSERT INTO shift (number, opened_at, opened_by, closed_at, report) VALUES (1, 0, '', 0, ?)").run(report);
  fill(2);
  expect(brokenAt(db)).toBeNull();
  tamper('DELETE FROM event WHERE id >= 4');
  expect(brokenAt(db)).toBe(5);
});
