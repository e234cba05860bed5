import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { RECEIPT_STATES } from '../domain/receipt-state.ts';
import type { ReceiptFilter } from '../schema/receipts.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { FIRST_AT, type KnownReceipt, manyReceipts } from '../testing/many-receipts.ts';
import { type JournalReader, type JournalWriter, openDatabase } from './database.ts';
import { selectionOf } from './receipt-filter.ts';
import { listReceipts } from './receipt-list.ts';

const COUNT = 100_000;
const DAY = 24 * 3_600_000;
const EVERYTHING: ReceiptFilter = { from: null, until: null, text: '', state: null };
const LAST_DAY = FIRST_AT + Math.floor((COUNT * 60_000) / DAY) * DAY;

const planSteps = z.array(z.object({ detail: z.string() }));

let db: JournalWriter;
let dir: string;
let newestFirst: readonly KnownReceipt[];

beforeAll(() => {
  dir = temporaryFolder(afterAll);
  const opened = openDatabase(path.join(dir, 'journal.sqlite'));
  if (!opened.ok) throw new Error(opened.error.kind);
  db = opened.value;
  newestFirst = manyReceipts(db, COUNT).toReversed();
}, 120_000);

afterAll(() => {
  db.close();
});

/** The same, receipt by receipt. */
function letThrough({ from, until, text, state }: ReceiptFilter): readonly KnownReceipt[] {
  return newestFirst.filter(
    (receipt) =>
      (from === null || receipt.at >= from) &&
      (until === null || receipt.at < until) &&
      (state === null || receipt.state === state) &&
      (String(receipt.number).startsWith(text) || (receipt.phoneEnding?.startsWith(text) ?? text === '')),
  );
}

describe.each<[name: string, Partial<ReceiptFilter>]>([
  ['everything', {}],
  ['one day', { from: LAST_DAY - DAY, until: LAST_DAY }],
  ['all but the last day', { until: LAST_DAY }],
  ['an interval without receipts', { from: 0, until: FIRST_AT }],
  ['a digit', { text: '1' }],
  ['a number', { text: '99999' }],
  ['digits of a number and of phones', { text: '7919' }],
  ['digits that only phones begin with', { text: '00' }],
  ['what neither begins with', { text: '99999999' }],
  ['a word', { text: 'чек' }],
  ['signs that mean something to a database', { text: "%'_" }],
  ['digits on a day', { from: LAST_DAY - DAY, until: LAST_DAY, text: '98' }],
  ['digits in a state', { text: '98', state: 'written' }],
  ['a state since a day', { from: LAST_DAY - 30 * DAY, state: 'in-doubt' }],
  ['returned, by digits and day', { from: LAST_DAY - 30 * DAY, text: '8', state: 'returned' }],
  ...RECEIPT_STATES.map((state): [string, Partial<ReceiptFilter>] => [`state ${state}`, { state }]),
])('of a hundred thousand receipts, by %s,', (_name, change) => {
  const filter = { ...EVERYTHING, ...change };

  test('pages are consecutive parts of what the filter lets through, newest first', () => {
    const expected = letThrough(filter);
    for (const offset of [0, 50, Math.floor(expected.length / 2), Math.max(0, expected.length - 60), expected.length]) {
      const page = listReceipts(db, filter, offset, 100);
      expect(page.total).toBe(expected.length);
      expect(
        page.rows.map(({ id, number, at, state, phoneEnding }) => ({ id, number, at, state, phoneEnding })),
      ).toEqual(expected.slice(offset, offset + 100));
    }
  });

  test('receipts are found in indexes alone', () => {
    const { from, values } = selectionOf(filter);
    const explained = db.prepare(`EXPLAIN QUERY PLAN SELECT number FROM ${from} ORDER BY number DESC`).all(values);
    const steps = planSteps.parse(explained);
    const unfiltered = Object.keys(values).length === 0;
    const walks = steps.filter(({ detail }) => /^SCAN (sale|receipt_return)/.test(detail));
    // Without a filter the numbers are walked along as far as the page; the index of the returns has a row for each of them.
    const allowed = unfiltered ? /^SCAN sale USING COVERING/ : /^SCAN receipt_return USING COVERING/;
    expect(walks.filter(({ detail }) => !allowed.test(detail))).toEqual([]);
  });
});

/** Every way to fill in the filter: an interval or a half of one, what is typed, each state. */
const COMBINATIONS: readonly ReceiptFilter[] = [
  [null, null],
  [LAST_DAY - DAY, null],
  [null, LAST_DAY],
  [LAST_DAY - DAY, LAST_DAY],
].flatMap(([from = null, until = null]) =>
  ['', '1', '98', '9876', '00', 'чек'].flatMap((text) =>
    [null, ...RECEIPT_STATES].map((state) => ({ from, until, text, state })),
  ),
);

test.each(COMBINATIONS)('from $from until $until, «$text», $state: no query walks along the receipts', (filter) => {
  const asked: string[] = [];
  const noting: JournalReader = {
    prepare(source: string) {
      asked.push(source);
      return db.prepare(source);
    },
  };
  listReceipts(noting, filter, 0, 100);
  const { values } = selectionOf(filter);
  const steps = asked.flatMap((source) =>
    planSteps.parse(db.prepare(`EXPLAIN QUERY PLAN ${source}`).all({ ...values, offset: 0, most: 100 })),
  );
  const unfiltered = Object.keys(values).length === 0;
  const walks = steps
    .map(({ detail }) => detail)
    .filter((detail) => /^SCAN (sale|sale_line|receipt_return)\b/.test(detail));
  // Numbers alone: along an index as far as the page, to count all, and along the few that came back.
  const allowed = unfiltered ? /^SCAN sale USING COVERING INDEX/ : /^SCAN receipt_return USING COVERING INDEX/;
  expect(asked).toHaveLength(2);
  expect(walks.filter((detail) => !allowed.test(detail))).toEqual([]);
});

test('a row says what was paid, taken off and accrued', () => {
  const [written] = listReceipts(db, { ...EVERYTHING, state: 'written' }, 0, 1).rows;
  expect(written).toMatchObject({ paid: 5690, redeemed: 0, accrued: 250 });
  const [queued] = listReceipts(db, { ...EVERYTHING, state: 'queued' }, 0, 1).rows;
  expect(queued).toMatchObject({ paid: 5690, accrued: 0 });
  const [open] = listReceipts(db, { ...EVERYTHING, state: 'open' }, 0, 1).rows;
  expect(open).toMatchObject({ paid: 0, accrued: 0 });
});

test('an empty journal has an empty first page', () => {
  const empty = openDatabase(path.join(dir, 'empty.sqlite'));
  if (!empty.ok) throw new Error(empty.error.kind);
  expect(listReceipts(empty.value, EVERYTHING, 0, 100)).toEqual({ rows: [], total: 0 });
  empty.value.close();
});
