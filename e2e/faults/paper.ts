import path from 'node:path';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { decodeEscPos } from '../support/devices/escpos-decoder.ts';
import type { Till } from '../support/till.ts';

/** What lies in front of the cashier: slips that came out to their end, copies among them. */

/** What a slip's text says it is of: `receipt 12`, `return of 12`, `benefit 700005`; `null` for slips of another kind. */
function subjectOf(text: string): string | null {
  if (text.includes('ЧЕК НЕ ПРИНЯТ')) return null;
  const [, returned] = /Возврат чека № (\d+)/.exec(text) ?? [];
  if (returned) return `return of ${returned}`;
  const [, transaction] = /Номер операции ЕЦС\s*(\d+)/.exec(text) ?? [];
  if (transaction) return `benefit ${transaction}`;
  const [, number] = /Чек № (\d+)/.exec(text) ?? [];
  return number ? `receipt ${number}` : null;
}

/** How often the slip of each subject is on paper. One that broke off is not: no knife cut it. */
export function onPaper({ printer }: Till): ReadonlyMap<string, number> {
  return counted(
    printer.jobs.flatMap(({ bytes }) => {
      const { lines, cuts } = decodeEscPos(bytes);
      return cuts.length > 0 ? [lines.map(({ text }) => text).join('\n')] : [];
    }),
  );
}

const jobRow = z.object({ document: z.string(), done: z.int() });

/**
 * Whether the slip of this job, which is in doubt, came out: there is one more of its subject on paper than the journal knows to
 * be done.
 */
export function isOnPaper(till: Till, job: number): boolean {
  const db = new Database(path.join(till.dataDir, 'journal.sqlite'), { readonly: true });
  const select = "SELECT document, state IN ('confirmed', 'unconfirmed') AS done FROM print_job";
  const doubted = jobRow.parse(db.prepare(`${select} WHERE id = ?`).get(job));
  const jobs = z.array(jobRow).parse(db.prepare(select).all());
  db.close();
  const subject = subjectOf(textOf(doubted));
  if (subject === null) throw new Error(`job ${job} is of nothing that the cashier knows`);
  const done = counted(jobs.filter((one) => one.done === 1).map(textOf));
  return (onPaper(till).get(subject) ?? 0) > (done.get(subject) ?? 0);
}

const blocks = z.object({
  blocks: z.array(
    z.looseObject({ text: z.string().optional(), label: z.string().optional(), value: z.string().optional() }),
  ),
});

function textOf({ document }: z.output<typeof jobRow>): string {
  return blocks
    .parse(JSON.parse(document))
    .blocks.map(({ text, label, value }) => text ?? `${label} ${value}`)
    .join('\n');
}

function counted(texts: readonly string[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const subject of texts.map(subjectOf)) if (subject) times.set(subject, (times.get(subject) ?? 0) + 1);
  return times;
}
