import { readFileSync } from 'node:fs';
import path from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { expect, onTestFinished, test } from 'vitest';
import { problem } from '../../app/domain/problem.ts';
import type { ReceiptId } from '../../app/domain/receipt.ts';
import { fail, ok } from '../../app/domain/result.ts';
import { noteBreaks } from '../../app/journal/chain-breaks.ts';
import { openDatabase } from '../../app/journal/database.ts';
import { eventLog } from '../../app/journal/event-log.ts';
import { JournalWorker } from '../../app/journal/worker/journal-worker.ts';
import { serveTasks } from '../../app/journal/worker/serve.ts';
import { temporaryFolder } from '../../app/testing/folder.ts';
import { manyReceipts } from '../../app/testing/many-receipts.ts';
import { TestClock } from '../../app/testing/till.ts';
import { EXPORT_WORDS } from '../text/export-words.ts';
import { type JournalParts, journalHandlers } from './journal.ts';

const EVERYTHING = { from: null, until: null, text: '', state: null };
const receipt = 'receipt-12' as ReceiptId;

/** Handlers on a journal of twenty receipts, read by a worker without a thread of its own. */
function setUp(change: Partial<JournalParts> = {}) {
  const dir = temporaryFolder(onTestFinished);
  const journal = path.join(dir, 'journal.sqlite');
  const opened = openDatabase(journal);
  if (!opened.ok) throw new Error(opened.error.kind);
  manyReceipts(opened.value, 20);
  const { port1, port2 } = new MessageChannel();
  serveTasks(port2, journal);
  onTestFinished(() => {
    port1.close();
    opened.value.close();
  });
  const worker = new JournalWorker(
    () => ({
      send: (message) => port1.postMessage(message),
      onMessage: (listener) => port1.on('message', listener),
      onExit: () => {},
      stop: async () => {},
    }),
    () => {},
  );
  const file = path.join(dir, 'receipts.csv');
  const handlers = journalHandlers({
    worker,
    desk: { reprintOf: (id) => (id === receipt ? ok(undefined) : fail(problem('nothing-to-print'))) },
    preview: (slip) => slip.blocks.map(({ kind }) => kind),
    askForFile: async () => file,
    words: EXPORT_WORDS.ru,
    ...change,
  });
  return { handlers, file, db: opened.value };
}

test('a page of the journal comes from the worker', async () => {
  const { handlers } = setUp();
  const answer = await handlers['journal.list']({ filter: EVERYTHING, offset: 1, most: 3 });
  expect(answer).toMatchObject(ok({ total: 20, rows: [{ number: 19 }, { number: 18 }, { number: 17 }] }));
});

test('rows at which the event log is known to break come from the worker', async () => {
  const { handlers, db } = setUp();
  expect(await handlers['journal.breaks'](undefined)).toEqual(ok([]));
  noteBreaks(eventLog(db, new TestClock(), 'Смирнова О. В.'), [{ event: 7, mark: '' }]);
  expect(await handlers['journal.breaks'](undefined)).toEqual(ok([7]));
});

test('details come with the slip laid out as it prints', async () => {
  const { handlers, db } = setUp();
  expect(await handlers['journal.details']({ receipt })).toMatchObject(ok({ number: 12, slip: [] }));
  db.exec(`INSERT INTO print_job (sale_id, kind, document, state, queued_at, changed_at)
    VALUES ('receipt-12', 'sale', '{"blocks":[{"kind":"rule"}]}', 'confirmed', 0, 0)`);
  expect(await handlers['journal.details']({ receipt })).toMatchObject(ok({ slip: ['rule'] }));
});

test('a receipt that is not there, and a slip that was never printed, are told', async () => {
  const { handlers } = setUp();
  const nobody = 'receipt-99' as ReceiptId;
  expect(await handlers['journal.details']({ receipt: nobody })).toEqual(fail(problem('receipt-not-found')));
  expect(await handlers['journal.reprint']({ receipt: nobody })).toEqual(fail(problem('nothing-to-print')));
  expect(await handlers['journal.reprint']({ receipt })).toEqual(ok(undefined));
});

test('an export goes where the person said, in the shop’s language, and says how many receipts it has', async () => {
  const { handlers, file } = setUp();
  const answer = await handlers['journal.export']({ filter: { ...EVERYTHING, text: '12' }, format: 'csv' });
  expect(answer).toEqual(ok({ file, receipts: 1 }));
  const written = readFileSync(file, 'utf8');
  expect(written).toContain('Чек №;Дата и время;Состояние');
  expect(written).toMatch(/^12;.*;проведён;.*;56,90;/m);
});

test('nothing is written when the person thought better of it', async () => {
  const { handlers } = setUp({ askForFile: async () => null });
  expect(await handlers['journal.export']({ filter: EVERYTHING, format: 'json' })).toEqual(ok(null));
});

test('why a file could not be written is told', async () => {
  const { handlers } = setUp({ askForFile: async () => '/dev/null/receipts.csv' });
  expect(await handlers['journal.export']({ filter: EVERYTHING, format: 'csv' })).toMatchObject({
    ok: false,
    error: { code: 'export-failed', params: { reason: expect.stringContaining('ENOTDIR') } },
  });
});

test('a worker that cannot answer is a defect', async () => {
  const { handlers, db } = setUp();
  db.exec('DROP INDEX sale_at');
  const today = { ...EVERYTHING, from: 0 };
  await expect(handlers['journal.list']({ filter: today, offset: 0, most: 1 })).rejects.toThrow('sale_at');
});
