import { expect, test } from 'vitest';
import { splitAim, symbologyOf } from './aim.ts';

test.each([
  ['E0', 'ean-13'],
  ['E3', 'ean-13'],
  ['E4', 'ean-8'],
  ['I1', 'itf'],
  ['C1', 'gs1'],
  ['e0', 'gs1'],
  ['d2', 'gs1'],
  ['Q3', 'gs1'],
  ['C0', 'other'],
  ['d1', 'other'],
  ['Q1', 'other'],
  ['L0', 'other'],
] as const)(']%s is %s', (aim, symbology) => expect(symbologyOf(aim)).toBe(symbology));

test('a scanner that says nothing says nothing', () => expect(symbologyOf(undefined)).toBeNull());

test('the identifier is split off a text that carries it, and no other bracket', () => {
  expect(splitAim(']E04600494000218')).toEqual({ text: '4600494000218', aim: 'E0' });
  expect(splitAim('4600494000218')).toEqual({ text: '4600494000218' });
  expect(splitAim(']9x')).toEqual({ text: ']9x' });
  expect(splitAim('')).toEqual({ text: '' });
});
