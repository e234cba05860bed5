import { expect, test } from 'vitest';
import { CallLimit } from './call-limit.ts';

test('a burst passes, a flood does not, and a pause makes good again', () => {
  let now = 0;
  const limit = new CallLimit(() => now);
  const passed = (calls: number) => Array.from({ length: calls }, () => limit.allows()).filter(Boolean).length;
  expect(passed(100_000)).toBe(1_000);
  now += 100;
  expect(passed(100_000)).toBe(50);
  now += 3_600_000;
  expect(passed(100_000)).toBe(1_000);
});
