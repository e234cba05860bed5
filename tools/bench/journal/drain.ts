import { closeSync, fsyncSync, openSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { kopecks, LARGEST_AMOUNT } from '../../../app/domain/money.ts';
import { ok } from '../../../app/domain/result.ts';
import type { JournalWriter } from '../../../app/journal/connection.ts';
import { tellOfDeletion, tellOfReceipt } from '../../../app/journal/file/deletion.ts';
import { openJournal } from '../../../app/journal/journal.ts';
import { JournalWorker } from '../../../app/journal/worker/journal-worker.ts';
import { startThread } from '../../../app/journal/worker/thread.ts';
import { JournalUpkeep } from '../../../app/journal/worker/upkeep.ts';
import { Desk } from '../../../app/sale/desk.ts';
import type { Clock } from '../../../app/sale/ports.ts';
import { answers, FREE, TestClock, written } from '../../../app/testing/till.ts';
import { journalAt } from './commit.ts';
import { opened, receipt, SLIP } from './receipts.ts';

/**
 * What a drained queue took: ms from one delivery to the next, how long the event loop stood still each time it did, and how
 * much of that the thread itself was at work: the rest is the disk's, or went to other programs.
 */
export type Drain = {
  readonly entries: readonly number[];
  readonly blocks: readonly number[];
  readonly work: readonly number[];
};

/** Delivers `count` queued receipts to a service that answers in the next turn of the event loop. */
export async function outboxDrain(file: string, count: number): Promise<Drain> {
  const db = journalAt(file);
  const clock = new TestClock();
  const journal = openJournal(db, clock, 'Смирнова О. В.');
  db.exec('PRAGMA synchronous = OFF');
  for (let number = 1; number <= count; number++) {
    const { open, writing, queued, request } = receipt(number);
    journal.journal.save(open, null, opened);
    journal.journal.intend(writing, request);
    journal.journal.queue(queued, SLIP);
  }
  db.exec('PRAGMA synchronous = FULL');
  const upkeep = lookedAfter(db, file);
  let left = count;
  let watch: Stopwatch | null = null;
  let finish: () => void = () => {};
  const finished = new Promise<void>((resolve) => (finish = resolve));
  const loyalty = answers({
    async write() {
      await nextTurn();
      watch?.lap();
      left -= 1;
      if (left === 0) finish();
      return ok(written);
    },
    async rollback() {
      await nextTurn();
      return ok(undefined);
    },
  });
  const desk = new Desk(
    {
      loyalty,
      ...journal,
      gate: FREE,
      benefits: null,
      goods: { byBarcode: () => null, byCode: () => null },
      slips: { wake: () => {}, expect: () => () => {}, print: () => {}, reprint: () => false },
      compose: {
        sale: () => SLIP,
        notice: () => SLIP,
        refusal: () => SLIP,
        receiptReturn: () => SLIP,
        registration: () => SLIP,
        shift: () => SLIP,
        benefit: () => SLIP,
      },
      clock,
      ids: { next: () => 'desk' },
      random: Math.random,
    },
    {
      cashier: 'Смирнова О. В.',
      offline: 'queue',
      returns: 'ask',
      codes: { cards: [], certificates: [], promos: [], weighed: [], separators: [], phoneCountry: 'RU' },
      loyalty: { promoCase: 'upper', phoneCountry: 'RU', smsPauseMs: 0, certificatePin: [], pinExpired: [] },
      benefits: null,
      sums: { names: { typedAmount: '', markup: '' }, confirmAbove: LARGEST, largest: LARGEST },
    },
    { changed: () => {}, loyaltyAnswered: () => {}, failed: () => {}, benefitsAnswered: () => {} },
  );
  settle(db, file);
  watch = stopwatch();
  void desk.start();
  await finished;
  desk.stop();
  const drain = watch.stop();
  await upkeep.stop();
  db.close();
  return drain;
}

/** As in the program, where a thread writes the log into the journal. */
function lookedAfter(db: JournalWriter, file: string): JournalUpkeep {
  const ignore = (): void => {};
  const worker = new JournalWorker(() => startThread(WORKER, file), ignore);
  const upkeep = new JournalUpkeep(worker, realClock, false, { damaged: ignore, tampered: ignore, failed: ignore });
  tellOfDeletion(db, () => upkeep.emptyLogSoon());
  tellOfReceipt(db, () => upkeep.emptyLogSoon());
  return upkeep;
}

const LARGEST = kopecks(LARGEST_AMOUNT);
const WORKER = new URL('../../../app/journal/worker/worker.ts', import.meta.url);

const realClock: Clock = {
  now: Date.now,
  elapsed: () => performance.now(),
  after(ms, task) {
    const timer = setTimeout(task, ms);
    return () => clearTimeout(timer);
  },
};

/** Has the disk take what was prepared, so that the first commit does not pay for it. */
function settle(db: JournalWriter, file: string): void {
  db.pragma('wal_checkpoint(TRUNCATE)');
  const journal = openSync(file, 'r+');
  fsyncSync(journal);
  closeSync(journal);
}

/** The same changes of the same rows, with the same turns of the event loop, SQLite's own settings and nothing else. */
export async function bareDrain(file: string, count: number): Promise<Drain> {
  const db = journalAt(file);
  db.pragma('wal_autocheckpoint = 1000');
  const rows = Array.from({ length: count }, (_, index) => receipt(index + 1));
  const insertSale = db.prepare(
    "INSERT INTO sale (id, number, stage, head, opened_at, changed_at) VALUES (?, ?, 'queued', ?, 0, 0)",
  );
  const insertEntry = db.prepare(
    "INSERT INTO outbox (id, kind, lane, request, at) VALUES (?, 'receipt-write', ?, ?, 0)",
  );
  db.transaction(() => {
    for (const { queued, request } of rows) {
      insertSale.run(queued.id, queued.number, JSON.stringify({ ...queued, lines: undefined }));
      insertEntry.run(queued.number, queued.id, JSON.stringify(request));
    }
  })();
  const begin = db.prepare('UPDATE outbox SET in_doubt = 1, attempts = attempts + 1 WHERE id = ?');
  const updateSale = db.prepare("UPDATE sale SET stage = 'written', head = ? WHERE id = ?");
  const deleteEntry = db.prepare('DELETE FROM outbox WHERE id = ?');
  const insertEvent = db.prepare(
    "INSERT INTO event (id, at, who, kind, subject, body, hash) VALUES (?, 0, '', 'written', ?, '{}', '')",
  );
  const store = db.transaction((number: number, id: string, head: string) => {
    updateSale.run(head, id);
    deleteEntry.run(number);
    insertEvent.run(number, id);
  });
  settle(db, file);
  const watch = stopwatch();
  for (const { done } of rows) {
    begin.run(done.number);
    await nextTurn();
    watch.lap();
    store(done.number, done.id, JSON.stringify({ ...done, lines: undefined }));
  }
  const drain = watch.stop();
  db.close();
  return drain;
}

type Stopwatch = { lap(): void; stop(): Drain };

/** Laps, and beside them a timer that notes how late it comes. */
function stopwatch(): Stopwatch {
  const entries: number[] = [];
  const blocks: number[] = [];
  const work: number[] = [];
  let last = performance.now();
  let beat = last;
  let worked = workOfThread();
  const timer = setInterval(() => {
    const [now, workedNow] = [performance.now(), workOfThread()];
    blocks.push(now - beat);
    work.push(workedNow - worked);
    [beat, worked] = [now, workedNow];
  }, 1);
  return {
    lap() {
      const now = performance.now();
      entries.push(now - last);
      last = now;
    },
    stop() {
      clearInterval(timer);
      return { entries, blocks, work };
    },
  };
}

/** Time that this thread was on a processor, ms. */
function workOfThread(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}
