import path from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../testing/folder.ts';
import { TestClock } from '../testing/till.ts';
import { newBreaks, noteBreaks, notedBreaks } from './chain-breaks.ts';
import { type JournalWriter, openDatabase } from './database.ts';
import { type EventLog, eventLog, lastEvent } from './event-log.ts';

let db: JournalWriter;
let events: EventLog;

beforeEach(() => {
  const opened = openDatabase(path.join(temporaryFolder(onTestFinished), 'journal.sqlite'));
  if (!opened.ok) throw new Error(opened.error.kind);
  db = opened.value;
  onTestFinished(() => {
    db.close();
  });
  events = eventLog(db, new TestClock(), 'Смирнова');
});

/** As somebody would who has the file and a database tool. */
function tamper(sql: string): void {
  db.exec('DROP TRIGGER IF EXISTS event_final; DROP TRIGGER IF EXISTS event_kept');
  db.exec(sql);
}

function fill(count: number): void {
  for (let number = 1; number <= count; number++) events.append('line-added', `receipt-${number % 3}`, { number });
}

/** The rows at which the chain breaks, as far as nobody was told. */
function newRows(): number[] {
  return newBreaks(db).map(({ event }) => event);
}

/** Somebody is told of all there is. */
function tell(): void {
  noteBreaks(events, newBreaks(db));
}

test('a chain that nobody touched is whole', () => {
  expect(newRows()).toEqual([]);
  fill(20);
  expect(newRows()).toEqual([]);
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
  expect(newRows()[0]).toBe(at);
});

test('an end that was taken out shows by what a Z report wrote down', () => {
  fill(5);
  const report = JSON.stringify({ lastEvent: lastEvent(db) });
  db.prepare("INSERT INTO shift (number, opened_at, opened_by, closed_at, report) VALUES (1, 0, '', 0, ?)").run(report);
  fill(2);
  expect(newRows()).toEqual([]);
  tamper('DELETE FROM event WHERE id >= 4');
  expect(newRows()).toEqual([5]);
});

test('a break that was told of is told no more, and stays known', () => {
  fill(10);
  tamper('DELETE FROM event WHERE id IN (3, 7)');
  expect(newRows()).toEqual([4, 8]);
  expect(notedBreaks(db)).toEqual([]);
  tell();
  expect(newRows()).toEqual([]);
  expect(notedBreaks(db)).toEqual([4, 8]);
  fill(3);
  expect(newRows()).toEqual([]);
});

test('of breaks that are told of, only new ones are told', () => {
  fill(10);
  tamper('DELETE FROM event WHERE id = 3');
  tell();
  tamper("UPDATE event SET who = 'nobody' WHERE id = 6");
  expect(newRows()).toEqual([6]);
  tell();
  expect(notedBreaks(db)).toEqual([4, 6]);
});

test.each([
  ['another change of the same row', "UPDATE event SET who = 'somebody' WHERE id = 6"],
  ['more rows taken out before it', 'DELETE FROM event WHERE id = 5'],
])('%s is a new break', (_name, sql) => {
  fill(10);
  tamper("UPDATE event SET who = 'nobody' WHERE id = 6");
  tell();
  expect(newRows()).toEqual([]);
  tamper(sql);
  expect(newRows()).toEqual([6]);
});

test('a note that somebody changed is a break itself, and silences none', () => {
  fill(10);
  tamper('DELETE FROM event WHERE id = 3');
  tell();
  tamper("UPDATE event SET at = at + 1 WHERE kind = 'journal-chain-broken'");
  expect(newRows()).toEqual([4, 11]);
});

test('a lost end is told of once too, also when new rows have taken its numbers', () => {
  fill(5);
  const report = JSON.stringify({ lastEvent: lastEvent(db) });
  db.prepare("INSERT INTO shift (number, opened_at, opened_by, closed_at, report) VALUES (1, 0, '', 0, ?)").run(report);
  tamper('DELETE FROM event WHERE id >= 3');
  expect(newRows()).toEqual([5]);
  tell();
  expect(newRows()).toEqual([]);
  fill(4);
  expect(newRows()).toEqual([]);
  expect(notedBreaks(db)).toEqual([5]);
});

test('a log of which nothing holds is noted in parts', () => {
  fill(250);
  tamper("UPDATE event SET who = 'nobody'");
  const parts: number[] = [];
  for (let rows = newRows(); rows.length > 0; rows = newRows()) {
    parts.push(rows.length);
    tell();
  }
  expect(parts).toEqual([100, 100, 50]);
  expect(notedBreaks(db)).toHaveLength(250);
});
