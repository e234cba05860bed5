import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { replyReader, saysError, statusAtFence, statusOf, statusRequest } from './status.ts';

/** A reply to `DLE EOT` with these bits set. */
const reply = (bits = 0): number => 0x12 | bits;
const WELL = reply();

test('requests are asked in their order', () => {
  expect([...statusRequest([1, 2, 4])]).toEqual([0x10, 0x04, 1, 0x10, 0x04, 2, 0x10, 0x04, 4]);
});

describe('what the replies say', () => {
  test.each([
    ['well', [WELL, WELL, WELL], null],
    ['drawer open', [reply(0x04), WELL, WELL], null],
    ['paper near its end', [WELL, WELL, reply(0x0c)], null],
    ['no paper', [reply(0x08), reply(0x20), reply(0x6c)], 'paper-out'],
    ['no paper, by the sensor alone', [WELL, WELL, reply(0x60)], 'paper-out'],
    ['cover open, and therefore no paper', [reply(0x08), reply(0x24), reply(0x60)], 'cover-open'],
    ['an error', [reply(0x08), reply(0x40), WELL], 'error'],
    ['offline for a cause of its own', [reply(0x08), WELL, WELL], 'offline'],
  ] as const)('%s', (_, [printer, offlineCause, paper], trouble) => {
    expect(statusOf(printer, offlineCause, paper, null).trouble).toBe(trouble);
  });

  test('the cause of an error tells the cutter', () => {
    expect(saysError(reply(0x40))).toBe(true);
    expect(saysError(WELL)).toBe(false);
    expect(statusOf(reply(0x08), reply(0x40), WELL, reply(0x08)).trouble).toBe('cutter');
    expect(statusOf(reply(0x08), reply(0x40), WELL, reply(0x20)).trouble).toBe('error');
  });

  test('paper that is low is told beside what is wrong', () => {
    expect(statusOf(WELL, WELL, reply(0x0c), null)).toEqual({ trouble: null, paperLow: true });
    expect(statusAtFence(0x03)).toEqual({ trouble: null, paperLow: true });
  });

  test('behind the fence only the paper can be wrong', () => {
    expect(statusAtFence(0)).toEqual({ trouble: null, paperLow: false });
    expect(statusAtFence(0x0f).trouble).toBe('paper-out');
  });
});

describe('replies among other bytes', () => {
  function read(...chunks: readonly (readonly number[])[]) {
    const heard: [kind: 'status' | 'fence', reply: number][] = [];
    const take = replyReader({
      status: (byte) => heard.push(['status', byte]),
      fence: (byte) => heard.push(['fence', byte]),
    });
    for (const chunk of chunks) take(Uint8Array.from(chunk));
    return heard;
  }
  const AUTOMATIC = [0x14, 0x00, 0x00, 0x0f];

  test('are told from one another', () => {
    expect(read([reply(), 0x03, reply(0x60)])).toEqual([
      ['status', reply()],
      ['fence', 0x03],
      ['status', reply(0x60)],
    ]);
  });

  test('an automatic status is nobody’s reply, however it is cut', () => {
    expect(read(AUTOMATIC, [0x03])).toEqual([['fence', 0x03]]);
    expect(read([0x14], [0x00, 0x00], [0x0f, reply()], AUTOMATIC)).toEqual([['status', reply()]]);
  });

  test('one that broke off takes no reply with it', () => {
    expect(read([0x14, 0x00, reply(), 0x03])).toEqual([
      ['status', reply()],
      ['fence', 0x03],
    ]);
  });

  test('flow control is no reply', () => {
    expect(read([0x11, 0x13, 0x11])).toEqual([]);
  });

  test('a reply is found behind any number of automatic ones, in any pieces', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), (before, cuts) => {
        const bytes = [...Array.from({ length: before }, () => AUTOMATIC).flat(), reply(0x20), ...AUTOMATIC, 0x0c];
        const pieces: number[][] = [];
        for (let from = 0, turn = 0; from < bytes.length; turn++) {
          const to = from + (cuts[turn % cuts.length] ?? 1);
          pieces.push(bytes.slice(from, to));
          from = to;
        }
        expect(read(...pieces)).toEqual([
          ['status', reply(0x20)],
          ['fence', 0x0c],
        ]);
      }),
    );
  });
});
