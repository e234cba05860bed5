import { expect, test } from 'vitest';
import { EVERYTHING, type FilterDraft, isEverything, readFilter, withDay, withPeriod } from './filter-draft.ts';

/** Half past three in the afternoon of a Saturday. */
const NOW = new Date(2026, 10, 21, 15, 30);
const at = (month: number, day: number) => new Date(2026, month - 1, day).getTime();

test.each<[period: FilterDraft['period'], from: number | null, until: number | null]>([
  ['all', null, null],
  ['today', at(11, 21), null],
  ['yesterday', at(11, 20), at(11, 21)],
  ['week', at(11, 15), null],
])('%s is an interval of whole days of the till', (period, from, until) => {
  expect(readFilter({ ...EVERYTHING, period }, NOW)).toEqual({ from, until, text: '', state: null });
});

test('a typed day counts as soon as it is whole, and puts the periods aside', () => {
  const typing = withDay(withPeriod(EVERYTHING, 'today'), '01.03.20');
  expect(typing).toMatchObject({ period: 'today', day: '01.03.20' });
  const whole = withDay(typing, '01.03.2026');
  expect(whole.period).toBe('day');
  expect(readFilter(whole, NOW)).toMatchObject({ from: at(3, 1), until: at(3, 2) });
});

test('a day that is being changed still counts; one that is taken away does not', () => {
  const whole = withDay(EVERYTHING, '01.03.2026');
  expect(withDay(whole, '01.03.202').period).toBe('day');
  expect(withDay(whole, '')).toEqual(EVERYTHING);
  expect(withDay(withPeriod(EVERYTHING, 'week'), '').period).toBe('week');
  expect(withPeriod(whole, 'yesterday')).toMatchObject({ period: 'yesterday', day: '' });
});

test('text and state go with it', () => {
  const draft: FilterDraft = { ...EVERYTHING, text: ' 3377 ', state: 'queued' };
  expect(readFilter(draft, NOW)).toEqual({ from: null, until: null, text: '3377', state: 'queued' });
  expect(isEverything(draft)).toBe(false);
  expect(isEverything({ ...EVERYTHING, text: ' ' })).toBe(true);
});
