import { RECEIPT_STATES } from '../../../app/domain/receipt-state.ts';
import { listReceipts } from '../../../app/journal/receipt-list.ts';
import type { ReceiptFilter } from '../../../app/schema/receipts.ts';
import { FIRST_AT, manyReceipts } from '../../../app/testing/many-receipts.ts';
import { journalAt } from './commit.ts';

const PAGE = 100;
const DAY_MS = 24 * 3_600_000;

/** Ms that pages of the journal screen took in its worker: under every combination of its filters, and without any. */
export type Listing = { readonly filtered: readonly number[]; readonly unfiltered: readonly number[] };

/** Asks for the first page and for one in the middle, of a journal of so many receipts. */
export function listing(file: string, receipts: number): Listing {
  const db = journalAt(file);
  db.pragma('synchronous = OFF');
  manyReceipts(db, receipts);
  const pages = (filter: ReceiptFilter): readonly number[] => {
    const { total } = listReceipts(db, filter, 0, 1);
    return [0, Math.floor(total / 2)].map((offset) => {
      const before = performance.now();
      listReceipts(db, filter, offset, PAGE);
      return performance.now() - before;
    });
  };
  const [none, ...filters] = filtersOf(FIRST_AT + Math.floor(receipts / 1440 / 2) * DAY_MS);
  const taken = filters.map((filter) => [pages(filter), none ? pages(none) : []] as const);
  db.close();
  return { filtered: taken.flatMap(([one]) => one), unfiltered: taken.flatMap(([, one]) => one) };
}

function filtersOf(day: number): readonly ReceiptFilter[] {
  const intervals = [
    { from: null, until: null },
    { from: day, until: null },
    { from: null, until: day },
    { from: day, until: day + DAY_MS },
  ];
  return intervals.flatMap((interval) =>
    ['', '1', '98', '9876', '00'].flatMap((text) =>
      [null, ...RECEIPT_STATES].map((state) => ({ ...interval, text, state })),
    ),
  );
}
