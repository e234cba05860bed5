/** Why a disk takes nothing: no room, no right to write, no descriptor left to open a file with, errors of its own. */
export const STORAGE_FAULTS = ['full', 'read-only', 'no-files', 'failing'] as const;

export type StorageFault = (typeof STORAGE_FAULTS)[number];

const BY_CODE: readonly (readonly [RegExp, StorageFault])[] = [
  [/^(?:SQLITE_FULL|ENOSPC|EDQUOT|EFBIG)$/, 'full'],
  [/^(?:SQLITE_READONLY.*|SQLITE_PERM|EROFS|EACCES|EPERM)$/, 'read-only'],
  // With no descriptor left SQLite cannot open its files, and says no more than that.
  [/^(?:SQLITE_CANTOPEN.*|EMFILE|ENFILE)$/, 'no-files'],
  [/^(?:SQLITE_IOERR.*|EIO)$/, 'failing'],
];

/**
 * What an error of SQLite or Node says of the disk, by its code (sqlite.org/rescode.html, errno(3)); of an error that is a text by
 * now, by the code in it. `null` for anything else.
 */
export function storageFaultOf(error: unknown): StorageFault | null {
  const code =
    error instanceof Error && 'code' in error ? String(error.code) : (/\bE[A-Z]{2,}\b/.exec(String(error))?.[0] ?? '');
  return BY_CODE.find(([pattern]) => pattern.test(code))?.[1] ?? null;
}
