import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { fillJournal } from '../../testing/busy-journal.ts';
import { temporaryFolder } from '../../testing/folder.ts';
import { openReader } from '../database.ts';
import { DISPLACED } from '../recovery/rescue.ts';
import { checkpoint, checkWhole } from '../worker/upkeep-tasks.ts';
import { backUp } from './backup.ts';
import { type JournalFile, openJournalFile } from './journal-file.ts';
import { filesOf } from './names.ts';

const NOW = Date.UTC(2026, 10, 21, 9, 17);
const RECEIPTS = 30;

async function open(file: string): Promise<JournalFile> {
  const opened = await openJournalFile(file, NOW, () => {});
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  onTestFinished(() => opened.value.close());
  return opened.value;
}

async function busy(): Promise<{ file: string; journal: JournalFile }> {
  const file = path.join(temporaryFolder(onTestFinished), 'data', 'journal.sqlite');
  mkdirSync(path.dirname(file));
  const journal = await open(file);
  expect(journal.isNew).toBe(true);
  return { file, journal };
}

const count = ({ writer }: JournalFile, table: string): unknown =>
  writer.prepare(`SELECT count(*) FROM ${table}`).pluck().get();

/** What somebody does to the files of a till that sells on. */
const ATTACKS: readonly [what: string, attack: (file: string) => void][] = [
  ['all are deleted', (file) => ['', '-wal', '-shm'].map((ending) => rmSync(`${file}${ending}`))],
  ['the journal is deleted', (file) => rmSync(file)],
  ['the log is deleted', (file) => rmSync(`${file}-wal`)],
  ['the index of the log is deleted', (file) => rmSync(`${file}-shm`)],
  ['the journal is moved away', (file) => renameSync(file, `${file}.old`)],
  ['the folder is deleted', (file) => rmSync(path.dirname(file), { recursive: true })],
  ['the folder is moved away', (file) => renameSync(path.dirname(file), `${path.dirname(file)}.old`)],
  [
    'an empty file takes its place',
    (file) => {
      rmSync(file);
      writeFileSync(file, '');
    },
  ],
  [
    'a copy of it takes its place',
    (file) => {
      copyFileSync(file, `${file}.copy`);
      renameSync(`${file}.copy`, file);
    },
  ],
  [
    'another database takes its place',
    (file) => {
      for (const ending of ['', '-wal', '-shm']) rmSync(`${file}${ending}`);
      const other = new Database(file);
      other.exec('CREATE TABLE other (id)');
      other.close();
    },
  ],
];

test.each(ATTACKS)('%s while the program sells: it is noticed, and no receipt is lost', async (_what, attack) => {
  const { file, journal } = await busy();
  fillJournal(journal.writer, RECEIPTS);
  expect(journal.isInPlace()).toBe(true);
  attack(file);
  // What is sold before anybody looks goes on being written.
  journal.writer.exec("UPDATE sale SET changed_at = 4711 WHERE stage = 'open'");
  expect(journal.isInPlace()).toBe(false);
  const holds = (one: JournalFile) => ({
    sales: count(one, 'sale'),
    entries: count(one, 'outbox'),
    last: count(one, 'sale WHERE changed_at = 4711'),
  });
  const held = holds(journal);
  expect(held.last).toBe(1);
  expect(journal.rescue(NOW)).toEqual({ ok: true, value: undefined });
  journal.close();

  const again = await open(file);
  expect(holds(again)).toEqual(held);
  expect(again.recovered).toMatchObject({ reason: DISPLACED, lost: [] });
  expect(again.isNew).toBe(false);
  expect(again.isInPlace()).toBe(true);
  again.told();
  again.close();
  expect((await open(file)).recovered).toBeNull();
});

test('what stood in its place is set aside, not thrown away', async () => {
  const { file, journal } = await busy();
  rmSync(file);
  writeFileSync(file, 'somebody’s own');
  expect(journal.rescue(NOW).ok).toBe(true);
  expect(readdirSync(path.dirname(file)).filter((name) => /^journal-damaged-.*\.sqlite$/.test(name))).toHaveLength(1);
});

test('where it cannot be saved the reason is told, and the open journal goes on holding it', async () => {
  const { file, journal } = await busy();
  fillJournal(journal.writer, RECEIPTS);
  const folder = path.dirname(file);
  rmSync(folder, { recursive: true });
  writeFileSync(folder, 'no folder');
  expect(journal.isInPlace()).toBe(false);
  expect(journal.rescue(NOW)).toMatchObject({ ok: false });
  rmSync(folder);
  expect(journal.rescue(NOW).ok).toBe(true);
  expect(existsSync(file)).toBe(true);
});

test('the work on the file beside the till moves nothing', async () => {
  const { file, journal } = await busy();
  fillJournal(journal.writer, RECEIPTS);
  const files = filesOf(file);
  const reader = openReader(file);
  if (!reader.ok) throw new Error(reader.error.kind);
  await backUp(reader.value, files, NOW);
  reader.value.close();
  expect(checkWhole(files)).toEqual({ problem: null });
  expect(checkpoint(files)).toEqual({ done: true });
  expect(journal.isInPlace()).toBe(true);
});
