import { expect, test } from 'vitest';
import { inTurn, series } from './series.ts';

test('all are measured in every round, in their order, and warm-ups are not kept', async () => {
  const taken: string[] = [];
  const named = (name: string) =>
    series(async (round) => {
      taken.push(`${name}${round}`);
      return round;
    });
  const [one, other] = [named('a'), named('b')];
  await inTurn([one, other], 2, 1);
  expect(taken).toEqual(['a0', 'b0', 'a1', 'b1', 'a2', 'b2']);
  expect(one.samples).toEqual([1, 2]);
  expect(other.samples).toEqual([1, 2]);
});
