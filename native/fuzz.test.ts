import { expect, test, vi } from 'vitest';
import { reportsOf } from '../e2e/support/devices/hid-pos.ts';
import { createJoiner, REPORT_SILENCE_MS } from './hid/joiner.ts';
import { decodeFrame } from './scan/decode.ts';
import { handClock } from './scan/fixtures/hand-clock.ts';
import { createFramer, LONGEST_FRAME, SILENCE_MS } from './scan/framer.ts';

/** A million random sequences of bytes through each decoder: none may throw or hang, and what comes out has its bounds. */

const SEQUENCES = 1_000_000;
const LONGEST = 100;

vi.setConfig({ testTimeout: 120_000 });

/** Mulberry32: the same sequences in every run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Random bytes; every second sequence is made of those that mean something to the decoder. */
function* sequences(meaningful: readonly number[]): Generator<Uint8Array> {
  const next = random(1);
  const whole = (below: number) => Math.floor(next() * below);
  for (let count = 0; count < SEQUENCES; count++) {
    const bytes = new Uint8Array(whole(LONGEST + 1));
    const plain = count % 2 === 0;
    for (let place = 0; place < bytes.length; place++) {
      bytes[place] = plain ? whole(256) : (meaningful[whole(meaningful.length)] ?? 0);
    }
    yield bytes;
  }
}

const LETTERS = [...Buffer.from(']E0d2 46012\x1d\x02\x03\t\r\n'), 0x80, 0xd0, 0x9a, 0xff];

test('bytes → text', () => {
  let codes = 0;
  let longest = 0;
  for (const bytes of sequences(LETTERS)) {
    const code = decodeFrame(bytes, 'auto');
    if (code === null) continue;
    codes++;
    longest = Math.max(longest, code.text.length);
    if (code.text === '' || code.aim?.length === 0) throw new Error(`nothing is no code: ${bytes}`);
  }
  expect(codes).toBeGreaterThan(0);
  expect(longest).toBeLessThanOrEqual(LONGEST);
});

test('stream → codes', () => {
  const clock = handClock(SILENCE_MS);
  const lengths = { smallest: Number.POSITIVE_INFINITY, largest: 0 };
  let latest = '';
  const framer = createFramer(
    {
      frame(bytes) {
        lengths.smallest = Math.min(lengths.smallest, bytes.length);
        lengths.largest = Math.max(lengths.largest, bytes.length);
        latest = Buffer.from(bytes).toString('latin1');
      },
      damaged: () => {},
      underWay: () => {},
    },
    clock,
    { end: 'terminator', inside: true },
  );
  let count = 0;
  for (const bytes of sequences(LETTERS)) {
    framer.push(bytes);
    if (++count % 7 === 0) clock.wake();
  }
  framer.push(Buffer.from('\r4601234567890\r'));
  expect(latest).toBe('4601234567890');
  expect(lengths.smallest).toBeGreaterThan(0);
  expect(lengths.largest).toBeLessThanOrEqual(LONGEST_FRAME);
});

test('reports → codes', () => {
  const clock = handClock(REPORT_SILENCE_MS);
  let latest = '';
  let largest = 0;
  const joiner = createJoiner(
    {
      code(bytes) {
        largest = Math.max(largest, bytes.length);
        latest = Buffer.from(bytes).toString('latin1');
      },
      damaged: () => {},
      underWay: () => {},
    },
    clock,
    true,
  );
  let count = 0;
  for (const bytes of sequences([2, 1, 0, 56, ...LETTERS])) {
    // Else hardly one would be scanned data.
    if (bytes.length > 0 && count % 3 > 0) bytes[0] = 2;
    joiner.push(bytes);
    if (++count % 7 === 0) clock.wake();
  }
  for (const report of [...reportsOf(''), ...reportsOf('4601234567890')]) joiner.push(report);
  expect(latest).toBe('4601234567890');
  expect(largest).toBeLessThanOrEqual(LONGEST_FRAME);
});
