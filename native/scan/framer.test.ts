import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { handClock } from './fixtures/hand-clock.ts';
import { createFramer, type FramerStart, LONGEST_FRAME, SILENCE_MS } from './framer.ts';

const FRESH: FramerStart = { end: 'terminator', inside: false };

function setUp(start: Partial<FramerStart> = {}) {
  const told: string[] = [];
  const underWay: boolean[] = [];
  const clock = handClock(SILENCE_MS);
  const framer = createFramer(
    {
      frame: (bytes) => told.push(Buffer.from(bytes).toString('latin1')),
      damaged: (damage) => told.push(`<${damage}>`),
      underWay: (is) => underWay.push(is),
    },
    clock,
    { ...FRESH, ...start },
  );
  return { told, underWay, clock, framer, push: (text: string) => framer.push(Buffer.from(text, 'latin1')) };
}

test.each([
  ['CR', '4601234567890\r'],
  ['LF', '4601234567890\n'],
  ['CR LF', '4601234567890\r\n'],
  ['Tab', '4601234567890\t'],
  ['STX and ETX', '\x024601234567890\x03'],
  ['STX, ETX and CR LF', '\x024601234567890\x03\r\n'],
])('a code ends with %s', (_, bytes) => {
  const { told, push } = setUp();
  push(bytes);
  expect(told).toEqual(['4601234567890']);
});

test('a code without its terminator is not told', () => {
  const { told, push } = setUp();
  push('4601234567890');
  expect(told).toEqual([]);
});

test('the group separator and bytes above 127 are data', () => {
  const { told, push } = setUp();
  push('0104601234567890215abc\x1d93xyz\r\xff\xfe\r');
  expect(told).toEqual(['0104601234567890215abc\x1d93xyz', '\xff\xfe']);
});

test('nothing between terminators is nothing', () => {
  const { told, push, clock } = setUp();
  push('\r\n\r\n\t\x02\x03\r');
  expect(told).toEqual([]);
  expect(clock.isPending()).toBe(false);
});

test('silence drops a code that was not finished', () => {
  const { told, push, clock } = setUp();
  push('garbage');
  clock.wake();
  push('4601234567890\r');
  expect(told).toEqual(['<unfinished>', '4601234567890']);
});

test('bytes that trickle in within the silence make one code', () => {
  const { told, push, clock } = setUp();
  for (const byte of '46012') push(byte);
  expect(clock.isPending()).toBe(true);
  push('\r');
  expect(told).toEqual(['46012']);
  expect(clock.isPending()).toBe(false);
});

test('a timer that comes late gives waiting bytes another chance', () => {
  const { told, push, clock } = setUp();
  push('46012');
  clock.wake(SILENCE_MS);
  push('34567890\r');
  expect(told).toEqual(['4601234567890']);
});

test('a late timer is forgiven again only if it is late again', () => {
  const { told, push, clock } = setUp();
  push('46012');
  clock.wake(SILENCE_MS);
  clock.wake();
  expect(told).toEqual(['<unfinished>']);
});

test('STX in the middle starts anew', () => {
  const { told, push } = setUp();
  push('noise\x024601234567890\r');
  expect(told).toEqual(['<unfinished>', '4601234567890']);
});

test('the longest code is whole, one byte more is none', () => {
  const { told, push } = setUp();
  const longest = 'x'.repeat(LONGEST_FRAME);
  push(`${longest}\r${longest}y\rafter\r`);
  expect(told).toEqual([longest, '<too-long>', 'after']);
});

test('megabytes without a terminator are told once, and reading goes on after it', () => {
  const { told, framer, push } = setUp();
  const chunk = new Uint8Array(65_536).fill(0x41);
  for (let sent = 0; sent < 10_000_000; sent += chunk.length) framer.push(chunk);
  push('tail\r4601234567890\r');
  expect(told).toEqual(['<too-long>', '4601234567890']);
});

test('silence after too many bytes ends the skipping', () => {
  const { told, push, clock } = setUp();
  push('x'.repeat(LONGEST_FRAME + 1));
  clock.wake();
  push('4601234567890\r');
  expect(told).toEqual(['<too-long>', '4601234567890']);
});

test('stopped, it forgets the half code and the timer', () => {
  const { told, framer, push, clock } = setUp();
  push('PARTIAL');
  framer.stop();
  expect(clock.isPending()).toBe(false);
  push('NEXT\r');
  expect(told).toEqual(['NEXT']);
});

test('a frame is a copy: later bytes do not change it', () => {
  const frames: Uint8Array[] = [];
  const framer = createFramer(
    { frame: (bytes) => frames.push(bytes), damaged: () => {}, underWay: () => {} },
    handClock(SILENCE_MS),
    FRESH,
  );
  framer.push(Buffer.from('first\rother\r'));
  expect(frames.map((frame) => Buffer.from(frame).toString())).toEqual(['first', 'other']);
});

test.each([true, false])(
  'a scanner without a terminator ends a code by silence (a code had begun before: %j)',
  (inside) => {
    const { told, push, clock } = setUp({ end: 'silence', inside });
    if (inside) clock.wake();
    push('46012');
    push('34567890');
    clock.wake();
    push('4609876543210\r');
    expect(told.filter((one) => one !== '<unfinished>')).toEqual(['4601234567890', '4609876543210']);
  },
);

test('what is held at the end of a chunk is a code under way, until its end or silence comes', () => {
  const { underWay, push, clock } = setUp();
  push('4601234567890\r46');
  push('01');
  push('\r');
  push('z');
  clock.wake(SILENCE_MS);
  clock.wake();
  expect(underWay).toEqual([false, true, true, false, true, true, false]);
});

test('so is the rest of a code that is too long', () => {
  const { told, underWay, push } = setUp();
  push('x'.repeat(LONGEST_FRAME + 1));
  push('x');
  push('\r');
  expect(told).toEqual(['<too-long>']);
  expect(underWay).toEqual([false, true, true, false]);
});

describe('when the stream may begin in mid-code', () => {
  test('its tail is told as unfinished and the next code is whole', () => {
    const { told, push } = setUp({ inside: true });
    push('67890\r4601234567890\r');
    expect(told).toEqual(['<unfinished>', '4601234567890']);
  });

  test('so it is when nothing but the terminator was missing', () => {
    const { told, push } = setUp({ inside: true });
    push('\r4601234567890\r');
    expect(told).toEqual(['<unfinished>', '4601234567890']);
  });

  test('a silence ends the waiting for its tail', () => {
    const { told, push, clock } = setUp({ inside: true });
    clock.wake();
    push('4601234567890\r');
    expect(told).toEqual(['<unfinished>', '4601234567890']);
  });
});

test('however the bytes are split, the codes are the same', () => {
  // Framing characters come often, so that they stand next to each other and at the edges of chunks.
  const byte = fc.oneof(fc.constantFrom(0x02, 0x03, 0x09, 0x0a, 0x0d), fc.integer({ min: 0, max: 255 }));
  const stream = fc.array(byte, { maxLength: 200 });
  const chunkLengths = fc.array(fc.nat({ max: 12 }));
  fc.assert(
    fc.property(stream, chunkLengths, (bytes, lengths) => {
      const whole = setUp();
      whole.framer.push(Uint8Array.from(bytes));
      const split = setUp();
      let from = 0;
      for (const length of lengths) {
        split.framer.push(Uint8Array.from(bytes.slice(from, from + length)));
        from += length;
      }
      split.framer.push(Uint8Array.from(bytes.slice(from)));
      expect(split.told).toEqual(whole.told);
    }),
  );
});

test('every code sent comes out, in order', () => {
  const code = fc.string({
    unit: fc.integer({ min: 0x20, max: 0xff }).map((c) => String.fromCharCode(c)),
    minLength: 1,
  });
  const end = fc.constantFrom('\r', '\n', '\r\n', '\t', '\x03\r');
  fc.assert(
    fc.property(fc.array(fc.tuple(code, end)), (sent) => {
      const { told, push } = setUp();
      push(sent.map((parts) => parts.join('')).join(''));
      expect(told).toEqual(sent.map(([text]) => text));
    }),
  );
});
