import { z } from 'zod';
import { OUTBOX_KINDS, type OutboxKind } from '../domain/outbox-kind.ts';
import type { Problem } from '../domain/problem.ts';
import type { OutboxEntry, OutboxRequest, OutboxStore } from '../sale/outbox/entry.ts';
import { receiptId } from '../schema/values.ts';
import type { JournalWriter } from './connection.ts';
import type { EventLog } from './event-log.ts';
import { opened, type PinSeal } from './pin-seal.ts';
import { storedConfirmation, storedProblem, storedRefusal, storedRequest, storedReturn } from './stored.ts';

const entryRow = z.object({
  id: z.int(),
  kind: z.enum(OUTBOX_KINDS),
  lane: z.string(),
  request: z.string(),
  state: z.enum(['waiting', 'dead']),
  in_doubt: z.int(),
  attempts: z.int(),
  unclear: z.int().nullable(),
  not_before: z.int(),
  problem: z.string().nullable(),
  at: z.int(),
});

const rolledBack = z.object({ receiptId });

/** The journal's outbox. */
export function outboxStore(db: JournalWriter, events: EventLog, seal: PinSeal): OutboxStore {
  const columns = 'id, kind, lane, request, state, in_doubt, attempts, unclear, not_before, problem, at';
  const select = db.prepare(`SELECT ${columns} FROM outbox WHERE id = ?`);
  const selectNext = db.prepare(`
    SELECT ${columns} FROM outbox AS one
    WHERE state = 'waiting' AND (not_before <= @now OR not_before > @now + @longest)
      AND kind IN (SELECT value FROM json_each(@kinds)) AND lane NOT IN (SELECT value FROM json_each(@passed))
      AND NOT EXISTS (SELECT 1 FROM outbox AS earlier WHERE earlier.lane = one.lane AND earlier.id < one.id)
    ORDER BY id LIMIT 1`);
  const selectFirst = db.prepare(`SELECT ${columns} FROM outbox WHERE lane = ? ORDER BY id LIMIT 1`);
  const selectNextAt = db
    .prepare(`
      SELECT min(not_before) FROM outbox
      WHERE state = 'waiting' AND not_before > @now AND kind IN (SELECT value FROM json_each(@kinds))`)
    .pluck();
  const selectDepth = db.prepare("SELECT count(*) AS all_of_them, sum(state = 'dead') AS dead FROM outbox");
  const selectList = db.prepare(`SELECT ${columns} FROM outbox ORDER BY state, id LIMIT ?`);
  const setBegun = db.prepare('UPDATE outbox SET in_doubt = 1, attempts = attempts + 1 WHERE id = ?');
  const setPostponed = db.prepare(`
    UPDATE outbox SET state = 'waiting', in_doubt = @inDoubt, not_before = @notBefore, problem = @problem,
      unclear = nullif(coalesce(unclear, 0) + @unclear, 0) WHERE id = @id`);
  const setDead = db.prepare(
    "UPDATE outbox SET state = 'dead', in_doubt = @inDoubt, problem = @problem WHERE id = @id",
  );
  const setAlive = db.prepare(`
    UPDATE outbox SET state = 'waiting', not_before = 0, request =
      CASE WHEN state = 'dead' AND kind = 'receipt-write' THEN json_set(request, '$.calculationId', '') ELSE request END
    WHERE id = ?`);
  const setDue = db.prepare("UPDATE outbox SET not_before = 0 WHERE state = 'waiting' AND not_before > 0");
  const remove = db.prepare('DELETE FROM outbox WHERE id = ?');
  const depthRow = z.object({ all_of_them: z.int(), dead: z.int().nullable() });

  const entryIn = (row: unknown): OutboxEntry | null => (row === undefined ? null : unsealed(entryOf(row), seal));

  return {
    get: (id) => entryIn(select.get(id)),
    next: (now, longest, kinds, passed) =>
      entryIn(selectNext.get({ now, longest, kinds: JSON.stringify(kinds), passed: JSON.stringify(passed) })),
    firstOf: (lane) => entryIn(selectFirst.get(lane)),
    nextAt: (now, kinds) =>
      z
        .int()
        .nullable()
        .parse(selectNextAt.get({ now, kinds: JSON.stringify(kinds) })),
    begin(id) {
      setBegun.run(id);
    },
    deny: db.transaction((id) => {
      const entry = entryIn(select.get(id));
      setBegun.run(id);
      events.append('outbox-denied', entry?.lane ?? null, { kind: entry?.kind ?? '' });
    }),
    postpone(id, inDoubt, notBefore, problem, unclear = false) {
      setPostponed.run({
        id,
        inDoubt: inDoubt ? 1 : 0,
        notBefore,
        problem: JSON.stringify(problem),
        unclear: unclear ? 1 : 0,
      });
    },
    bury: db.transaction((id: number, inDoubt: boolean, problem: Problem) => {
      setDead.run({ id, inDoubt: inDoubt ? 1 : 0, problem: JSON.stringify(problem) });
      const entry = entryIn(select.get(id));
      events.append('outbox-dead', entry?.lane ?? null, { kind: entry?.kind ?? '', code: problem.code });
    }),
    revive: db.transaction((id) => {
      const entry = entryIn(select.get(id));
      setAlive.run(id);
      events.append('outbox-retried', entry?.lane ?? null, { kind: entry?.kind ?? '' });
    }),
    hasten() {
      setDue.run();
    },
    depth() {
      const { all_of_them: all, dead } = depthRow.parse(selectDepth.get());
      return { waiting: all - (dead ?? 0), dead: dead ?? 0 };
    },
    drop: db.transaction((id) => {
      const entry = entryIn(select.get(id));
      remove.run(id);
      events.append('outbox-done', entry?.lane ?? null, { kind: entry?.kind ?? '' });
    }),
    list: (most) => selectList.all(most).map((row) => unsealed(entryOf(row), seal)),
  };
}

function unsealed(entry: OutboxEntry, seal: PinSeal): OutboxEntry {
  return entry.kind === 'receipt-write' ? { ...entry, request: opened(entry.request, seal) } : entry;
}

/** PINs stay sealed. Throws for a row that is no entry. */
export function entryOf(stored: unknown): OutboxEntry {
  const { id, kind, request, in_doubt, not_before, unclear, problem, ...row } = entryRow.parse(stored);
  return {
    ...requestOf(kind, JSON.parse(request)),
    ...row,
    id,
    inDoubt: in_doubt === 1,
    notBefore: not_before,
    unclear: unclear ?? 0,
    problem: problem === null ? null : storedProblem.parse(JSON.parse(problem)),
  };
}

function requestOf(kind: OutboxKind, request: unknown): OutboxRequest {
  switch (kind) {
    case 'receipt-write':
      return { kind, request: storedRequest.parse(request) };
    case 'receipt-rollback':
      return { kind, request: rolledBack.parse(request) };
    case 'receipt-return':
      return { kind, request: storedReturn.parse(request) };
    case 'benefit-confirmation':
      return { kind, request: storedConfirmation.parse(request) };
    case 'benefit-refusal':
      return { kind, request: storedRefusal.parse(request) };
  }
}
