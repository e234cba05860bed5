import { setImmediate as nextTurn } from 'node:timers/promises';
import { ok } from '../../../app/domain/result.ts';
import { openJournal } from '../../../app/journal/journal.ts';
import { Desk } from '../../../app/sale/desk.ts';
import { answers, TestClock, written } from '../../../app/testing/till.ts';
import { journalAt } from './commit.ts';
import { opened, receipt, SLIP } from './receipts.ts';

/** What a drained queue took: ms from one delivery to the next, and the longest time the event loop stood still. */
export type Drain = { readonly entries: readonly number[]; readonly longestBlock: number };

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
  const watch = stopwatch();
  let left = count;
  let finish: () => void = () => {};
  const finished = new Promise<void>((resolve) => (finish = resolve));
  const loyalty = answers({
    async write() {
      await nextTurn();
      watch.lap();
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
      benefits: null,
      goods: { byBarcode: () => null, byCode: () => null },
      slips: { wake: () => {}, print: () => {}, reprint: () => false },
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
      codes: { cards: [], certificates: [], promos: [], weighed: [], separators: [] },
      benefits: null,
      names: { typedAmount: '', markup: '' },
    },
    { changed: () => {}, loyaltyAnswered: () => {}, failed: () => {}, benefitsAnswered: () => {} },
  );
  void desk.start();
  await finished;
  desk.stop();
  const drain = watch.stop();
  db.close();
  return drain;
}

/** The same changes of the same rows, with the same turns of the event loop and nothing else. */
export async function bareDrain(file: string, count: number): Promise<Drain> {
  const db = journalAt(file);
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

/** Laps, and beside them a timer that notes how late it comes. */
function stopwatch(): { lap(): void; stop(): Drain } {
  const entries: number[] = [];
  let longestBlock = 0;
  let last = performance.now();
  let beat = last;
  const timer = setInterval(() => {
    const now = performance.now();
    longestBlock = Math.max(longestBlock, now - beat);
    beat = now;
  }, 1);
  return {
    lap() {
      const now = performance.now();
      entries.push(now - last);
      last = now;
    },
    stop() {
      clearInterval(timer);
      return { entries, longestBlock };
    },
  };
}
