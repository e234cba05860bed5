import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../sale/ports.ts';
import type { JournalReader, JournalWriter } from './connection.ts';

/** What happened, without anything personal; values that fill in a sentence. */
export type EventBody = Readonly<Record<string, string | number | boolean | null>>;

export type JournalEvent = {
  readonly id: number;
  /** Epoch ms. */
  readonly at: number;
  readonly who: string;
  readonly kind: string;
  /** The receipt or the shift that it happened to. */
  readonly subject: string | null;
  readonly body: EventBody;
  /** SHA-256, hex, of the row before and of this one's own content: a row that was changed breaks the chain from there on. */
  readonly hash: string;
};

const storedBody = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
const eventRow = z
  .object({
    id: z.int(),
    at: z.int(),
    who: z.string(),
    kind: z.string(),
    subject: z.string().nullable(),
    body: z.string(),
    hash: z.string(),
  })
  .transform(({ body, ...row }): JournalEvent => ({ ...row, body: storedBody.parse(JSON.parse(body)) }));

/** The hash before the first row. */
export const GENESIS = '0'.repeat(64);

/** Writes events; each inside the transaction of what it tells of. */
export type EventLog = {
  append(kind: string, subject: string | null, body?: EventBody): void;
};

/** Opens the log for writing as `who`. */
export function eventLog(db: JournalWriter, clock: Clock, who: string): EventLog {
  const selectLast = db.prepare('SELECT id, hash FROM event ORDER BY id DESC LIMIT 1');
  const insert = db.prepare(
    'INSERT INTO event (id, at, who, kind, subject, body, hash) VALUES (@id, @at, @who, @kind, @subject, @body, @hash)',
  );
  const lastRow = z.object({ id: z.int(), hash: z.string() }).optional();
  return {
    append(kind, subject, body = {}) {
      // Read each time: a transaction that was rolled back took its events with it.
      const last = lastRow.parse(selectLast.get()) ?? { id: 0, hash: GENESIS };
      const row = { id: last.id + 1, at: clock.now(), who, kind, subject, body: JSON.stringify(body) };
      insert.run({ ...row, hash: hashOf(last.hash, row) });
    },
  };
}

/** What happened to a receipt or a shift, oldest first. */
export function eventsOf(db: JournalReader, subject: string): readonly JournalEvent[] {
  const select = db.prepare('SELECT id, at, who, kind, subject, body, hash FROM event WHERE subject = ? ORDER BY id');
  return z.array(eventRow).parse(select.all(subject));
}

/** The last row, to be written down elsewhere; `null` while there is none. */
export function lastEvent(db: JournalReader): { readonly id: number; readonly hash: string } | null {
  const row: unknown = db.prepare('SELECT id, hash FROM event ORDER BY id DESC LIMIT 1').get();
  return z.object({ id: z.int(), hash: z.string() }).optional().parse(row) ?? null;
}

/** A row as it is stored, its body unread. */
export const rawEvent = z.object({
  id: z.int(),
  at: z.int(),
  who: z.string(),
  kind: z.string(),
  subject: z.string().nullable(),
  body: z.string(),
  hash: z.string(),
});

type Content = Omit<z.output<typeof rawEvent>, 'hash'>;

/** What a row's hash has to be after that one. */
export function hashOf(before: string, { id, at, who, kind, subject, body }: Content): string {
  return createHash('sha256')
    .update(JSON.stringify([before, id, at, who, kind, subject, body]))
    .digest('hex');
}
