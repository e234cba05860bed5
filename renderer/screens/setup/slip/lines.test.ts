import { expect, test } from 'vitest';
import { placesIn, withLine } from './lines.ts';

test('there is always a place for the next line, up to the sixth', () => {
  expect(placesIn([])).toEqual(['']);
  expect(placesIn(['a', 'b'])).toEqual(['a', 'b', '']);
  expect(placesIn(['1', '2', '3', '4', '5', '6'])).toEqual(['1', '2', '3', '4', '5', '6']);
});

test('a line is added by typing and goes by being emptied', () => {
  expect(withLine([], 0, 'a')).toEqual(['a']);
  expect(withLine(['a'], 1, 'b')).toEqual(['a', 'b']);
  expect(withLine(['a', 'b'], 1, '')).toEqual(['a']);
  expect(withLine(['a'], 0, '')).toEqual([]);
});

test('a line that is emptied between others stays blank', () => {
  expect(withLine(['a', 'b', 'c'], 1, '')).toEqual(['a', '', 'c']);
  expect(withLine(['a', '', 'c'], 2, '')).toEqual(['a']);
});
