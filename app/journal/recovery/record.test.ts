import path from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../../testing/folder.ts';
import { PAGE_BYTES } from './page.ts';
import { openPages } from './pages.ts';
import { type Cell, cellsOn } from './record.ts';

const folder = (): string => temporaryFolder(onTestFinished);

/** Every row on every page of the file, in the order of the pages. */
function rowsOf(file: string): readonly (Cell | null)[] {
  const pages = openPages(file, `${file}-wal`);
  try {
    return Array.from({ length: pages.count }, (_, index) => cellsOn(index + 1, pages)).flat();
  } finally {
    pages.close();
  }
}

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  // Around what fits on a page, and over many pages.
  fc.nat({ max: 20_000 }).map((length) => 'ж'.repeat(length)),
);
const value = fc.oneof(fc.constant(null), fc.maxSafeInteger(), fc.integer(), fc.constantFrom(0, 1, -1), text);

test('reads what SQLite wrote, of every kind and length', () => {
  const dir = folder();
  let files = 0;
  const rows = fc.uniqueArray(fc.tuple(fc.maxSafeInteger(), value, value), { selector: ([id]) => id, maxLength: 8 });
  fc.assert(
    fc.property(rows, (rows) => {
      const file = path.join(dir, `${++files}.sqlite`);
      const db = new Database(file);
      db.pragma('synchronous = OFF');
      db.exec('CREATE TABLE any (id INTEGER PRIMARY KEY, one ANY, other ANY) STRICT');
      const insert = db.prepare('INSERT INTO any VALUES (?, ?, ?)');
      for (const [id, one, other] of rows) insert.run(BigInt(id), whole(one), whole(other));
      db.close();

      const read = rowsOf(file).filter((cell) => cell?.values.length === 3);
      const expected = rows.map(([id, one, other]) => ({ rowNumber: id, values: [null, one, other] }));
      expect(read.toSorted(byNumber)).toEqual(expected.toSorted(byNumber));
    }),
    { numRuns: 50 },
  );
}, 30_000);

test('a table without row numbers gives its rows from inner pages too', () => {
  const file = path.join(folder(), 'keys.sqlite');
  const db = new Database(file);
  db.exec('CREATE TABLE word (name TEXT, place INTEGER, body TEXT, PRIMARY KEY (name, place)) STRICT, WITHOUT ROWID');
  const insert = db.prepare('INSERT INTO word VALUES (?, ?, ?)');
  const names = Array.from({ length: 2_000 }, (_, index) => `name ${index}`);
  db.transaction(() => {
    for (const [place, name] of names.entries()) insert.run(name, place, `${name} `.repeat(place % 40));
  })();
  db.close();
  const read = rowsOf(file).flatMap((cell) => (cell?.rowNumber === null ? [cell.values] : []));
  expect(read.toSorted()).toEqual(names.map((name, place) => [name, place, `${name} `.repeat(place % 40)]).toSorted());
});

test('whatever stands on a page, reading it ends and gives no row that does not add up', () => {
  const page = fc.uint8Array({ minLength: 128, maxLength: 128 }).map((bytes) => Buffer.alloc(PAGE_BYTES, bytes));
  const kind = fc.constantFrom(0x02, 0x0a, 0x0d, 0x05, 0x00);
  fc.assert(
    fc.property(kind, page, (first, bytes) => {
      bytes[0] = first;
      const cells = cellsOn(2, { count: 3, read: (number) => (number <= 3 ? bytes : null), close: () => {} });
      for (const cell of cells) expect(cell === null || Array.isArray(cell.values)).toBe(true);
    }),
  );
}, 30_000);

test('a row number that is out of order is left out, its neighbours are not', () => {
  const file = path.join(folder(), 'order.sqlite');
  const db = new Database(file);
  db.exec(
    "CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT) STRICT; INSERT INTO note VALUES (1,'a'),(2,'b'),(3,'c')",
  );
  db.close();
  const pages = openPages(file, '');
  const page = pages.read(2) ?? Buffer.alloc(0);
  pages.close();
  // The row number of the second cell, behind the length of its record.
  page[page.readUInt16BE(8 + 2) + 1] = 9;
  const cells = cellsOn(2, { count: 2, read: () => page, close: () => {} });
  expect(cells.map((cell) => cell?.values[1] ?? null)).toEqual(['a', null, 'c']);
});

/** SQLite gives whole numbers their kind only when they come as such. */
function whole(one: string | number | null): string | bigint | null {
  return typeof one === 'number' ? BigInt(one) : one;
}

function byNumber(one: Cell | null, other: Cell | null): number {
  return (one?.rowNumber ?? 0) - (other?.rowNumber ?? 0);
}
