import fc from 'fast-check';
import { expect, test } from 'vitest';
import { testLine, testView } from './fixture.ts';
import { share } from './share.ts';

const plainData = fc.jsonValue({ maxDepth: 4 });

test('what comes out always equals what came in', () => {
  fc.assert(
    fc.property(plainData, plainData, (before, next) => {
      expect(share(before, next)).toEqual(next);
    }),
  );
});

test('an equal copy gives the very same object back', () => {
  fc.assert(
    fc.property(plainData, (data) => {
      expect(share(data, structuredClone(data))).toBe(data);
    }),
  );
});

test('only the branch that changed is new', () => {
  const before = testView();
  const next = share(before, structuredClone(testView({ revision: 2, queue: 1 })));
  expect(next).not.toBe(before);
  expect(next.queue).toBe(1);
  expect(next.sale).toBe(before.sale);
});

test('lines keep their identity when one before them is removed', () => {
  const before = [testLine(1), testLine(2), testLine(3)];
  const next = share(before, structuredClone([testLine(1), testLine(3)]));
  expect(next.length).toBe(2);
  expect(next[0]).toBe(before[0]);
  expect(next[1]).toBe(before[2]);
});

test('of a thousand lines a scan leaves all but the new one as they were', () => {
  const before = Array.from({ length: 1000 }, (_, place) => testLine(place + 1));
  const next = share(before, structuredClone([...before, testLine(1001)]));
  expect(next.slice(0, 1000).every((line, place) => line === before[place])).toBe(true);
  expect(next[1000]).toEqual(testLine(1001));
});

test('a key that is gone is gone', () => {
  const before: { code: string; params?: { left: number } } = { code: 'a', params: { left: 1 } };
  expect(share(before, { code: 'a' })).toStrictEqual({ code: 'a' });
});
