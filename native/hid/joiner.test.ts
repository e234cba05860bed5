import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reportsOf } from '../../e2e/support/devices/hid-pos.ts';
import { handClock } from '../scan/fixtures/hand-clock.ts';
import { LONGEST_FRAME } from '../scan/framer.ts';
import { createJoiner, REPORT_SILENCE_MS } from './joiner.ts';

function setUp({ inside = false } = {}) {
  const told: string[] = [];
  const underWay: boolean[] = [];
  const clock = handClock(REPORT_SILENCE_MS);
  const joiner = createJoiner(
    {
      code: (bytes, aim) => told.push(`${aim ? `]${aim}` : ''}${Buffer.from(bytes).toString('latin1')}`),
      damaged: (damage) => told.push(`<${damage}>`),
      underWay: (is) => underWay.push(is),
    },
    clock,
    inside,
  );
  const push = (...reports: readonly (Uint8Array | undefined)[]) => {
    for (const report of reports) if (report) joiner.push(report);
  };
  return { told, underWay, clock, joiner, push };
}

const LONG = 'A'.repeat(60);
const [FIRST, LAST] = reportsOf(LONG, 'C1');

test('reports that go on make one code', () => {
  const { told, push, clock } = setUp();
  push(...reportsOf('4601234567890'), ...reportsOf(LONG.repeat(3), 'C1'));
  expect(told).toEqual([']E04601234567890', `]C1${LONG.repeat(3)}`]);
  expect(clock.isPending()).toBe(false);
});

test('a line end is no part of the code, and nothing is no code', () => {
  const { told, push } = setUp();
  push(...reportsOf('1\r'), ...reportsOf('2\r\n'), ...reportsOf('3\n'), ...reportsOf('\r'), ...reportsOf(''));
  expect(told).toEqual([']E01', ']E02', ']E03']);
});

test('silence drops a half', () => {
  const { told, underWay, push, clock } = setUp();
  push(FIRST);
  clock.wake();
  push(...reportsOf('4601234567890'));
  expect(told).toEqual(['<unfinished>', ']E04601234567890']);
  expect(underWay).toEqual([false, true, false, false]);
});

test('a timer that comes late gives waiting reports another chance', () => {
  const { told, push, clock } = setUp();
  push(FIRST);
  clock.wake(REPORT_SILENCE_MS);
  push(LAST);
  expect(told).toEqual([`]C1${LONG}`]);
});

test('another symbology drops a half: its rest was lost', () => {
  const { told, push } = setUp();
  push(FIRST, ...reportsOf('4601234567890'));
  expect(told).toEqual(['<unfinished>', ']E04601234567890']);
});

test('a rest without a symbology belongs to the half', () => {
  const { told, push } = setUp();
  const rest = reportsOf('BBBB', '');
  push(FIRST, ...rest);
  expect(told).toEqual([`]C1${'A'.repeat(56)}BBBB`]);
});

test('a report that says that it holds more than fits drops the half too', () => {
  const { told, push } = setUp();
  push(FIRST, Uint8Array.of(2, 255), ...reportsOf('4601234567890'));
  expect(told).toEqual(['<unreadable>', ']E04601234567890']);
});

test('reports of other things change nothing', () => {
  const { told, push } = setUp();
  push(FIRST, Uint8Array.of(7, 1, 2), LAST);
  expect(told).toEqual([`]C1${LONG}`]);
});

test('a code without an end is told once and takes no memory, and after its end reading goes on', () => {
  const { told, push } = setUp();
  push(...Array.from({ length: 10_000 }, () => FIRST), LAST, ...reportsOf('4601234567890'));
  expect(told).toEqual(['<too-long>', ']E04601234567890']);
});

test('the longest code is whole', () => {
  const { told, push } = setUp();
  push(...reportsOf('x'.repeat(LONGEST_FRAME)), ...reportsOf('x'.repeat(LONGEST_FRAME + 1)));
  expect(told).toEqual([`]E0${'x'.repeat(LONGEST_FRAME)}`, '<too-long>']);
});

test('what it tells does not change with the report’s memory', () => {
  const codes: Uint8Array[] = [];
  const listeners = { code: (bytes: Uint8Array) => codes.push(bytes), damaged: () => {}, underWay: () => {} };
  const joiner = createJoiner(listeners, handClock(REPORT_SILENCE_MS), false);
  for (const report of reportsOf('first')) {
    joiner.push(report);
    report.fill(0);
  }
  expect(codes.map(String)).toEqual([String(Buffer.from('first'))]);
});

test('stopped, it forgets the half and the timer', () => {
  const { told, joiner, push, clock } = setUp();
  push(FIRST);
  joiner.stop();
  expect(clock.isPending()).toBe(false);
  push(...reportsOf('4601234567890'));
  expect(told).toEqual([']E04601234567890']);
});

describe('when the reports may begin in mid-code', () => {
  test('the rest of it is told as unfinished, and the next code is whole', () => {
    const { told, push } = setUp({ inside: true });
    push(LAST, ...reportsOf('4601234567890'));
    expect(told).toEqual(['<unfinished>', ']E04601234567890']);
  });

  test('a silence ends the waiting for it', () => {
    const { told, push, clock } = setUp({ inside: true });
    clock.wake();
    push(...reportsOf('4601234567890'));
    expect(told).toEqual(['<unfinished>', ']E04601234567890']);
  });
});

test('every code sent comes out, in order', () => {
  const text = fc.string({
    unit: fc.integer({ min: 0x20, max: 0xff }).map((c) => String.fromCharCode(c)),
    minLength: 1,
  });
  const code = fc.tuple(text, fc.constantFrom('E0', 'd2', 'Q3'));
  fc.assert(
    fc.property(fc.array(code), (sent) => {
      const { told, push } = setUp();
      for (const [data, aim] of sent) push(...reportsOf(data, aim));
      expect(told).toEqual(sent.map(([data, aim]) => `]${aim}${data}`));
    }),
  );
});
