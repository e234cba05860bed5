import { statSync } from 'node:fs';
import type { JournalFiles } from './names.ts';

/** Where the files of an open journal stand. */
export type Place = {
  /**
   * Whether they are still the ones that were opened: SQLite goes on writing into a file that was deleted or replaced, and all
   * of that is gone with the program. True as well where the system does not tell.
   */
  isKept(): boolean;
};

const GONE = 'gone';

/** Notes what the journal's files are, whatever they are called. A log that SQLite makes later is noted when it is first seen. */
export function placeOf({ journal, wal, shm }: JournalFiles): Place {
  const noted = new Map<string, string>();
  const isSame = (file: string): boolean => {
    const found = identityOf(file);
    const known = noted.get(file);
    if (known !== undefined) return found === null || found === known;
    if (found !== null && found !== GONE) noted.set(file, found);
    return true;
  };
  const isKept = () => [journal, wal, shm].every(isSame);
  isKept();
  return { isKept };
}

/** Device and number of a file; `null` where the system does not tell, for want of descriptors or rights. */
function identityOf(file: string): string | null {
  try {
    const { dev, ino } = statSync(file, { bigint: true });
    return `${dev}:${ino}`;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    return code === 'ENOENT' || code === 'ENOTDIR' ? GONE : null;
  }
}
