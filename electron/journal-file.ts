import path from 'node:path';
import { type Problem, problem } from '../app/domain/problem.ts';
import { ok, type Result } from '../app/domain/result.ts';
import { type Break, noteBreaks } from '../app/journal/chain-breaks.ts';
import type { JournalWriter } from '../app/journal/connection.ts';
import { eventLog } from '../app/journal/event-log.ts';
import { DAMAGED_KEPT_DAYS } from '../app/journal/file/damaged-files.ts';
import { tellOfDeletion, tellOfReceipt } from '../app/journal/file/deletion.ts';
import { type JournalFailure, type JournalFile, openJournalFile } from '../app/journal/file/journal-file.ts';
import type { Recovery } from '../app/journal/recovery/report.ts';
import { DISPLACED } from '../app/journal/recovery/rescue.ts';
import { JournalWorker } from '../app/journal/worker/journal-worker.ts';
import { prepareInThread } from '../app/journal/worker/preparation-thread.ts';
import { startThread } from '../app/journal/worker/thread.ts';
import { JournalUpkeep } from '../app/journal/worker/upkeep.ts';
import type { Clock } from '../app/sale/ports.ts';
import { stored } from '../app/sale/stored.ts';
import type { PreparationProgress } from '../app/schema/preparation.ts';
import type { Log } from './log.ts';

/** The journal's file as the program lives with it: opened, looked after beside the work, closed in order. */
export type ProgramJournal = {
  readonly writer: JournalWriter;
  /** Answers questions that would keep main from the cashier. */
  readonly worker: JournalWorker;
  /** What the cashier should know of how it was opened. */
  readonly notice: Problem | null;
  /** There was no journal before. */
  readonly isNew: boolean;
  /**
   * Looks whether the files are still there, and saves what they held where they are not: then the program starts anew. Called
   * after whatever changed, and by itself every minute.
   */
  look(): void;
  /** False when the worker is still at something long that cannot be called off. */
  close(): Promise<boolean>;
};

type Around = {
  readonly clock: Clock;
  readonly log: Log;
  /** For the event log. */
  readonly cashier: string;
  /**
   * Told once, when the file turns out damaged while working: the next start salvages it. `again`: this start did so
   * already, so that another one would not help.
   */
  damaged(reason: string, again: boolean): void;
  /** The files were taken away under the program, and all that they held was written anew: the next start goes on with it. */
  rescued(): void;
  /** Something about the file that a person should know, found while working; false when nobody is there to be told. */
  warn(told: Problem): boolean;
  /** The journal is restored or migrated before it can be opened. */
  preparing(progress: PreparationProgress): void;
};

/** How often it is looked whether the files are there while nothing happens, ms. */
const LOOK_MS = 60_000;
/** What could not be saved is tried again after, ms. */
const RESCUE_AGAIN_MS = 5_000;

/** How long leaving waits for the backup of the day, ms; one that takes longer is made after the next start. */
const LEAVING_MS = 5_000;

/** How many of the lost receipts are named. */
const MOST_NAMED = 10;

/** Opens the journal; damage is mended, noted in its event log and to be told. */
export async function openProgramJournal(
  name: string,
  around: Around,
): Promise<Result<ProgramJournal, JournalFailure>> {
  const { clock, log } = around;
  let givenUp = false;
  const damaged = (reason: string): void => {
    if (givenUp) return;
    givenUp = true;
    log.error('journal-damaged', { reason });
    file.suspect(reason);
    around.damaged(reason, file.recovered !== null);
  };
  const opened = await openJournalFile(name, clock.now(), damaged, (order) =>
    prepareInThread(path.join(__dirname, 'journal-preparation.cjs'), name, order, around.preparing),
  );
  if (!opened.ok) return opened;
  const file = opened.value;
  noteRecovery(file, around);

  const launch = () => startThread(path.join(__dirname, 'journal-worker.cjs'), name);
  const worker = new JournalWorker(launch, damaged);
  // A thread of its own: a check of years takes longer than anybody waits for a list.
  const upkeep = new JournalUpkeep(new JournalWorker(launch, damaged), clock, file.unchecked, {
    damaged,
    tampered(breaks) {
      const [first] = breaks;
      if (!first) return;
      log.error('journal-chain-broken', { event: first.event, breaks: breaks.length });
      // Told once: from then on the log itself says it, and the journal shows it.
      if (!around.warn(problem('journal-chain-broken', { number: first.event }))) return;
      const noted = stored(() => noteInLog(file.writer, around, breaks));
      if (!noted.ok) log.error('journal-upkeep', { task: 'note-breaks', reason: noted.error.code });
    },
    failed: (task, reason) => log.error('journal-upkeep', { task, reason }),
  });
  tellOfDeletion(file.writer, () => upkeep.emptyLogSoon());
  tellOfReceipt(file.writer, () => upkeep.emptyLogSoon());
  upkeep.start();
  const look = watchPlace(file, around);
  let cancelLook = () => {};
  const lookOn = () => {
    look();
    cancelLook = clock.after(LOOK_MS, lookOn);
  };
  lookOn();
  return ok({
    writer: file.writer,
    worker,
    notice: file.recovered && recoveryNotice(file.recovered),
    isNew: file.isNew,
    look,
    async close() {
      cancelLook();
      const stopped = Promise.all([upkeep.stop(), worker.stop()]).then(() => true);
      const patience = new Promise<boolean>((resolve) => clock.after(LEAVING_MS, () => resolve(false)));
      const isDone = await Promise.race([stopped, patience]);
      file.close();
      return isDone;
    },
  });
}

/**
 * Looks after the place of the files. What cannot be saved is tried again; until then nothing more is written, so that no
 * money is taken for a receipt that nobody would find.
 */
function watchPlace(file: JournalFile, { clock, log, rescued, warn }: Around): () => void {
  let notBefore = Number.NEGATIVE_INFINITY;
  let isOver = false;
  const { recovered } = file;
  // A disk whose files have other numbers every time must not have the program start for ever.
  const isJustSaved = () => recovered?.reason === DISPLACED && clock.now() - recovered.at < LOOK_MS;
  return () => {
    if (isOver || clock.elapsed() < notBefore || file.isInPlace() || isJustSaved()) return;
    notBefore = clock.elapsed() + RESCUE_AGAIN_MS;
    const saved = file.rescue(clock.now());
    log.error('journal-displaced', saved.ok ? {} : { reason: saved.error });
    if (saved.ok) {
      isOver = true;
      rescued();
    } else {
      file.writer.pragma('query_only = ON');
      warn(problem('journal-gone', { reason: saved.error }));
    }
  };
}

function noteRecovery(file: JournalFile, { clock, log, cashier }: Around): void {
  const { recovered } = file;
  if (!recovered) return;
  const { at, lost, unsettled, ...rest } = recovered;
  const { receipts: untold, ...others } = unsettled;
  const facts = { ...rest, lost: lost.length, untold, ...others };
  log.error('journal-recovered', facts);
  eventLog(file.writer, clock, cashier).append('journal-recovered', null, facts);
  file.told();
}

function noteInLog(writer: JournalWriter, { clock, cashier }: Around, breaks: readonly Break[]): void {
  writer.transaction(() => noteBreaks(eventLog(writer, clock, cashier), breaks))();
}

function recoveryNotice(recovery: Recovery): Problem {
  if (recovery.reason === DISPLACED) return problem('journal-displaced', { receipts: recovery.receipts });
  return salvageNotice(recovery);
}

function salvageNotice({ receipts, restored, lost, unsettled, damaged: file }: Recovery): Problem {
  const kept = { receipts, restored, file, days: DAMAGED_KEPT_DAYS };
  const { receipts: untold, ...others } = unsettled;
  if (lost.length === 0 && Object.values(unsettled).every((count) => count === 0)) {
    return problem('journal-recovered', kept);
  }
  const named = lost.slice(0, MOST_NAMED).join(', ');
  const numbers = lost.length > MOST_NAMED ? `${named} … (${lost.length})` : named;
  return problem('journal-recovered-in-part', { ...kept, numbers, untold, ...others });
}
