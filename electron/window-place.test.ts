import { expect, test } from 'vitest';
import { type Monitor, placeWindow, type WindowPlace, windowPlace } from './window-place.ts';

const rectangle = (x: number, y: number, width: number, height: number) => ({ x, y, width, height });

const FIRST: Monitor = { bounds: rectangle(0, 0, 1920, 1080), workArea: rectangle(0, 0, 1920, 1040) };
/** Left of the first, and higher than it is wide. */
const SECOND: Monitor = { bounds: rectangle(-1080, -200, 1080, 1920), workArea: rectangle(-1080, -200, 1080, 1880) };

function stood(normal: WindowPlace['normal'], change: Partial<WindowPlace> = {}): WindowPlace {
  return { normal, shown: normal, maximised: false, ...change };
}

test('the first time it takes the whole work area of the primary monitor', () => {
  const placing = placeWindow(null, [FIRST, SECOND]);
  expect(placing).toEqual({ monitor: FIRST, normal: rectangle(277, 136, 1366, 768), maximised: true });
});

test('it opens where it stood, on either monitor', () => {
  expect(placeWindow(stood(rectangle(100, 50, 1200, 800)), [FIRST, SECOND])).toEqual({
    monitor: FIRST,
    normal: rectangle(100, 50, 1200, 800),
    maximised: false,
  });
  expect(placeWindow(stood(rectangle(-1000, 0, 900, 700)), [FIRST, SECOND])).toEqual({
    monitor: SECOND,
    normal: rectangle(-1000, 0, 900, 700),
    maximised: false,
  });
});

test('maximised, it goes to the monitor that it filled, whatever it measures otherwise', () => {
  const before = stood(rectangle(100, 50, 1200, 800), { shown: SECOND.workArea, maximised: true });
  const placing = placeWindow(before, [FIRST, SECOND]);
  expect(placing.monitor).toBe(SECOND);
  expect(placing.maximised).toBe(true);
  // It was on the other monitor: made smaller it must not jump there.
  expect(placing.normal).toEqual(rectangle(-1080, 356, 1080, 768));
});

test('with its monitor gone it opens on the one that is left', () => {
  for (const maximised of [true, false]) {
    const placing = placeWindow(stood(rectangle(-1000, 0, 900, 700), { maximised }), [FIRST]);
    expect(placing).toEqual({ monitor: FIRST, normal: rectangle(277, 136, 1366, 768), maximised: true });
  }
});

test('what sticks out, or is larger than the monitor by now, is brought wholly into it', () => {
  const small: Monitor = { bounds: rectangle(0, 0, 1024, 768), workArea: rectangle(0, 0, 1024, 728) };
  expect(placeWindow(stood(rectangle(1700, 900, 1200, 800)), [FIRST]).normal).toEqual(rectangle(720, 240, 1200, 800));
  expect(placeWindow(stood(rectangle(-300, -20, 3000, 2000)), [small]).normal).toEqual(small.workArea);
});

test('a corner of it in sight is no place to stand', () => {
  expect(placeWindow(stood(rectangle(1900, 1030, 1200, 800)), [FIRST]).maximised).toBe(true);
});

test('absurd numbers are no place at all', () => {
  const good = stood(rectangle(0, 0, 800, 600));
  expect(windowPlace.safeParse(good).success).toBe(true);
  for (const absurd of [0, -5, 1.5, 1e9, Number.NaN, '800', null]) {
    expect(windowPlace.safeParse({ ...good, normal: { ...good.normal, width: absurd } }).success).toBe(false);
  }
  for (const absurd of [1e9, -1e9, 0.5, Number.NaN, '0', null]) {
    expect(windowPlace.safeParse({ ...good, shown: { ...good.shown, x: absurd } }).success).toBe(false);
  }
});
