import { beforeEach, expect, test } from 'vitest';
import type { ReceiptFilter, ReceiptRow } from '../../../../app/contract/journal.ts';
import { testRow } from '../fixture.ts';
import { type KnownRows, PAGE, ReceiptPages, rowAt } from './receipt-pages.ts';

const filterOf = (text: string): ReceiptFilter => ({ from: null, until: null, text, state: null });

type Answer = { readonly rows: readonly ReceiptRow[]; readonly total: number } | null;
type Question = { readonly text: string; readonly offset: number; answer(answer: Answer): Promise<void> };

let questions: Question[];
let known: KnownRows | null;
let pages: ReceiptPages;

beforeEach(() => {
  questions = [];
  known = null;
  pages = new ReceiptPages(
    ({ text }, offset) =>
      new Promise((resolve) => {
        const answer = async (given: Answer) => {
          resolve(given);
          await Promise.resolve();
        };
        questions.push({ text, offset, answer });
      }),
    (now) => {
      known = now;
    },
  );
});

const asked = () => questions.map(({ text, offset }) => [text, offset]);
const rows = (from: number) => Array.from({ length: PAGE }, (_, place) => testRow(from - place));
const numberAt = (row: number) => known && rowAt(known, row)?.number;

test('rows come page by page as they are seen, each page once', async () => {
  pages.show(filterOf(''));
  pages.want(0, 30);
  expect(asked()).toEqual([['', 0]]);
  await questions[0]?.answer({ rows: rows(1_000), total: 1_000 });
  expect([known?.total, numberAt(0), numberAt(99), numberAt(100)]).toEqual([1_000, 1_000, 901, undefined]);
  pages.want(90, 30);
  pages.want(95, 30);
  expect(asked()).toEqual([
    ['', 0],
    ['', 100],
  ]);
  await questions[1]?.answer({ rows: rows(900), total: 1_000 });
  expect([numberAt(0), numberAt(100)]).toEqual([1_000, 900]);
});

test('what is known stays until another filter has its first answer, and what was overtaken is dropped', async () => {
  pages.show(filterOf(''));
  await questions[0]?.answer({ rows: rows(1_000), total: 1_000 });
  pages.show(filterOf('1'));
  pages.show(filterOf('12'));
  await questions[1]?.answer({ rows: rows(199), total: 300 });
  expect([known?.total, numberAt(0)]).toEqual([1_000, 1_000]);
  await questions[2]?.answer({ rows: [testRow(12)], total: 1 });
  expect([known?.total, numberAt(0), numberAt(1)]).toEqual([1, 12, undefined]);
});

test('a journal that changed is read again where it is in sight', async () => {
  pages.show(filterOf(''));
  await questions[0]?.answer({ rows: rows(1_000), total: 1_000 });
  pages.want(380, 40);
  pages.again();
  await questions.at(-1)?.answer({ rows: rows(700), total: 999 });
  expect(asked().slice(-2)).toEqual([
    ['', 300],
    ['', 400],
  ]);
  expect([known?.total, numberAt(0), numberAt(300)]).toEqual([999, undefined, 700]);
});

test('rows beyond the last one are not asked for', async () => {
  pages.show(filterOf(''));
  await questions[0]?.answer({ rows: rows(1_000), total: 1_000 });
  pages.want(990, 40);
  pages.show(filterOf('1'));
  pages.want(990, 40);
  await questions.at(-1)?.answer({ rows: [testRow(1)], total: 1 });
  expect(asked()).toEqual([
    ['', 0],
    ['', 900],
    ['1', 0],
  ]);
});

test('of pages that fly by only those are fetched that are in sight when the answer before them comes', async () => {
  pages.show(filterOf(''));
  await questions[0]?.answer({ rows: rows(10_000), total: 10_000 });
  for (let first = 100; first <= 5_000; first += 100) pages.want(first, 30);
  await questions[1]?.answer({ rows: rows(9_900), total: 10_000 });
  await questions[2]?.answer({ rows: rows(5_000), total: 10_000 });
  expect(asked()).toEqual([
    ['', 0],
    ['', 100],
    ['', 5_000],
  ]);
  expect(numberAt(5_000)).toBe(5_000);
});

test('a page that could not be had is asked for again when it is seen again', async () => {
  pages.show(filterOf(''));
  await questions[0]?.answer({ rows: rows(1_000), total: 1_000 });
  pages.want(100, 10);
  await questions[1]?.answer(null);
  pages.want(100, 10);
  expect(asked().slice(1)).toEqual([
    ['', 100],
    ['', 100],
  ]);
});

test('nothing comes after it was stopped', async () => {
  pages.show(filterOf(''));
  pages.stop();
  await questions[0]?.answer({ rows: rows(1_000), total: 1_000 });
  expect(known).toBeNull();
});
