import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../testing/folder.ts';
import type { JournalWriter } from './connection.ts';
import { openChecker, openDatabase, openReader } from './database.ts';
import { migrations } from './migrations.ts';

const folder = (): string => temporaryFolder(onTestFinished);

/** What these pragmas say on this connection. */
function valuesOf(db: Pick<JournalWriter, 'pragma'>, names: readonly string[]): unknown[] {
  return names.map((name) => db.pragma(name, { simple: true }));
}

test('the guarantees the journal rests on are in force, and an open file is migrated to the newest version', () => {
  const file = path.join(folder(), 'journal.sqlite');
  for (const _firstThenAgain of [1, 2]) {
    const opened = openDatabase(file);
    if (!opened.ok) throw new Error(opened.error.kind);
    const names = ['page_size', 'journal_mode', 'synchronous', 'secure_delete', 'temp_store', 'cell_size_check'];
    expect(valuesOf(opened.value, names)).toEqual([4096, 'wal', 2, 1, 2, 1]);
    expect(valuesOf(opened.value, ['foreign_keys', 'trusted_schema'])).toEqual([1, 0]);
    expect(valuesOf(opened.value, ['user_version'])).toEqual([migrations.length]);
    opened.value.close();
  }
});

test.each([openReader, openChecker])('%o does not write, and makes no file', (open) => {
  const file = path.join(folder(), 'journal.sqlite');
  expect(open(file)).toMatchObject({ ok: false, error: { kind: 'unusable' } });
  const writer = openDatabase(file);
  const reader = open(file);
  if (!writer.ok || !reader.ok) throw new Error('not opened');
  expect(valuesOf(reader.value, ['query_only', 'trusted_schema', 'temp_store', 'cell_size_check'])).toEqual([
    1, 0, 2, 1,
  ]);
  writer.value.exec("INSERT INTO product (code, barcode, name, price, weighed) VALUES ('W15', NULL, 'Вода', 4990, 0)");
  expect(reader.value.prepare('SELECT name FROM product').pluck().all()).toEqual(['Вода']);
  expect(() => reader.value.prepare('DELETE FROM product RETURNING name').all()).toThrow('readonly');
  reader.value.close();
  writer.value.close();
});

test('a file of a newer program is refused and left as it is', () => {
  const file = path.join(folder(), 'journal.sqlite');
  const opened = openDatabase(file);
  if (!opened.ok) throw new Error(opened.error.kind);
  opened.value.pragma('user_version = 999');
  opened.value.close();
  expect(openDatabase(file)).toEqual({ ok: false, error: { kind: 'too-new', version: 999 } });
});

test('what is no database, or cannot be reached, says why', () => {
  const dir = folder();
  const file = path.join(dir, 'journal.sqlite');
  writeFileSync(file, 'this is a letter, not a database '.repeat(100));
  expect(openDatabase(file)).toEqual({ ok: false, error: { kind: 'damaged', reason: 'file is not a database' } });
  expect(openDatabase(path.join(dir, 'missing', 'journal.sqlite'))).toMatchObject({ error: { kind: 'unusable' } });
});

test('a disk that keeps no write-ahead log is refused', () => {
  expect(openDatabase(':memory:')).toEqual({
    ok: false,
    error: { kind: 'pragma', name: 'journal_mode', value: 'memory' },
  });
});
