import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { fillJournal } from '../../testing/busy-journal.ts';
import { temporaryFolder } from '../../testing/folder.ts';
import type { JournalReader } from '../connection.ts';
import { openDatabase } from '../database.ts';
import { wholeProblem } from '../file/integrity.ts';
import { type JournalFile, openJournalFile } from '../file/journal-file.ts';
import { tablesAt } from '../file/schema.ts';
import { PAGE_BYTES, type Pages } from './page.ts';
import { openPages } from './pages.ts';
import { cellsOn } from './record.ts';
import { tableOf } from './shape.ts';
import { readWal } from './wal.ts';

/** Damage to journals of a till that worked. FAULT_ROUNDS is the number of rounds in all, FAULT_SEED that of the first. */

const RUNS = {
  numRuns: Math.ceil(Number(process.env['FAULT_ROUNDS'] ?? 50) / 5),
  ...(process.env['FAULT_SEED'] === undefined ? {} : { seed: Number(process.env['FAULT_SEED']) }),
};
const RECEIPTS = 60;
const NOW = Date.UTC(2026, 10, 21, 9, 17);
const FRAME_BYTES = 24 + PAGE_BYTES;
const TABLES = tablesAt();

const shelf = temporaryFolder(afterAll);
/** One journal that was closed in order, and one whose receipts are all in the write-ahead log still. */
const closed = path.join(shelf, 'closed.sqlite');
const logged = path.join(shelf, 'logged.sqlite');
makeJournals();

function makeJournals(): void {
  const opened = openDatabase(closed, NOW);
  if (!opened.ok) throw new Error(opened.error.kind);
  opened.value.pragma('wal_checkpoint(TRUNCATE)');
  opened.value.pragma('wal_autocheckpoint = 0');
  fillJournal(opened.value, RECEIPTS);
  for (const ending of ['', '-wal']) copyFileSync(`${closed}${ending}`, `${logged}${ending}`);
  opened.value.close();
}

/** What is compared of a row: what refers to a row that is lost may have lost the reference. */
const COMPARED = TABLES.map((table) => ({
  ...table,
  columns: table.columns.filter(({ name }) => name !== 'shift' && !(table.name === 'print_job' && name === 'sale_id')),
}));

type Rows = ReadonlyMap<string, string>;

/** Every row by table and key. */
function rowsIn(db: JournalReader): Rows {
  return new Map(
    COMPARED.flatMap(({ name, key, columns }) =>
      db
        .prepare(
          `SELECT json_array(${key}) AS key, json_array(${columns.map((column) => column.name)}) AS row FROM ${name}`,
        )
        .all()
        .map((row) => z.object({ key: z.string(), row: z.string() }).parse(row))
        .map(({ key: of, row }): [string, string] => [`${name} ${of}`, row]),
    ),
  );
}

/** The pages that each row stands on. */
function placesIn(file: string): ReadonlyMap<string, readonly number[]> {
  const pages = openPages(file, `${file}-wal`);
  const places = new Map<string, readonly number[]>();
  for (let number = 1; number <= pages.count; number++) {
    let read: number[] = [];
    const noting: Pages = {
      ...pages,
      read(page) {
        read.push(page);
        return pages.read(page);
      },
    };
    // Rows of one page share its overflow pages here: fewer rows are expected than could be.
    for (const cell of cellsOn(number, noting)) {
      const table = cell && tableOf(cell, TABLES);
      if (!cell || !table) continue;
      const key = table.key.map((name) => {
        const place = table.columns.findIndex((column) => column.name === name);
        return table.columns[place]?.isRowNumber ? cell.rowNumber : cell.values[place];
      });
      places.set(`${table.name} ${JSON.stringify(key)}`, read);
    }
    read = [];
  }
  pages.close();
  return places;
}

type Sample = { readonly file: string; readonly rows: Rows; readonly places: ReadonlyMap<string, readonly number[]> };

function sample(file: string): Sample {
  const places = placesIn(file);
  const copy = path.join(shelf, 'reading.sqlite');
  for (const ending of ['', '-wal']) {
    if (existsSync(`${file}${ending}`)) copyFileSync(`${file}${ending}`, `${copy}${ending}`);
  }
  const db = new Database(copy);
  const rows = rowsIn(db);
  db.close();
  return { file, rows, places };
}

/** Opens a journal of which this is left, twice: what was told once is not told again. */
async function opening(
  journal: Buffer,
  wal: Buffer | null,
  judge: (opened: JournalFile, dir: string) => void,
): Promise<void> {
  const dir = path.join(shelf, 'round');
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir);
  const file = path.join(dir, 'journal.sqlite');
  writeFileSync(file, journal);
  if (wal) writeFileSync(`${file}-wal`, wal);
  const opened = await openJournalFile(file, NOW, () => {});
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  expect(wholeProblem(opened.value.writer)).toBeNull();
  judge(opened.value, dir);
  opened.value.told();
  opened.value.close();
  const again = await openJournalFile(file, NOW, () => {});
  expect(again).toMatchObject({ ok: true, value: { recovered: null } });
  if (again.ok) again.value.close();
}

/** Rows that no damaged page and no damaged row that they need stands for. */
function expectUntouched({ rows, places }: Sample, touched: ReadonlySet<number>, { writer }: JournalFile): void {
  const isTouched = (row: string): boolean => places.get(row)?.some((page) => touched.has(page)) ?? true;
  const after = rowsIn(writer);
  const isEntryTouched = [...rows.keys()].some((row) => row.startsWith('outbox') && isTouched(row));
  for (const [row, content] of rows) {
    const sale = /^(?:sale_line|receipt_return) .*?"(receipt-\d+)"/.exec(`${row} ${content}`)?.[1];
    if (isTouched(row) || (sale !== undefined && isTouched(`sale ["${sale}"]`))) continue;
    // Without its entry it is set aside.
    if (isEntryTouched && row.startsWith('sale [') && content.includes('"queued"')) continue;
    expect([row, after.get(row)]).toEqual([row, content]);
  }
}

const byte = fc.integer({ min: 0, max: 255 });

describe('a journal that was closed in order', () => {
  const whole = readFileSync(closed);
  const before = sample(closed);
  const pageCount = whole.length / PAGE_BYTES;

  test.each([
    ['bytes anywhere', fc.array(fc.tuple(fc.nat({ max: whole.length - 1 }), byte), { minLength: 1, maxLength: 5 })],
    [
      'bytes at the head of pages',
      fc.array(
        fc.tuple(
          fc.tuple(fc.nat({ max: pageCount - 1 }), fc.nat({ max: 40 })).map(([page, at]) => page * PAGE_BYTES + at),
          byte,
        ),
        {
          minLength: 1,
          maxLength: 5,
        },
      ),
    ],
    [
      'whole sectors',
      fc
        .tuple(fc.nat({ max: whole.length / 512 - 1 }), fc.integer({ min: 1, max: 40 }), byte)
        .map(([from, count, value]) =>
          Array.from({ length: count * 512 }, (_, index): [number, number] => [from * 512 + index, value]),
        ),
    ],
  ])(
    '%s change: it opens, and every row of an untouched page is there',
    async (_name, damage) => {
      await fc.assert(
        fc.asyncProperty(damage, async (changes) => {
          const journal = Buffer.from(whole);
          for (const [at, value] of changes) journal[at] = value;
          const touched = new Set(changes.map(([at]) => Math.floor(at / PAGE_BYTES) + 1));
          await opening(journal, null, (opened) => expectUntouched(before, touched, opened));
        }),
        RUNS,
      );
    },
    300_000,
  );

  test('the end is missing: what is left is there', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: whole.length - 1 }), async (length) => {
        const missing = Math.floor(length / PAGE_BYTES);
        const touched = new Set(Array.from({ length: pageCount - missing }, (_, index) => missing + index + 1));
        await opening(whole.subarray(0, length), null, (opened) => expectUntouched(before, touched, opened));
      }),
      RUNS,
    );
  }, 300_000);
});

describe('a journal whose receipts are in the write-ahead log', () => {
  const journal = readFileSync(logged);
  const whole = readFileSync(`${logged}-wal`);
  const before = sample(logged);
  const newest = new Map([...readWal(`${logged}-wal`).pages].map(([page, at]) => [at, page]));
  const lastFrame = whole.length - FRAME_BYTES;
  const frameOf = (at: number): number => 32 + Math.floor((at - 32) / FRAME_BYTES) * FRAME_BYTES;

  test('bytes of the log change: it opens, and every row of an untouched page is there', async () => {
    const changes = fc.array(fc.tuple(fc.nat({ max: lastFrame - 1 }), byte), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(changes, async (changes) => {
        const wal = Buffer.from(whole);
        for (const [at, value] of changes) wal[at] = value;
        const touched = new Set<number>();
        for (const [at] of changes.filter(([at]) => at >= 32)) {
          touched.add(newest.get(frameOf(at) + 24) ?? 0);
          // The number of a page may have become that of another one.
          touched.add(wal.readUInt32BE(frameOf(at)));
        }
        await opening(journal, wal, (opened) => expectUntouched(before, touched, opened));
      }),
      RUNS,
    );
  }, 300_000);

  test('the end of the log is missing: nothing is damaged, and what was stored before it is there', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: whole.length }), async (length) => {
        await opening(journal, whole.subarray(0, length), ({ recovered }) => expect(recovered).toBeNull());
      }),
      RUNS,
    );
  }, 300_000);
});
