import { z } from 'zod';
import type { JournalReader } from './connection.ts';
import { type EventLog, eventsOf, GENESIS, hashOf, rawEvent } from './event-log.ts';

/** A place where the chain of events does not hold. */
export type Break = {
  /** Number of the row that is missing or does not follow from the one before it. */
  readonly event: number;
  /** The hash that should stand there: with other content, or after other rows, it is another break. */
  readonly mark: string;
};

/** What the log's own events are filed under. */
const SUBJECT = 'event-log';
const KIND = 'journal-chain-broken';

/** How many are told and noted at once; of more the rest comes next time. */
const MOST = 100;

const broken = z.object({ event: z.int(), mark: z.string() });

/**
 * Follows the chain from its beginning, and looks for the rows that Z reports wrote down. Leaves out breaks that are noted
 * in the log already, by a row that holds itself.
 */
export function newBreaks(db: JournalReader): readonly Break[] {
  const { breaks, noted } = followChain(db);
  return breaks.filter((one) => !noted.has(keyOf(one))).slice(0, MOST);
}

/** Notes in the log that somebody was told of these breaks: from then on the chain itself says that they are there. */
export function noteBreaks(events: EventLog, breaks: readonly Break[]): void {
  for (const { event, mark } of breaks) events.append(KIND, SUBJECT, { event, mark });
}

/** The rows at which the chain is known to break, in the order of the log. */
export function notedBreaks(db: JournalReader): readonly number[] {
  const events = eventsOf(db, SUBJECT).filter(({ kind }) => kind === KIND);
  const rows = events.map(({ body }) => broken.parse(body).event);
  return [...new Set(rows)].toSorted((one, other) => one - other);
}

function followChain(db: JournalReader): { breaks: readonly Break[]; noted: ReadonlySet<string> } {
  const breaks: Break[] = [];
  const noted = new Set<string>();
  let before = { id: 0, hash: GENESIS };
  for (const stored of db.prepare('SELECT * FROM event ORDER BY id').iterate()) {
    const row = rawEvent.parse(stored);
    const mark = hashOf(before.hash, row);
    if (row.id !== before.id + 1 || row.hash !== mark) breaks.push({ event: row.id, mark });
    else if (row.kind === KIND) noted.add(keyOf(broken.parse(JSON.parse(row.body))));
    before = row;
  }
  const inChain = new Set(breaks.map(({ event }) => event));
  const lost = lostEnds(db).filter(({ event }) => !inChain.has(event));
  return { breaks: [...breaks, ...lost].toSorted((one, other) => one.event - other.event), noted };
}

/** Last rows as closed shifts wrote them down, which are not there any more. */
function lostEnds(db: JournalReader): readonly Break[] {
  const lost = db.prepare(`
    SELECT report ->> '$.lastEvent.id' AS event, report ->> '$.lastEvent.hash' AS mark FROM shift
    WHERE report ->> '$.lastEvent.hash' IS NOT (SELECT hash FROM event WHERE id = report ->> '$.lastEvent.id')
      AND report ->> '$.lastEvent.id' IS NOT NULL
    GROUP BY event`);
  return z.array(broken).parse(lost.all());
}

function keyOf({ event, mark }: Break): string {
  return `${event} ${mark}`;
}
