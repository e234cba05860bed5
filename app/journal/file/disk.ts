import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Gives `part` its name once the disk has every byte of it: what carries the name is whole. */
export function publish(part: string, name: string): void {
  const file = openSync(part, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(part, name);
  keepNames(path.dirname(name));
}

/** Writes a small file whole or not at all. */
export function writeWhole(file: string, text: string): void {
  writeFileSync(`${file}.part`, text);
  publish(`${file}.part`, file);
}

/** Has the disk keep what was named, renamed and removed in this folder. Windows does so by itself and opens no folder. */
export function keepNames(folder: string): void {
  if (process.platform === 'win32') return;
  const open = openSync(folder, 'r');
  try {
    fsyncSync(open);
  } finally {
    closeSync(open);
  }
}

/** Removes a database file that is not needed any more, with what SQLite keeps beside it. */
export function removeDatabase(file: string): void {
  for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${ending}`, { force: true });
}

/** Removes a file that is not needed any more; one that somebody has open stays for another time. */
export function removeIfFree(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Left to the next start.
  }
}

/** 0 for a file that is not there. */
export function bytesOf(file: string): number {
  return existsSync(file) ? statSync(file).size : 0;
}
