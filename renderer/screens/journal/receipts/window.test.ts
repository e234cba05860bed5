import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowsOfPage, scrollTo, type Viewport, windowOf } from './window.ts';

const at = (scrollTop: number): Viewport => ({ scrollTop, height: 400, rowHeight: 40 });

test('a short list is drawn whole', () => {
  expect(windowOf(at(0), 5)).toEqual({ first: 0, count: 5, space: 200, top: 0 });
  expect(windowOf(at(0), 0)).toEqual({ first: 0, count: 0, space: 0, top: 0 });
});

test('of a long list the rows in sight are drawn, with some before and behind', () => {
  expect(windowOf(at(4_000), 1_000)).toEqual({ first: 92, count: 26, space: 40_000, top: 3_680 });
});

test('a row that is not wholly seen is brought in by as little as will do', () => {
  expect(scrollTo(100, at(4_000), 1_000)).toBe(4_000);
  expect(scrollTo(109, at(4_000), 1_000)).toBe(4_000);
  expect(scrollTo(110, at(4_000), 1_000)).toBe(4_040);
  expect(scrollTo(99, at(4_000), 1_000)).toBe(3_960);
  expect(scrollTo(0, at(4_000), 1_000)).toBe(0);
});

test('a page is what fits, and never nothing', () => {
  expect(rowsOfPage(at(0))).toBe(10);
  expect(rowsOfPage({ ...at(0), height: 0 })).toBe(1);
});

const viewports = fc.record({
  scrollTop: fc.double({ min: 0, max: 1, noNaN: true }),
  height: fc.integer({ min: 0, max: 2_000 }),
  rowHeight: fc.integer({ min: 20, max: 80 }),
});

test('wherever a list of up to a million rows is scrolled, all that is seen is drawn', () => {
  fc.assert(
    fc.property(viewports, fc.integer({ min: 1, max: 1_000_000 }), (given, total) => {
      const { space } = windowOf({ ...given, scrollTop: 0 }, total);
      const viewport = { ...given, scrollTop: given.scrollTop * Math.max(0, space - given.height) };
      const { first, count, top } = windowOf(viewport, total);
      const { height, rowHeight, scrollTop } = viewport;
      expect(first === 0 || top <= scrollTop).toBe(true);
      expect(first + count === total || top + count * rowHeight >= scrollTop + height).toBe(true);
      expect(count).toBeLessThanOrEqual(height / rowHeight + 20);
    }),
  );
});

test('any row can be scrolled to, wherever the list is', () => {
  fc.assert(
    fc.property(viewports, fc.integer({ min: 1, max: 1_000_000 }), fc.nat(), (given, total, wanted) => {
      const row = wanted % total;
      const height = given.height + given.rowHeight;
      const viewport = { ...given, height, scrollTop: 0 };
      const scrollTop = scrollTo(row, viewport, total);
      const { first, count, top } = windowOf({ ...viewport, scrollTop }, total);
      expect(row).toBeGreaterThanOrEqual(first);
      expect(row).toBeLessThan(first + count);
      const place = top + (row - first) * given.rowHeight - scrollTop;
      expect(place).toBeGreaterThan(-1);
      expect(place + given.rowHeight).toBeLessThan(height + 1);
    }),
  );
});
