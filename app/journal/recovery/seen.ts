import { z } from 'zod';
import type { JournalReader } from '../connection.ts';
import { openReader } from '../database.ts';

/** The largest numbers of receipts and shifts that were ever seen. */
export type Seen = { readonly sale: number; readonly shift: number };

export const NOTHING_SEEN: Seen = { sale: 0, shift: 0 };

/** How far a number of the damaged file may run ahead of what is known for certain: its own digits may be the damage. */
const PLAUSIBLE_STEP = 1_000;

const largest = z.int().nullable();

/** What the rows of a journal say; `schema` is SQLite's name for an attached one. */
export function seenIn(db: JournalReader, schema: 'main' | 'backup' = 'main'): Seen {
  return { sale: largestIn(db, `${schema}.sale`), shift: largestIn(db, `${schema}.shift`) };
}

function largestIn(db: JournalReader, table: string): number {
  return largest.parse(db.prepare(`SELECT max(number) FROM ${table}`).pluck().get()) ?? 0;
}

/** What SQLite can still say of a damaged file: an index may have the number of a receipt whose row is lost. */
export function seenInDamaged(file: string, known: Seen): Seen {
  const opened = openReader(file);
  if (!opened.ok) return known;
  const reader = opened.value;
  const ask = (table: 'sale' | 'shift'): number => {
    try {
      return largestIn(reader, table);
    } catch {
      return 0;
    }
  };
  const seen = { sale: plausible(ask('sale'), known.sale), shift: plausible(ask('shift'), known.shift) };
  reader.close();
  return seen;
}

function plausible(number: number, known: number): number {
  return number > known + PLAUSIBLE_STEP ? known : Math.max(number, known);
}

export function furthest(one: Seen, other: Seen): Seen {
  return { sale: Math.max(one.sale, other.sale), shift: Math.max(one.shift, other.shift) };
}
