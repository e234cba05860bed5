import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { OUTBOX_KINDS, type OutboxKind } from '../domain/outbox-kind.ts';
import { problem } from '../domain/problem.ts';
import type { OutboxStore } from '../sale/outbox/entry.ts';
import { TestClock } from '../testing/till.ts';
import { type JournalWriter, openDatabase } from './database.ts';
import { eventLog } from './event-log.ts';
import { outboxStore } from './outbox.ts';
import { forgetfulSeal } from './pin-seal.ts';

const LONGEST = 72_000;
const NOW = 1_000_000;

let db: JournalWriter;
let outbox: OutboxStore;

beforeEach(() => {
  const dir = mkdtempSync(path.join(tmpdir(), 'outbox-'));
  const opened = openDatabase(path.join(dir, 'journal.sqlite'));
  if (!opened.ok) throw new Error(opened.error.kind);
  db = opened.value;
  onTestFinished(() => {
    db.close();
    rmSync(dir, { recursive: true, force: true });
  });
  outbox = outboxStore(db, eventLog(db, new TestClock(), 'Смирнова'), forgetfulSeal());
});

/** A cancelled receipt, the smallest of requests. */
function enter(lane: string, kind = 'receipt-rollback'): number {
  const request = JSON.stringify({ receiptId: lane });
  const row = db.prepare('INSERT INTO outbox (kind, lane, request, at) VALUES (?, ?, ?, 0)').run(kind, lane, request);
  return Number(row.lastInsertRowid);
}

const next = (now = NOW, kinds: readonly OutboxKind[] = OUTBOX_KINDS, passed: readonly string[] = []) =>
  outbox.next(now, LONGEST, kinds, passed)?.id;

test('the oldest comes first; an entry waits for those before it in its lane, whatever became of them', () => {
  const [first, behind, other] = [enter('a'), enter('a'), enter('b')];
  expect(next()).toBe(first);
  outbox.postpone(first, false, NOW + 1, problem('service-unreachable'));
  expect(next()).toBe(other);
  outbox.bury(first, false, problem('rollback-refused', { message: 'no' }));
  outbox.drop(other);
  expect(next(NOW + 10)).toBeUndefined();
  expect(outbox.firstOf('a')).toMatchObject({ id: first, state: 'dead' });
  outbox.drop(first);
  expect([outbox.firstOf('a')?.id, next(), outbox.firstOf('b')]).toEqual([behind, behind, null]);
});

test('lanes that are passed over and kinds that are not asked for are left out', () => {
  enter('a');
  const other = enter('b');
  expect(next(NOW, ['receipt-rollback'], ['a'])).toBe(other);
  expect(next(NOW, ['receipt-write'])).toBeUndefined();
  outbox.postpone(other, false, NOW + 5, problem('service-timeout'));
  expect([outbox.nextAt(NOW, ['receipt-rollback']), outbox.nextAt(NOW, ['receipt-write'])]).toEqual([NOW + 5, null]);
});

test('an attempt is in doubt from its beginning, until it is known that it never left', () => {
  const id = enter('a');
  outbox.begin(id);
  expect(outbox.get(id)).toMatchObject({ inDoubt: true, attempts: 1 });
  outbox.postpone(id, false, NOW + 5, problem('service-throttled', { seconds: 5 }));
  expect(outbox.get(id)).toMatchObject({
    inDoubt: false,
    notBefore: NOW + 5,
    problem: { code: 'service-throttled', params: { seconds: 5 } },
  });
  expect([next(), outbox.nextAt(NOW, OUTBOX_KINDS)]).toEqual([undefined, NOW + 5]);
  expect(next(NOW + 5)).toBe(id);
});

test('a clock that was put back holds nothing up', () => {
  const id = enter('a');
  outbox.postpone(id, true, NOW + LONGEST, problem('service-timeout'));
  expect(next(NOW)).toBeUndefined();
  // An hour earlier the same time is further away than any pause.
  expect(next(NOW - 3_600_000)).toBe(id);
});

test('a dead entry waits for a person, comes first in the list, and lives again', () => {
  const [first, second] = [enter('a'), enter('b')];
  outbox.bury(second, false, problem('rollback-refused', { message: 'Смена закрыта' }));
  expect(outbox.depth()).toEqual({ waiting: 1, dead: 1 });
  expect(outbox.list(10).map(({ id }) => id)).toEqual([second, first]);
  outbox.drop(first);
  expect([next(), outbox.nextAt(NOW, OUTBOX_KINDS)]).toEqual([undefined, null]);
  outbox.revive(second);
  expect(next()).toBe(second);
});

test('a service that is back hastens all that waits for its time, and only that', () => {
  const [late, dead] = [enter('a'), enter('b')];
  outbox.postpone(late, false, NOW + 60_000, problem('service-unreachable'));
  outbox.bury(dead, false, problem('rollback-refused'));
  outbox.hasten();
  expect(next()).toBe(late);
  expect(outbox.get(dead)?.state).toBe('dead');
});

test('an entry of an unknown kind, or with a request that is none, is a defect', () => {
  enter('a', 'letter');
  expect(() => outbox.firstOf('a')).toThrow();
  // It is no service's, so that it holds up none.
  expect(next()).toBeUndefined();
  db.exec('DELETE FROM outbox');
  db.exec(`INSERT INTO outbox (kind, lane, request, at) VALUES ('receipt-write', 'a', '{}', 0)`);
  expect(() => next()).toThrow();
});
