import type { ReceiptFilter, ReceiptRow } from '../../../../app/contract/journal.ts';

/** Rows of the journal as far as they came. */
export type KnownRows = {
  /** How many there are; `null` until the first answer. */
  readonly total: number | null;
  /** By number of the page, from 0. */
  readonly pages: ReadonlyMap<number, readonly ReceiptRow[]>;
};

/** Asks the journal; `null` when it cannot answer. */
type ListReceipts = (
  filter: ReceiptFilter,
  offset: number,
  most: number,
) => Promise<{ readonly rows: readonly ReceiptRow[]; readonly total: number } | null>;

/** Rows asked for at once. */
export const PAGE = 100;

export const NOTHING_KNOWN: KnownRows = { total: null, pages: new Map() };
const NOTHING_SEEN = { first: 0, count: 0 };

/**
 * The rows behind a long list, fetched page by page as they come into sight. What is known stays until the first answer to
 * another filter is there, so that nothing flashes while somebody types; answers that were overtaken are dropped. One page at
 * a time: whoever scrolls through a year gets what is in sight when the answer comes, not all that flew by.
 */
export class ReceiptPages {
  readonly #list: ListReceipts;
  readonly #changed: (known: KnownRows) => void;
  #known = NOTHING_KNOWN;
  #filter: ReceiptFilter | null = null;
  #seen = NOTHING_SEEN;
  #asking = false;
  #turn = 0;

  constructor(list: ListReceipts, changed: (known: KnownRows) => void) {
    this.#list = list;
    this.#changed = changed;
  }

  /** Begins with the newest receipt that the filter lets through. */
  show(filter: ReceiptFilter): void {
    this.#filter = filter;
    this.#seen = NOTHING_SEEN;
    this.again();
  }

  /** Reads anew what is in sight: the journal changed. */
  again(): void {
    this.#turn += 1;
    void this.#fetch(Math.floor(this.#seen.first / PAGE), NOTHING_KNOWN);
  }

  /** Sees to it that the rows in sight come. */
  want(first: number, count: number): void {
    this.#seen = { first, count };
    if (!this.#asking) this.#fetchMissing();
  }

  /** Drops what is still on its way. */
  stop(): void {
    this.#turn += 1;
  }

  #fetchMissing(): void {
    const { first, count } = this.#seen;
    const end = Math.min(first + count, this.#known.total ?? 0);
    for (let page = Math.floor(first / PAGE); page * PAGE < end; page++) {
      if (!this.#known.pages.has(page)) return void this.#fetch(page, this.#known);
    }
  }

  /** @param before what the page joins once it is there */
  async #fetch(page: number, before: KnownRows): Promise<void> {
    const [turn, filter] = [this.#turn, this.#filter];
    if (!filter) return;
    this.#asking = true;
    const answer = await this.#list(filter, page * PAGE, PAGE);
    if (turn !== this.#turn) return;
    this.#asking = false;
    // Asked for again when somebody scrolls.
    if (!answer) return;
    this.#known = { total: answer.total, pages: new Map([...before.pages, [page, answer.rows]]) };
    this.#changed(this.#known);
    this.#fetchMissing();
  }
}

export function rowAt({ pages }: KnownRows, row: number): ReceiptRow | undefined {
  return pages.get(Math.floor(row / PAGE))?.[row % PAGE];
}
