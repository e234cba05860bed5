import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { fillJournal } from '../../testing/busy-journal.ts';
import { dmitry } from '../../testing/fixtures.ts';
import { temporaryFolder } from '../../testing/folder.ts';
import type { JournalWriter } from '../connection.ts';
import { openDatabase, openReader } from '../database.ts';
import { backUp, backupProblem, newestBackup } from './backup.ts';
import { migrate } from './migrate.ts';
import { dayOf, filesOf, type JournalFiles } from './names.ts';

const NOW = Date.UTC(2026, 10, 21, 9, 17);
const DAY = 24 * 60 * 60_000;

type Till = { readonly files: JournalFiles; readonly writer: JournalWriter; backUp(at: number): Promise<void> };

function till(receipts: number): Till {
  const file = path.join(temporaryFolder(onTestFinished), 'journal.sqlite');
  const opened = openDatabase(file, NOW);
  const reader = openReader(file);
  if (!opened.ok || !reader.ok) throw new Error('not opened');
  onTestFinished(() => {
    reader.value.close();
    opened.value.close();
  });
  fillJournal(opened.value, receipts);
  const files = filesOf(file);
  return { files, writer: opened.value, backUp: (at) => backUp(reader.value, files, at) };
}

function inBackup(file: string, what: string): unknown {
  const db = new Database(file, { readonly: true });
  const found = db.prepare(`SELECT ${what}`).pluck().get();
  db.close();
  return found;
}

function names({ backups }: JournalFiles): string[] {
  return readdirSync(backups).toSorted();
}

test('a backup holds finished business, whole, and nothing that is under way', async () => {
  const { files, backUp } = till(30);
  await backUp(NOW);
  const backup = newestBackup(files) ?? '';
  expect(path.basename(backup)).toBe(`journal-${dayOf(NOW)}.sqlite`);
  expect(inBackup(backup, "count(*) FROM sale WHERE stage = 'written'")).toBe(30);
  expect(inBackup(backup, 'count(*) FROM sale')).toBe(30);
  expect(inBackup(backup, 'count(*) FROM receipt_return')).toBe(2);
  expect(inBackup(backup, '(SELECT count(*) FROM outbox) + (SELECT count(*) FROM print_job)')).toBe(0);
  expect(names(files)).toEqual([path.basename(backup)]);
});

test('a backup holds nobody’s name or token', async () => {
  const { files, writer, backUp } = till(3);
  expect(JSON.stringify(writer.prepare('SELECT head FROM sale').all())).toContain(dmitry.token);
  await backUp(NOW);
  const bytes = readFileSync(newestBackup(files) ?? '');
  expect([bytes.includes(dmitry.token), bytes.includes(dmitry.name)]).toEqual([false, false]);
});

test('a backup holds no benefit that somebody has yet to decide on or be told of', async () => {
  const { files, writer, backUp } = till(1);
  const insert = writer.prepare('INSERT INTO benefit_case (at, stage, body, client_id) VALUES (0, ?, ?, ?)');
  for (const stage of ['found', 'confirming']) insert.run(stage, '{}', 5_001);
  for (const stage of ['confirmed', 'given', 'declined', 'failed']) insert.run(stage, '{}', null);
  await backUp(NOW);
  expect(inBackup(newestBackup(files) ?? '', 'count(*) FROM benefit_case')).toBe(4);
  expect(inBackup(newestBackup(files) ?? '', 'count(client_id) FROM benefit_case')).toBe(0);
});

test('what is sold while it is made is left for the next one, which is made on the next day', async () => {
  const { files, writer, backUp } = till(30);
  const first = backUp(NOW);
  writer.exec("UPDATE sale SET stage = 'discarded' WHERE stage = 'held'");
  await first;
  await backUp(NOW + 60_000);
  expect(inBackup(newestBackup(files) ?? '', 'count(*) FROM sale')).toBe(30);
  await backUp(NOW + DAY);
  expect(names(files)).toHaveLength(2);
  expect(inBackup(newestBackup(files) ?? '', 'count(*) FROM sale')).toBe(31);
});

test('the newest seven are kept, of this journal alone', async () => {
  const { files, backUp } = till(1);
  mkdirSync(files.backups);
  writeFileSync(path.join(files.backups, 'training-2026-01-01.sqlite'), '');
  for (let day = 0; day < 9; day++) await backUp(NOW + day * DAY);
  expect(names(files)).toEqual([
    ...Array.from({ length: 7 }, (_, index) => `journal-${dayOf(NOW + (index + 2) * DAY)}.sqlite`),
    'training-2026-01-01.sqlite',
  ]);
});

test('one that is damaged is passed over', async () => {
  const { files, backUp } = till(5);
  await backUp(NOW);
  const sound = newestBackup(files) ?? '';
  await backUp(NOW + DAY);
  const damaged = newestBackup(files) ?? '';
  const bytes = readFileSync(damaged);
  writeFileSync(damaged, bytes.fill(1, bytes.length / 2));
  expect(backupProblem(damaged)).not.toBeNull();
  expect(newestBackup(files)).toBe(sound);
  expect(readdirSync(files.backups).filter((name) => /-(wal|shm|journal)$/.test(name))).toEqual([]);
});

test('half a backup is none, and does not stand in the way of the next', async () => {
  const { files, backUp } = till(5);
  mkdirSync(files.backups);
  for (const day of [NOW - DAY, NOW]) {
    writeFileSync(path.join(files.backups, `journal-${dayOf(day)}.sqlite.part`), 'half');
  }
  expect(newestBackup(files)).toBeNull();
  await backUp(NOW);
  expect(names(files)).toEqual([`journal-${dayOf(NOW)}.sqlite`]);
});

/** A journal that an older program left, what it stored last still in the log. */
function journalOfVersion1(): JournalFiles {
  const file = path.join(temporaryFolder(onTestFinished), 'journal.sqlite');
  const db = new Database(file);
  onTestFinished(() => {
    db.close();
  });
  db.pragma('journal_mode = wal');
  migrate(db, 1);
  db.exec("INSERT INTO product (code, barcode, name, price, weighed) VALUES ('W15', NULL, 'Вода', 4990, 0)");
  return filesOf(file);
}

test('a journal is copied before its schema changes, with what stands in its log, and only until the change is done', () => {
  const files = journalOfVersion1();
  const copies: unknown[] = [];
  const opened = openDatabase(files.journal, NOW, ({ step }) => {
    const [copy] = step === 'migrating' ? names(files) : [];
    if (copy) copies.push([copy, inBackup(path.join(files.backups, copy), 'name FROM product')]);
  });
  if (!opened.ok) throw new Error(opened.error.kind);
  opened.value.close();
  expect(copies[0]).toEqual([`journal-${dayOf(NOW)}-v1.sqlite`, 'Вода']);
  expect(names(files)).toEqual([]);
});

test('a copy that a cut off start left behind goes at the next one, and stays as long as the journal is not sound', () => {
  const { files, writer } = till(3);
  mkdirSync(files.backups);
  const copy = path.join(files.backups, `journal-${dayOf(NOW)}-v1.sqlite`);
  writer.prepare('VACUUM INTO ?').run(copy);
  writer.exec('PRAGMA foreign_keys = OFF');
  for (const [id, ok, left] of [
    ['nobody', false, [path.basename(copy)]],
    ['receipt-1', true, []],
  ] as const) {
    writer.prepare("UPDATE sale_line SET sale_id = ? WHERE sale_id IN ('receipt-1', 'nobody')").run(id);
    const again = openDatabase(files.journal, NOW);
    if (again.ok) again.value.close();
    expect([again.ok, names(files)]).toEqual([ok, left]);
  }
});

test('a new journal needs no copy, nor does one of today', () => {
  const { files } = till(1);
  const again = openDatabase(files.journal, NOW);
  if (again.ok) again.value.close();
  expect(existsSync(files.backups)).toBe(false);
});

test('a journal of today opens where its backups cannot be looked into', () => {
  const { files } = till(1);
  writeFileSync(files.backups, 'a file where the folder should be');
  const again = openDatabase(files.journal, NOW);
  expect(again.ok).toBe(true);
  if (again.ok) again.value.close();
});

test('without the copy the schema stays as it is', () => {
  const files = journalOfVersion1();
  writeFileSync(files.backups, 'a file where the folder should be');
  expect(openDatabase(files.journal, NOW)).toMatchObject({ ok: false, error: { kind: 'no-backup' } });
  expect(inBackup(files.journal, 'user_version FROM pragma_user_version')).toBe(1);
  rmSync(files.backups);
  const opened = openDatabase(files.journal, NOW);
  expect(opened.ok).toBe(true);
  if (opened.ok) opened.value.close();
});
