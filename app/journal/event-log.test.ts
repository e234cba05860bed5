import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { TestClock } from '../testing/till.ts';
import { newBreaks } from './chain-breaks.ts';
import { type JournalWriter, openDatabase } from './database.ts';
import { type EventLog, eventLog, eventsOf, lastEvent } from './event-log.ts';

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
  expect(newBreaks(db)).toEqual([]);
});
