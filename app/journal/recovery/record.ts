import { PAGE_BYTES, type Pages } from './page.ts';

/**
 * Rows out of the pages of a b-tree, after «Database File Format», sections 1.6 (pages, cells, overflow) and 2.1 (records).
 * Nothing on a page is believed: a cell that does not add up to the byte is given as `null`, and its neighbours are read.
 */
export type Cell = {
  /** `null` in a tree that is kept in the order of a key. */
  readonly rowNumber: number | null;
  readonly values: readonly Value[];
};

export type Value = null | number | string | Uint8Array;

/** A page's first byte. Pages inside a tree of row numbers hold no rows. */
const KIND = { insideKeys: 0x02, keys: 0x0a, rows: 0x0d } as const;

const FILE_HEADER_BYTES = 100;
/** A cell has at least four bytes, and two for its pointer. */
const MOST_CELLS = Math.floor((PAGE_BYTES - 8) / 6);
/** What a cell keeps on its own page at most; else at least `LEAST`, and the rest on overflow pages. */
const MOST_OF_ROW = PAGE_BYTES - 35;
const MOST_OF_KEY = Math.floor(((PAGE_BYTES - 12) * 64) / 255) - 23;
const LEAST = Math.floor(((PAGE_BYTES - 12) * 32) / 255) - 23;
/** No row of a journal comes near. */
const LARGEST_PAYLOAD_BYTES = 4 * 2 ** 20;

/** The rows that stand on this page; none for a page of any other kind. */
export function cellsOn(number: number, pages: Pages): readonly (Cell | null)[] {
  const page = pages.read(number);
  if (page === null) return [];
  const start = number === 1 ? FILE_HEADER_BYTES : 0;
  const kind = page[start];
  if (kind !== KIND.rows && kind !== KIND.keys && kind !== KIND.insideKeys) return [];
  const pointers = start + (kind === KIND.insideKeys ? 12 : 8);
  const count = Math.min(page.readUInt16BE(start + 3), MOST_CELLS);
  const cells = Array.from({ length: count }, (_, index) => {
    const at = page.readUInt16BE(pointers + 2 * index);
    // Behind the number of the page below.
    return readCell(new Bytes(page, kind === KIND.insideKeys ? at + 4 : at), kind === KIND.rows, pages);
  });
  return inOrder(cells);
}

/** Row numbers rise: one that does not is damaged, and may be that of another row. Of two that disagree the next one decides. */
function inOrder(cells: readonly (Cell | null)[]): readonly (Cell | null)[] {
  const numbers = cells.map((cell) => cell?.rowNumber ?? null);
  let last = Number.NEGATIVE_INFINITY;
  return cells.map((cell, index) => {
    const number = cell?.rowNumber ?? null;
    if (number === null) return cell;
    const after = numbers[index + 1] ?? Number.POSITIVE_INFINITY;
    const nextButOne = numbers[index + 2] ?? null;
    const isHigh = number >= after && (nextButOne === null ? last < after : number >= nextButOne);
    if (number <= last || isHigh) return null;
    last = number;
    return cell;
  });
}

function readCell(cell: Bytes, hasRowNumber: boolean, pages: Pages): Cell | null {
  try {
    const size = cell.varint();
    const rowNumber = hasRowNumber ? cell.varint() : null;
    return { rowNumber, values: valuesIn(payload(cell, size, hasRowNumber ? MOST_OF_ROW : MOST_OF_KEY, pages)) };
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}

function payload(cell: Bytes, size: number, most: number, pages: Pages): Bytes {
  if (size > LARGEST_PAYLOAD_BYTES) throw new Unreadable();
  if (size <= most) return new Bytes(cell.take(size));
  const fitting = LEAST + ((size - LEAST) % (PAGE_BYTES - 4));
  const onPage = cell.take(fitting <= most ? fitting : LEAST);
  const parts = [onPage];
  let left = size - onPage.length;
  let next = cell.number(4);
  const visited = new Set<number>();
  while (left > 0) {
    const page = next > 0 && !visited.has(next) ? pages.read(next) : null;
    if (page === null) throw new Unreadable();
    visited.add(next);
    const overflow = new Bytes(page);
    next = overflow.number(4);
    const part = overflow.take(Math.min(left, PAGE_BYTES - 4));
    parts.push(part);
    left -= part.length;
  }
  return new Bytes(Buffer.concat(parts));
}

function valuesIn(record: Bytes): readonly Value[] {
  const headerEnd = record.varint();
  const kinds: number[] = [];
  while (record.at < headerEnd) kinds.push(record.varint());
  if (record.at !== headerEnd) throw new Unreadable();
  const values = kinds.map((kind) => readValue(kind, record));
  if (record.left !== 0) throw new Unreadable();
  return values;
}

/** Bytes of the whole numbers of serial types 1 to 6. */
const NUMBER_BYTES = [0, 1, 2, 3, 4, 6, 8];

function readValue(kind: number, record: Bytes): Value {
  if (kind === 0) return null;
  if (kind === 7) return record.take(8).readDoubleBE();
  if (kind === 8 || kind === 9) return kind - 8;
  const bytes = NUMBER_BYTES[kind];
  if (bytes !== undefined) return record.number(bytes);
  if (kind < 12) throw new Unreadable();
  const content = record.take(Math.floor((kind - 12) / 2));
  return kind % 2 === 1 ? content.toString('utf8') : content;
}

class Unreadable extends Error {}

/** Bytes read one after the other; reading past the end is `Unreadable`. */
class Bytes {
  readonly #bytes: Buffer;
  #at: number;

  constructor(bytes: Buffer, at = 0) {
    this.#bytes = bytes;
    this.#at = at;
  }

  get at(): number {
    return this.#at;
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  take(count: number): Buffer {
    if (count > this.left) throw new Unreadable();
    this.#at += count;
    return this.#bytes.subarray(this.#at - count, this.#at);
  }

  /** A signed whole number of up to 8 bytes; one that JavaScript cannot hold exactly is none of ours. */
  number(bytes: number): number {
    const content = this.take(bytes);
    const value = bytes === 8 ? Number(content.readBigInt64BE()) : content.readIntBE(0, bytes);
    if (!Number.isSafeInteger(value)) throw new Unreadable();
    return value;
  }

  /** SQLite's number of one to nine bytes, seven bits in each but the ninth. */
  varint(): number {
    let value = 0n;
    for (let read = 1; read <= 9; read++) {
      const [byte = 0] = this.take(1);
      value = read === 9 ? (value << 8n) | BigInt(byte) : (value << 7n) | BigInt(byte & 0x7f);
      if (read === 9 || byte < 0x80) break;
    }
    const signed = Number(BigInt.asIntN(64, value));
    if (!Number.isSafeInteger(signed)) throw new Unreadable();
    return signed;
  }
}
