import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { JournalWriter, ReadOnlyJournal } from '../connection.ts';
import { type OpenFailure, openChecker, openDatabase, openFailure, openReader } from '../database.ts';
import type { Recovery } from '../recovery/report.ts';
import { rescue } from '../recovery/rescue.ts';
import { finishSwap, told, untold } from '../recovery/swap.ts';
import { readWal } from '../recovery/wal.ts';
import { backupsOf } from './backup.ts';
import { type Claim, claim } from './claim.ts';
import { tellOfDamage } from './damage.ts';
import { removeOldDamaged } from './damaged-files.ts';
import { bytesOf, writeWhole } from './disk.ts';
import { newestProblem, schemaProblem, wholeProblem } from './integrity.ts';
import { NEWEST, schemaVersion } from './migrate.ts';
import { filesOf, type JournalFiles } from './names.ts';
import { neededProblem } from './needed-rows.ts';
import { placeOf } from './place.ts';
import { type Preparation, type Prepared, prepare } from './preparation.ts';

export type JournalFailure =
  | OpenFailure
  /** Another program works with it. */
  | { readonly kind: 'claimed' };

/** A journal that is ours to work with. */
export type JournalFile = {
  readonly writer: JournalWriter;
  /** What was done about damage, until `told` is called. */
  readonly recovered: Recovery | null;
  /** The file was too large to be checked whole: the worker has to. */
  readonly unchecked: boolean;
  /** There was none before. */
  readonly isNew: boolean;
  /** The files are still those that were opened. */
  readonly isInPlace: () => boolean;
  /** Writes all that is open to where the files were; why it could not be. The program starts anew after it. */
  rescue(at: number): Result<undefined, string>;
  told(): void;
  /** Notes that the file is damaged: the next start salvages. */
  suspect(reason: string): void;
  close(): void;
};

/**
 * Up to this size the whole file is checked at start, bytes: ten milliseconds for each megabyte, and the start of a till must
 * not grow with its years. After a crash a little more time is well spent.
 */
const CHECKED_AT_START = { closed: 8 * 2 ** 20, crashed: 32 * 2 ** 20 };

/**
 * Opens the journal of this till, and salvages it first when it is damaged: the one way of recovery, whether the damage
 * shows at start or showed while working.
 * @param now epoch ms
 * @param damaged told when a statement runs into damage later
 * @param prepared does what takes long; by itself it is done at once, and this thread stands still
 */
export async function openJournalFile(
  file: string,
  now: number,
  damaged: (reason: string) => void,
  prepared: Prepare = async (order) => prepare(file, order, () => {}),
): Promise<Result<JournalFile, JournalFailure>> {
  const files = filesOf(file);
  let ours: Claim | null = null;
  try {
    ours = claim(file);
    if (!ours) return fail({ kind: 'claimed' });
    finishSwap(files);
    const inspected = inspect(files);
    const opened = await openPrepared(files, inspected, now, prepared);
    if (!opened.ok) {
      ours.release();
      return opened;
    }
    removeOldDamaged(files, now);
    tellOfDamage(opened.value, damaged);
    const known = inspected.ok ? inspected.value : null;
    return ok(
      journalFile(files, ours, opened.value, {
        unchecked: known?.whole === false,
        isNew: known?.version === 0 && untold(files) === null,
      }),
    );
  } catch (error) {
    ours?.release();
    return fail(openFailure(error));
  }
}

type Prepare = (order: Preparation) => Promise<Prepared>;

/** `whole`: every page was looked at. */
type Inspected = Result<{ readonly whole: boolean; readonly version: number }, OpenFailure>;

/** Looks at the file without changing a byte of it. */
function inspect(files: JournalFiles): Inspected {
  const suspicion = suspicionIn(files);
  if (suspicion !== null) return damage(suspicion);
  const bytes = bytesOf(files.journal);
  const logged = bytesOf(files.wal);
  if (bytes === 0) {
    // An empty journal is a new one, but where there was one before.
    return logged > 0 || backupsOf(files).length > 0 ? damage('the file is empty') : ok({ whole: true, version: 0 });
  }
  if (readWal(files.wal).damaged) return damage('the write-ahead log is damaged');
  if (claimsToBeReadOnly(files.journal)) return damage('the header is damaged');
  const whole = bytes + logged <= (logged > 0 ? CHECKED_AT_START.crashed : CHECKED_AT_START.closed);
  return inspectRows(files.journal, whole);
}

/**
 * Byte 18 of the header is 1 or 2 («Database File Format», section 1.3.3). A larger one has SQLite read the file and refuse to
 * write it, as if the disk were the reason.
 */
function claimsToBeReadOnly(journal: string): boolean {
  const file = openSync(journal, 'r');
  try {
    const version = Buffer.alloc(1);
    return readSync(file, version, 0, 1, 18) === 1 && (version[0] ?? 0) > 2;
  } finally {
    closeSync(file);
  }
}

function inspectRows(journal: string, whole: boolean): Inspected {
  const reader = openReader(journal);
  if (!reader.ok) return reader;
  const checker = openChecker(journal);
  try {
    return checker.ok ? inspectWith(checker.value, whole) : checker;
  } catch (error) {
    return fail(openFailure(error));
  } finally {
    // In this order the write-ahead log stays where it is.
    if (checker.ok) checker.value.close();
    reader.value.close();
  }
}

function inspectWith(checker: ReadOnlyJournal, whole: boolean): Inspected {
  const version = schemaVersion(checker);
  if (version > NEWEST) {
    const isOurs = schemaProblem(checker, NEWEST) === null;
    return isOurs ? damage('the version is not that of the tables') : fail({ kind: 'too-new', version });
  }
  const problem = schemaProblem(checker, version) ?? (whole ? wholeProblem(checker) : newestProblem(checker));
  return problem === null ? ok({ whole, version }) : damage(problem);
}

function damage(reason: string): Inspected {
  return fail({ kind: 'damaged', reason });
}

function suspicionIn({ suspicion }: JournalFiles): string | null {
  return existsSync(suspicion) ? readFileSync(suspicion, 'utf8') : null;
}

async function openPrepared(
  files: JournalFiles,
  inspected: Inspected,
  now: number,
  prepared: Prepare,
): Promise<Result<JournalWriter, OpenFailure>> {
  const migrated =
    inspected.ok && isOlder(inspected.value) ? await prepared({ what: { task: 'migrate' }, at: now }) : inspected;
  const opened = migrated.ok ? openUnderstood(files, now) : migrated;
  if (opened.ok || opened.error.kind !== 'damaged') return opened;
  const restored = await prepared({ what: { task: 'restore', reason: opened.error.reason }, at: now });
  return restored.ok ? openDatabase(files.journal, now) : restored;
}

function isOlder({ version }: { readonly version: number }): boolean {
  return version > 0 && version < NEWEST;
}

function openUnderstood(files: JournalFiles, now: number): Result<JournalWriter, OpenFailure> {
  const opened = openDatabase(files.journal, now);
  const problem = opened.ok ? neededProblem(opened.value) : null;
  if (!opened.ok || problem === null) return opened;
  opened.value.close();
  return fail({ kind: 'damaged', reason: problem });
}

function journalFile(
  files: JournalFiles,
  ours: Claim,
  writer: JournalWriter,
  found: Pick<JournalFile, 'unchecked' | 'isNew'>,
): JournalFile {
  const recovered = untold(files);
  const place = placeOf(files);
  return {
    writer,
    recovered,
    ...found,
    isInPlace: place.isKept,
    rescue: (at) => rescue(writer, files, at),
    told() {
      if (recovered) told(files, recovered);
    },
    suspect(reason) {
      try {
        writeWhole(files.suspicion, reason);
      } catch {
        // A disk that takes no more: the next start finds what it finds by itself.
      }
    },
    close() {
      writer.close();
      ours.release();
    },
  };
}
