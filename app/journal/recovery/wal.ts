import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { PAGE_BYTES } from './page.ts';

/**
 * The write-ahead log as «Database File Format», section 4, lays it out: a header, then frames, each a page with a
 * checksum over all before it. SQLite reads up to the first frame that does not fit and takes that for the end. So it must
 * after a power cut; but when a byte is damaged in the middle, receipts that were stored behind it are dropped in silence.
 */
export type WalContent = {
  /** Where in the log the newest committed content of a page begins, bytes. */
  readonly pages: ReadonlyMap<number, number>;
  /** Transactions stand behind the place at which SQLite would stop. */
  readonly damaged: boolean;
};

const HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;
const FRAME_BYTES = FRAME_HEADER_BYTES + PAGE_BYTES;
/** The last bit says in which byte order checksums are reckoned. */
const MAGIC = 0x377f0682;

const NOTHING: WalContent = { pages: new Map(), damaged: false };

type Sum = readonly [number, number];

/** Reads the log at `file`; one that is not there is empty. */
export function readWal(file: string): WalContent {
  let log: number;
  try {
    log = openSync(file, 'r');
  } catch {
    return NOTHING;
  }
  try {
    const frames = Math.floor((fstatSync(log).size - HEADER_BYTES) / FRAME_BYTES);
    return frames > 0 ? readFrames(log, frames) : NOTHING;
  } finally {
    closeSync(log);
  }
}

function readFrames(log: number, frames: number): WalContent {
  const header = Buffer.alloc(HEADER_BYTES);
  readSync(log, header, 0, HEADER_BYTES, 0);
  const littleEndian = (header.readUInt32BE(0) & 1) === 0;
  const frame = Buffer.alloc(FRAME_BYTES);
  const read = (index: number): void => {
    readSync(log, frame, 0, FRAME_BYTES, offsetOf(index));
  };

  let sum = add([0, 0], header, 0, 24, littleEndian);
  let intact = (header.readUInt32BE(0) & ~1) >>> 0 === MAGIC && isSum(sum, header, 24);
  if (!intact) read(0);
  // Frames with other salts are left over from before the log was last begun anew.
  const salts = intact ? header.subarray(16, 24) : Buffer.from(frame.subarray(8, 16));

  const pages = new Map<number, number>();
  let transaction: [page: number, offset: number][] = [];
  let damaged = false;
  for (let index = 0; index < frames; index++) {
    read(index);
    const isOurs = frame.subarray(8, 16).equals(salts);
    if (!intact && !isOurs) continue;
    transaction.push([frame.readUInt32BE(0), offsetOf(index) + FRAME_HEADER_BYTES]);
    if (intact) {
      sum = add(add(sum, frame, 0, 8, littleEndian), frame, FRAME_HEADER_BYTES, FRAME_BYTES, littleEndian);
      intact = isOurs && isSum(sum, frame, 16);
      // It may belong to a transaction that ends behind it.
      if (!intact) continue;
    }
    const pagesAfterCommit = frame.readUInt32BE(4);
    if (pagesAfterCommit === 0) continue;
    for (const [page, offset] of transaction) if (page > 0 && page <= pagesAfterCommit) pages.set(page, offset);
    transaction = [];
    damaged ||= !intact;
  }
  return { pages, damaged };
}

function offsetOf(index: number): number {
  return HEADER_BYTES + index * FRAME_BYTES;
}

function add([first, second]: Sum, bytes: Buffer, from: number, to: number, littleEndian: boolean): Sum {
  let one = first;
  let two = second;
  for (let at = from; at < to; at += 8) {
    one = (one + (littleEndian ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at)) + two) >>> 0;
    two = (two + (littleEndian ? bytes.readUInt32LE(at + 4) : bytes.readUInt32BE(at + 4)) + one) >>> 0;
  }
  return [one, two];
}

function isSum([one, two]: Sum, bytes: Buffer, at: number): boolean {
  return bytes.readUInt32BE(at) === one && bytes.readUInt32BE(at + 4) === two;
}
