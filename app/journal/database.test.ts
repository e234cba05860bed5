import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from './database.ts';
import { migrations } from './migrations.ts';

function folder(): string {
  const dir = mkdtempSync(path.join(tmpdir(), 'journal-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

test('the guarantees the journal rests on are in force, and an open file is migrated to the newest version', () => {
  const file = path.join(folder(), 'journal.sqlite');
  for (const _firstThenAgain of [1, 2]) {
    const opened = openDatabase(file);
    if (!opened.ok) throw new Error(opened.error.kind);
    const pragma = (name: string): unknown => opened.value.pragma(name, { simple: true });
    expect([pragma('journal_mode'), pragma('synchronous'), pragma('foreign_keys'), pragma('secure_delete')]).toEqual([
      'wal',
      2,
      1,
      1,
    ]);
    expect(pragma('user_version')).toBe(migrations.length);
    opened.value.close();
  }
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
