import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { PreparationProgress } from '../../schema/preparation.ts';
import { fillJournal } from '../../testing/busy-journal.ts';
import { temporaryFolder } from '../../testing/folder.ts';
import { openDatabase, openReader } from '../database.ts';
import { backUp } from '../file/backup.ts';
import { openJournalFile } from '../file/journal-file.ts';
import { migrate, NEWEST, schemaVersion } from '../file/migrate.ts';
import { filesOf } from '../file/names.ts';
import type { Preparation, Prepared } from '../file/preparation.ts';
import { prepareInThread } from './preparation-thread.ts';

const NOW = Date.UTC(2026, 10, 21, 9, 17);
const RECEIPTS = 200;
/** Programs and threads are started and killed, on whatever machine, ms. */
const LONGEST_MS = 120_000;
const SCRIPT = new URL('preparation.ts', import.meta.url);

const shelf = temporaryFolder(afterAll);
const sound = path.join(shelf, 'journal.sqlite');

/** A journal with a backup, and its last changes in the write-ahead log as a power cut leaves them. */
beforeAll(async () => {
  const opened = openDatabase(sound, NOW);
  if (!opened.ok) throw new Error(opened.error.kind);
  fillJournal(opened.value, RECEIPTS);
  opened.value.pragma('wal_checkpoint(TRUNCATE)');
  const reader = openReader(sound);
  if (!reader.ok) throw new Error(reader.error.kind);
  await backUp(reader.value, filesOf(sound), NOW);
  opened.value.pragma('wal_autocheckpoint = 0');
  opened.value.exec('UPDATE print_job SET changed_at = changed_at + 1');
  for (const ending of ['', '-wal']) copyFileSync(`${sound}${ending}`, path.join(shelf, `cut${ending}`));
  reader.value.close();
  opened.value.close();
});

/** The same in a folder of its own, the schema and a page in the middle overwritten. */
function damagedJournal(): string {
  const file = path.join(temporaryFolder(onTestFinished), 'journal.sqlite');
  const bytes = readFileSync(path.join(shelf, 'cut'));
  bytes.fill(0, 0, 4096).fill(0xff, 4096 * 50, 4096 * 51);
  writeFileSync(file, bytes);
  copyFileSync(path.join(shelf, 'cut-wal'), `${file}-wal`);
  const { backups } = filesOf(file);
  mkdirSync(backups);
  const [backup = ''] = readdirSync(filesOf(sound).backups);
  copyFileSync(path.join(filesOf(sound).backups, backup), path.join(backups, backup));
  return file;
}

/** What must be whole whatever happens: the journal with its log, and the backups. */
function keptFiles(file: string): Readonly<Record<string, string>> {
  const { journal, wal, backups } = filesOf(file);
  const names = [journal, wal, ...readdirSync(backups).map((name) => path.join(backups, name))];
  return Object.fromEntries(
    names.map((name) => [path.basename(name), existsSync(name) ? readFileSync(name).toString('base64') : '']),
  );
}

vi.setConfig({ testTimeout: LONGEST_MS });

test('a damaged journal is restored in a thread, and whoever waits is told how far it is', async () => {
  const file = damagedJournal();
  const told: PreparationProgress[] = [];
  const opened = await openJournalFile(
    file,
    NOW,
    () => {},
    (order) => prepareInThread(SCRIPT, file, order, (progress) => told.push(progress)),
  );
  if (!opened.ok) throw new Error(opened.error.kind);
  expect(opened.value.recovered).toMatchObject({ receipts: RECEIPTS + 3, lost: [] });
  opened.value.close();
  expect(new Set(told.map(({ task }) => task))).toEqual(new Set(['restore']));
  expect([...new Set(told.map(({ step }) => step))]).toEqual(['reading', 'refilling', 'checking']);
  const shares = told.map(({ share }) => share);
  expect(shares).toEqual(shares.toSorted((one, other) => one - other));
  expect(shares.filter((share) => share > 0 && share < 0.75).length).toBeGreaterThan(10);
});

test('a journal of an older program is copied and migrated in a thread', async () => {
  const file = path.join(temporaryFolder(onTestFinished), 'journal.sqlite');
  const older = new Database(file);
  migrate(older, NEWEST - 1);
  older.close();
  const told: string[] = [];
  const opened = await openJournalFile(
    file,
    NOW,
    () => {},
    (order) => prepareInThread(SCRIPT, file, order, ({ task, step }) => told.push(`${task}: ${step}`)),
  );
  if (!opened.ok) throw new Error(opened.error.kind);
  expect(schemaVersion(opened.value.writer)).toBe(NEWEST);
  opened.value.close();
  expect(told).toEqual(['migrate: backing-up', 'migrate: migrating']);
  expect(readdirSync(filesOf(file).backups)).toEqual([]);
});

test('a sound journal needs no thread', async () => {
  const orders: Preparation[] = [];
  const prepared = async (order: Preparation): Promise<Prepared> => {
    orders.push(order);
    return { ok: true, value: undefined };
  };
  const opened = await openJournalFile(sound, NOW, () => {}, prepared);
  expect(orders).toEqual([]);
  if (opened.ok) opened.value.close();
});

test('a thread that breaks off leaves no journal', async () => {
  const file = damagedJournal();
  const opened = await openJournalFile(
    file,
    NOW,
    () => {},
    (order) => prepareInThread(new URL('no-such-script.ts', import.meta.url), file, order, () => {}),
  );
  expect(opened).toMatchObject({ ok: false, error: { kind: 'unusable' } });
});

/** Restores it in a program of its own, which is killed as soon as it says that it has come so far; false when it came to its end. */
async function killedAt(file: string, step: PreparationProgress['step'], share: number): Promise<boolean> {
  const order: Preparation = { what: { task: 'restore', reason: 'damage' }, at: NOW };
  const program = `
    import { writeSync } from 'node:fs';
    import { prepare } from ${JSON.stringify(new URL('../file/preparation.ts', import.meta.url))};
    prepare(${JSON.stringify(file)}, ${JSON.stringify(order)}, (told) => writeSync(1, JSON.stringify(told) + '\\n'));`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout })) {
    const told: PreparationProgress = JSON.parse(line);
    if (told.step === step && told.share >= share) child.kill('SIGKILL');
  }
  const [, signal] = await gone;
  return signal === 'SIGKILL';
}

describe('a restoring that is killed leaves the damaged file and the backups whole, and is begun anew', () => {
  test.each([
    ['reading', 0],
    ['reading', 0.2],
    ['reading', 0.7],
    ['refilling', 0.75],
    ['refilling', 0.8],
    ['checking', 0.85],
  ] as const)('%s, at %f', async (step, share) => {
    const file = damagedJournal();
    const before = keptFiles(file);
    expect(await killedAt(file, step, share)).toBe(true);
    expect(keptFiles(file)).toEqual(before);
    const opened = await openJournalFile(file, NOW, () => {});
    if (!opened.ok) throw new Error(opened.error.kind);
    expect(opened.value.recovered).toMatchObject({ receipts: RECEIPTS + 3, lost: [] });
    opened.value.told();
    opened.value.close();
    expect(readdirSync(path.dirname(file)).filter((name) => !name.includes('damaged'))).toEqual([
      'backups',
      'journal.lock',
      'journal.sqlite',
    ]);
  });
});
