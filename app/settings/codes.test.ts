import { expect, test } from 'vitest';
import { codesSchema } from './codes.ts';

const rule = { prefix: '21', article: [2, 5], value: [7, 5], unit: 'g' };
const takes = (change: object): boolean => codesSchema.safeParse({ weighed: [{ ...rule, ...change }] }).success;

test('a shop that says nothing has labels of weight with the prefix 21, and codes without shapes', () => {
  const { weighed, cards, separators } = codesSchema.parse({});
  expect({ weighed, cards }).toEqual({ weighed: [{ ...rule, checkDigit: true }], cards: [] });
  expect(separators).toContain('{GS}');
});

test('a rule says where the article stands and where how much of it', () => {
  expect(takes({})).toBe(true);
  expect(takes({ prefix: '2', article: [0, 7] })).toBe(true);
  expect(takes({ article: [8, 4], value: [2, 6], unit: 'kopecks' })).toBe(true);
  expect(takes({ value: [7, 6], unit: 'pieces', checkDigit: false })).toBe(true);
});

test.each([
  ['article and value that overlap', { value: [6, 5] }],
  ['a value that reaches into the check digit', { value: [7, 6] }],
  ['a value beyond the code', { value: [9, 5], checkDigit: false }],
  ['a prefix from outside the shop', { prefix: '46' }],
  ['a unit that nobody knows', { unit: 'kg' }],
  ['a place that is none', { article: [-1, 5] }],
])('%s is an error', (_what, change) => expect(takes(change)).toBe(false));

test('shapes are regular expressions', () => {
  expect(codesSchema.safeParse({ cards: ['77\\d{14}'] }).success).toBe(true);
  expect(codesSchema.safeParse({ cards: ['77('] }).success).toBe(false);
});
