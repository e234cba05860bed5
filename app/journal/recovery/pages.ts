import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { PAGE_BYTES, type Pages } from './page.ts';
import { readWal } from './wal.ts';

/** Opens a journal page by page, without SQLite: a page in the write-ahead log comes before the same one in the file. */
export function openPages(journal: string, wal: string): Pages {
  const logged = readWal(wal).pages;
  const file = openIfThere(journal);
  const log = logged.size > 0 ? openIfThere(wal) : null;
  const inFile = file === null ? 0 : Math.ceil(fstatSync(file).size / PAGE_BYTES);
  return {
    count: [...logged.keys()].reduce((most, number) => Math.max(most, number), inFile),
    read(number) {
      const offset = logged.get(number);
      if (offset !== undefined && log !== null) return readAt(log, offset);
      return file === null ? null : readAt(file, (number - 1) * PAGE_BYTES);
    },
    close() {
      for (const open of [file, log]) if (open !== null) closeSync(open);
    },
  };
}

function openIfThere(file: string): number | null {
  try {
    return openSync(file, 'r');
  } catch {
    return null;
  }
}

/** What a cut off page lacks reads as zeros. */
function readAt(file: number, offset: number): Buffer | null {
  const page = Buffer.alloc(PAGE_BYTES);
  try {
    return readSync(file, page, 0, PAGE_BYTES, offset) > 0 ? page : null;
  } catch {
    return null;
  }
}
