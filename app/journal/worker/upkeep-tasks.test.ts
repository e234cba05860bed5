import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { fillJournal } from '../../testing/busy-journal.ts';
import { temporaryFolder } from '../../testing/folder.ts';
import { openDatabase } from '../database.ts';
import { bytesOf } from '../file/disk.ts';
import { filesOf } from '../file/names.ts';
import { checkpoint } from './upkeep-tasks.ts';

function atWork() {
  const files = filesOf(path.join(temporaryFolder(onTestFinished), 'journal.sqlite'));
  const opened = openDatabase(files.journal);
  if (!opened.ok) throw new Error(opened.error.kind);
  onTestFinished(() => {
    opened.value.close();
  });
  return { files, writer: opened.value };
}

test('no commit writes the log into the journal: that is the worker’s', () => {
  const { files, writer } = atWork();
  const before = bytesOf(files.journal);
  const insert = writer.prepare('INSERT INTO product (code, barcode, name, price, weighed) VALUES (?, NULL, ?, 1, 0)');
  // SQLite's own measure for a commit that does is a thousand pages.
  for (let code = 0; code < 20; code++) insert.run(String(code), 'x'.repeat(100 * 4096));
  expect(bytesOf(files.journal)).toBe(before);
  expect(checkpoint(files)).toEqual({ done: true });
  expect(bytesOf(files.wal)).toBe(0);
});

test('while somebody is writing the log is written, and left as it is', () => {
  const { files, writer } = atWork();
  fillJournal(writer, 20);
  writer.exec("BEGIN; UPDATE sale SET stage = 'discarded' WHERE stage = 'held'");
  expect(checkpoint(files)).toEqual({ done: false });
  expect(bytesOf(files.wal)).toBeGreaterThan(0);
  writer.exec('COMMIT');
  expect(checkpoint(files)).toEqual({ done: true });
});

test('a log that somebody still reads from is not emptied', () => {
  const { files, writer } = atWork();
  const reader = new Database(files.journal, { readonly: true });
  onTestFinished(() => {
    reader.close();
  });
  reader.exec('BEGIN');
  reader.prepare('SELECT count(*) FROM sale').get();
  fillJournal(writer, 20);
  expect(checkpoint(files)).toEqual({ done: false });
  reader.exec('COMMIT');
  expect(checkpoint(files)).toEqual({ done: true });
});
