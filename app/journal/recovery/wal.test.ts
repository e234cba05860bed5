import { copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../../testing/folder.ts';
import { PAGE_BYTES } from './page.ts';
import { openPages } from './pages.ts';
import { cellsOn } from './record.ts';
import { readWal } from './wal.ts';

const HEADER_BYTES = 32;
const FRAME_BYTES = 24 + PAGE_BYTES;

/** A file with a log of twenty transactions of one to five pages, as a power cut leaves it. */
function logged(before: (db: Database.Database) => void = () => {}): string {
  const dir = temporaryFolder(onTestFinished);
  const db = new Database(path.join(dir, 'open.sqlite'));
  db.pragma('journal_mode = wal');
  db.exec('CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT) STRICT');
  db.pragma('wal_checkpoint(TRUNCATE)');
  before(db);
  const insert = db.prepare('INSERT INTO note (body) VALUES (?)');
  for (let size = 0; size < 20; size++) insert.run(String(size % 10).repeat(size * 800));
  const file = path.join(dir, 'cut.sqlite');
  copyFileSync(db.name, file);
  copyFileSync(`${db.name}-wal`, `${file}-wal`);
  db.close();
  return file;
}

function notesByPages(file: string): unknown[] {
  const pages = openPages(file, `${file}-wal`);
  const cells = Array.from({ length: pages.count }, (_, index) => cellsOn(index + 1, pages)).flat();
  pages.close();
  return cells.flatMap((cell) => (cell?.values.length === 2 ? [cell.values[1]] : []));
}

/** On a copy: SQLite puts the log away when it is done. */
function notesBySqlite(file: string): unknown[] {
  const copy = file.replace('cut', 'copy');
  for (const ending of ['', '-wal']) copyFileSync(`${file}${ending}`, `${copy}${ending}`);
  const db = new Database(copy);
  const notes = db.prepare('SELECT body FROM note ORDER BY id').pluck().all();
  db.close();
  return notes;
}

test('a log as a power cut leaves it is sound, and says what SQLite says', () => {
  const file = logged();
  expect(readWal(`${file}-wal`).damaged).toBe(false);
  expect(notesByPages(file)).toHaveLength(20);
  expect(notesByPages(file)).toEqual(notesBySqlite(file));
});

test('cut off anywhere it is sound too, and ends with the last whole transaction', () => {
  const file = logged();
  const whole = readFileSync(`${file}-wal`);
  fc.assert(
    fc.property(fc.nat({ max: whole.length }), (length) => {
      writeFileSync(`${file}-wal`, whole);
      truncateSync(`${file}-wal`, length);
      expect(readWal(`${file}-wal`).damaged).toBe(false);
      expect(notesByPages(file)).toEqual(notesBySqlite(file));
    }),
    { numRuns: 60 },
  );
}, 30_000);

test('a byte that changed before the last frame is noticed, and every page but its own is there', () => {
  const file = logged();
  const whole = readFileSync(`${file}-wal`);
  const lastFrame = whole.length - FRAME_BYTES;
  fc.assert(
    fc.property(fc.nat({ max: lastFrame - 1 }), fc.integer({ min: 1, max: 255 }), (offset, change) => {
      const bytes = Buffer.from(whole);
      bytes[offset] = (bytes[offset] ?? 0) ^ change;
      writeFileSync(`${file}-wal`, bytes);
      const { damaged, pages } = readWal(`${file}-wal`);
      expect(damaged).toBe(true);
      const touched = Math.floor((offset - HEADER_BYTES) / FRAME_BYTES) * FRAME_BYTES + HEADER_BYTES + 24;
      writeFileSync(`${file}-wal`, whole);
      for (const [page, at] of readWal(`${file}-wal`).pages) if (at !== touched) expect(pages.get(page)).toBe(at);
    }),
  );
}, 30_000);

test('what is left of an older log behind the newer one is neither damage nor content', () => {
  const file = logged((db) => {
    db.prepare('INSERT INTO note (body) VALUES (?)').run('old'.repeat(400_000));
    db.exec('DELETE FROM note');
    db.pragma('wal_checkpoint(RESTART)');
  });
  const { damaged, pages } = readWal(`${file}-wal`);
  expect(damaged).toBe(false);
  expect(Math.max(...pages.values())).toBeLessThan(readFileSync(`${file}-wal`).length - 2 * FRAME_BYTES);
  expect(notesBySqlite(file)).toHaveLength(20);
});

test('no log, and one that never got beyond zeros, are empty', () => {
  const file = logged();
  writeFileSync(`${file}-wal`, Buffer.alloc(10 * FRAME_BYTES));
  expect(readWal(`${file}-wal`)).toEqual({ pages: new Map(), damaged: false });
  expect(readWal(`${file}-nothing`)).toEqual({ pages: new Map(), damaged: false });
});
