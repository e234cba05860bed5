import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { fillJournal } from '../../testing/busy-journal.ts';
import { temporaryFolder } from '../../testing/folder.ts';
import { openDatabase } from '../database.ts';
import { type JournalFile, openJournalFile } from './journal-file.ts';
import { migrate } from './migrate.ts';

/** On a disk of two megabytes, where this system lets one be mounted. */

const NOW = Date.UTC(2026, 10, 21, 9, 17);

function smallDisk(cleanUp: (task: () => void) => void): string | null {
  const dir = temporaryFolder(cleanUp);
  const disk = path.join(dir, 'disk');
  mkdirSync(disk);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'none', disk], { stdio: 'ignore' });
  } catch {
    return null;
  }
  cleanUp(() => execFileSync('umount', ['-l', disk]));
  return disk;
}

const canMount = ((): boolean => {
  const tasks: (() => void)[] = [];
  const disk = smallDisk((task) => tasks.unshift(task));
  for (const task of tasks) task();
  return disk !== null;
})();

function disk(): string {
  const tasks: (() => void)[] = [];
  const made = smallDisk((task) => tasks.unshift(task));
  onTestFinished(() => {
    for (const task of tasks) task();
  });
  return made ?? '';
}

/** Fills the disk but for so many bytes. */
function fill(dir: string, left: number): void {
  const { bavail, bsize } = statfsSync(dir);
  writeFileSync(path.join(dir, 'ballast'), Buffer.alloc(Math.max(0, bavail * bsize - left)));
}

function free(dir: string): void {
  rmSync(path.join(dir, 'ballast'));
}

function journal(dir: string): string {
  const file = path.join(dir, 'journal.sqlite');
  const opened = openDatabase(file, NOW);
  if (!opened.ok) throw new Error(opened.error.kind);
  fillJournal(opened.value, 30);
  opened.value.close();
  return file;
}

async function open(file: string): Promise<JournalFile> {
  const opened = await openJournalFile(file, NOW, () => {});
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
}

describe.runIf(canMount)('on a full disk', () => {
  test('what was stored stays, what cannot be stored is refused whole, and with room it goes on', async () => {
    const dir = disk();
    const file = journal(dir);
    const { writer, close } = await open(file);
    const insert = writer.prepare(
      'INSERT INTO product (code, barcode, name, price, weighed) VALUES (?, NULL, ?, 1, 0)',
    );
    let stored = 0;
    fill(dir, 100_000);
    const storeMore = (): void => {
      for (; stored < 1_000; stored++) insert.run(`good ${stored}`, 'x'.repeat(1_000));
    };
    expect(storeMore).toThrow('database or disk is full');
    expect(stored).toBeGreaterThan(0);
    expect(writer.prepare('SELECT count(*) FROM product').pluck().get()).toBe(stored);
    free(dir);
    insert.run('one more', '');
    close();
    const again = await open(file);
    expect(again.recovered).toBeNull();
    expect(again.writer.prepare('SELECT count(*) FROM product').pluck().get()).toBe(stored + 1);
    again.close();
  });

  test('a sound journal does not open, and says why', async () => {
    const dir = disk();
    const file = journal(dir);
    const before = readFileSync(file);
    fill(dir, 0);
    expect(await openJournalFile(file, NOW, () => {})).toMatchObject({ ok: false, error: { kind: 'disk-full' } });
    expect(readFileSync(file).equals(before)).toBe(true);
    free(dir);
    (await open(file)).close();
  });

  test('a damaged journal is not touched before its rows have found room', async () => {
    const dir = disk();
    const file = journal(dir);
    const bytes = readFileSync(file);
    bytes.fill(0, 0, 100);
    writeFileSync(file, bytes);
    fill(dir, 200_000);
    expect(await openJournalFile(file, NOW, () => {})).toEqual({
      ok: false,
      error: { kind: 'damaged', reason: 'database or disk is full' },
    });
    expect(readFileSync(file).equals(bytes)).toBe(true);
    free(dir);
    const opened = await open(file);
    expect(opened.recovered).toMatchObject({ receipts: 33, lost: [] });
    opened.close();
  });

  test('a journal of an older program is not migrated without room for its copy', async () => {
    const dir = disk();
    const old = path.join(temporaryFolder(onTestFinished), 'old.sqlite');
    const db = new Database(old);
    migrate(db, 1);
    const insert = db.prepare('INSERT INTO product (code, barcode, name, price, weighed) VALUES (?, NULL, ?, 1, 0)');
    for (let good = 0; good < 300; good++) insert.run(String(good), 'x'.repeat(700));
    db.close();
    const file = path.join(dir, 'journal.sqlite');
    copyFileSync(old, file);
    fill(dir, 300_000);
    expect(await openJournalFile(file, NOW, () => {})).toMatchObject({ ok: false, error: { kind: 'no-backup' } });
    free(dir);
    const opened = await open(file);
    expect(opened.writer.prepare('SELECT count(*) FROM product').pluck().get()).toBe(300);
    opened.close();
  });
});
