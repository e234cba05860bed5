import { expect, test } from 'vitest';
import { TestClock } from '../app/testing/till.ts';
import { Descriptors } from './descriptors.ts';

/** A system that gives so many descriptors, of which others hold some. */
function system(limit: number) {
  const held = new Set<number>();
  const state = { limit, others: 0 };
  let next = 0;
  return {
    state,
    held,
    open() {
      if (held.size + state.others >= state.limit)
        throw Object.assign(new Error('too many open files'), { code: 'EMFILE' });
      held.add(++next);
      return next;
    },
    close: (one: number) => void held.delete(one),
  };
}

test('some are kept back, given away when there are no others, and kept back again when there are', () => {
  const clock = new TestClock();
  const told: string[] = [];
  const { state, held, open, close } = system(100);
  const listeners = { out: () => void told.push('out'), enough: () => void told.push('enough') };
  const descriptors = new Descriptors(clock, listeners, open, close, 1_024);
  descriptors.start();
  expect(held.size).toBe(40);
  clock.advance(5_000);
  expect(told).toEqual([]);

  state.others = 60;
  clock.advance(1_000);
  expect([told, held.size]).toEqual([['out'], 0]);
  // What was given away is used; still it is said once.
  state.others = 100;
  clock.advance(1_000);
  clock.advance(1_000);
  expect(told).toEqual(['out']);
  // A few are no reason to take them away again.
  state.others = 80;
  for (let second = 0; second < 25; second++) clock.advance(1_000);
  expect([told, held.size]).toEqual([['out'], 0]);
  state.others = 10;
  for (let second = 0; second < 10; second++) clock.advance(1_000);
  expect([told, held.size]).toEqual([['out', 'enough'], 40]);
  descriptors.stop();
  expect(held.size).toBe(0);
  state.others = 200;
  clock.advance(60_000);
  expect(told).toHaveLength(2);
});

test('of few descriptors few are kept back', () => {
  const { held, open, close } = system(160);
  const descriptors = new Descriptors(new TestClock(), { out: () => {}, enough: () => {} }, open, close, 160);
  descriptors.start();
  expect(held.size).toBe(10);
  descriptors.stop();
});

test('a system that has none from the start is told of', () => {
  const told: string[] = [];
  const { open, close } = system(0);
  new Descriptors(new TestClock(), { out: () => void told.push('out'), enough: () => {} }, open, close, 16).start();
  expect(told).toEqual(['out']);
});
