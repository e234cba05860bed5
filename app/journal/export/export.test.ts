import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { RECEIPT_STATES } from '../../domain/receipt-state.ts';
import type { ReceiptFilter } from '../../schema/receipts.ts';
import { temporaryFolder } from '../../testing/folder.ts';
import { type KnownReceipt, manyReceipts } from '../../testing/many-receipts.ts';
import { TestClock } from '../../testing/till.ts';
import { noteBreaks } from '../chain-breaks.ts';
import { type JournalWriter, openDatabase } from '../database.ts';
import { eventLog } from '../event-log.ts';
import { listReceipts } from '../receipt-list.ts';
import { CSV_COLUMNS, type CsvWords } from './csv.ts';
import { type ExportOrder, exportReceipts } from './export.ts';

const EVERYTHING: ReceiptFilter = { from: null, until: null, text: '', state: null };

const words: CsvWords = {
  columns: z.record(z.enum(CSV_COLUMNS), z.string()).parse(Object.fromEntries(CSV_COLUMNS.map((name) => [name, name]))),
  states: z
    .record(z.enum(RECEIPT_STATES), z.string())
    .parse(Object.fromEntries(RECEIPT_STATES.map((state) => [state, state]))),
  decimalSign: ',',
  broken: 'broken at',
};

let dir: string;
let db: JournalWriter;
let newestFirst: readonly KnownReceipt[];

beforeEach(() => {
  dir = temporaryFolder(onTestFinished);
  const opened = openDatabase(path.join(dir, 'journal.sqlite'));
  if (!opened.ok) throw new Error(opened.error.kind);
  db = opened.value;
  onTestFinished(() => {
    db.close();
  });
  newestFirst = manyReceipts(db, 2_000).toReversed();
});

async function exported(
  change: Partial<ExportOrder> = {},
): Promise<{ readonly receipts: number; readonly text: string }> {
  const file = path.join(dir, 'receipts');
  const done = await exportReceipts(db, { filter: EVERYTHING, format: 'csv', file, words, ...change });
  if (!done.ok) throw new Error(done.error);
  return { receipts: done.value, text: readFileSync(file, 'utf8') };
}

/** RFC 4180 with semicolons, read sign by sign. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [['']];
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const row = rows.at(-1) ?? [];
    const sign = text[at] ?? '';
    const add = (what: string): void => {
      row.push((row.pop() ?? '') + what);
    };
    if (quoted && sign === '"' && text[at + 1] === '"') add(text[++at] ?? '');
    else if (sign === '"') quoted = !quoted;
    else if (quoted) add(sign);
    else if (sign === ';') row.push('');
    else if (sign === '\r') rows.push(['']);
    else if (sign !== '\n') add(sign);
  }
  expect(rows.pop()).toEqual(['']);
  return rows;
}

test('a table read back has the receipts of the filter, newest first', async () => {
  const { receipts, text } = await exported();
  const [head, ...rows] = readCsv(text.slice(1));
  expect(text.charCodeAt(0)).toBe(0xfe_ff);
  expect(head).toEqual([...CSV_COLUMNS]);
  expect(receipts).toBe(2_000);
  expect(rows.map(([number, , state, , phone]) => [Number(number), state, phone])).toEqual(
    newestFirst.map(({ number, state, phoneEnding }) => [
      number,
      state,
      phoneEnding === null ? '' : `***${phoneEnding}`,
    ]),
  );
  const paid = rows.find(([, , state]) => state === 'written');
  expect(paid?.slice(5)).toEqual(['0,00', '0,00', '0,00', '56,90', '56,90', '0,00', '2,50', '0,00']);
});

test('times are the till’s own, by day and second', async () => {
  const [, row] = readCsv((await exported()).text);
  const at = new Date(newestFirst[0]?.at ?? 0);
  expect(row?.[1]).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
  expect(new Date(row?.[1] ?? '').getTime()).toBe(at.getTime());
});

test('the filter holds for the file as for the screen', async () => {
  const { receipts, text } = await exported({ filter: { ...EVERYTHING, state: 'returned-in-part', text: '1' } });
  expect(receipts).toBe(1);
  expect(readCsv(text.slice(1)).map(([number]) => number)).toEqual(['number', '1003']);
});

test('who took the money comes with the receipt, also one whose name looks like a formula', async () => {
  eventLog(db, new TestClock(), '=HYPERLINK("http://127.0.0.1")').append('write-started', 'receipt-2000');
  const [, first, second] = readCsv((await exported()).text);
  expect([first?.[3], second?.[3]]).toEqual(['\'=HYPERLINK("http://127.0.0.1")', '']);
});

test('words that would break a row or be taken for a formula come through as text', async () => {
  const columns = { ...words.columns, number: 'No; of "receipt"\r\n', at: '=1+1', cashier: '@SUM(A1)' };
  const { text } = await exported({ words: { ...words, columns, decimalSign: '.' } });
  const [head, first] = readCsv(text.slice(1));
  expect(head?.slice(0, 4)).toEqual(['No; of "receipt"\r\n', "'=1+1", 'state', "'@SUM(A1)"]);
  expect(first?.[8]).toBe('56.90');
});

test('JSON read back has every receipt with its lines, in whole numbers', async () => {
  const { receipts, text } = await exported({ format: 'json' });
  const read = z
    .object({ version: z.literal(1), receipts: z.array(z.record(z.string(), z.unknown())) })
    .parse(JSON.parse(text));
  expect(receipts).toBe(2_000);
  expect(read.receipts.map(({ number }) => number)).toEqual(newestFirst.map(({ number }) => number));
  const known = newestFirst[0];
  expect(read.receipts[0]).toEqual({
    id: 'receipt-2000',
    number: 2_000,
    at: new Date(known?.at ?? 0).toISOString(),
    openedAt: new Date(known?.at ?? 0).toISOString(),
    state: 'written',
    cashier: '',
    phoneEnding: known?.phoneEnding,
    paid: 5_690,
    cash: 5_690,
    card: 0,
    credit: 0,
    discount: 0,
    redeemed: 0,
    certificates: 0,
    accrued: 250,
    lines: [
      {
        code: 'W15',
        barcode: '4600494000218',
        name: 'Вода питьевая негазированная 1,5 л',
        quantity: 1000,
        price: 4990,
      },
      { code: 'BAG', barcode: '4680000000017', name: 'Пакет-майка', quantity: 1000, price: 700 },
    ],
  });
});

test('rows at which the event log breaks are named at the end', async () => {
  const events = eventLog(db, new TestClock(), 'who');
  noteBreaks(events, [
    { event: 9, mark: 'as it should be' },
    { event: 4, mark: 'as it should be' },
  ]);
  expect(readCsv((await exported()).text.slice(1)).at(-1)).toEqual([
    'broken at: 4, 9',
    ...CSV_COLUMNS.slice(1).map(() => ''),
  ]);
  expect(JSON.parse((await exported({ format: 'json' })).text)).toMatchObject({ brokenEvents: [4, 9] });
});

test('no receipts are a file without receipts', async () => {
  const filter = { ...EVERYTHING, text: 'нет такого' };
  expect((await exported({ filter })).receipts).toBe(0);
  expect(JSON.parse((await exported({ filter, format: 'json' })).text)).toEqual({ version: 1, receipts: [] });
});

test('a place that cannot be written to says why, and what stood there stays', async () => {
  const order = { filter: EVERYTHING, format: 'csv', words } as const;
  const failed = await exportReceipts(db, { ...order, file: '/dev/null/receipts.csv' });
  expect(failed).toMatchObject({ ok: false, error: expect.stringContaining('ENOTDIR') });

  const file = path.join(dir, 'kept.csv');
  writeFileSync(file, 'of yesterday');
  db.exec("UPDATE sale SET head = json_set(head, '$.stage.payment.cash', 'much') WHERE number = 1");
  expect(await exportReceipts(db, { ...order, file })).toMatchObject({ ok: false });
  expect(readFileSync(file, 'utf8')).toBe('of yesterday');
  expect(readdirSync(dir).filter((name) => name.startsWith('kept'))).toEqual(['kept.csv']);
});

test('the journal can be asked while receipts are written out', async () => {
  const file = path.join(dir, 'receipts.json');
  const running = exportReceipts(db, { filter: EVERYTHING, format: 'json', file, words });
  const events: string[] = [];
  void running.then(() => events.push('exported'));
  await new Promise(setImmediate);
  events.push(`listed ${listReceipts(db, EVERYTHING, 0, 1).total}`);
  expect(await running).toEqual({ ok: true, value: 2_000 });
  expect(events).toEqual(['listed 2000', 'exported']);
});
