import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GS, parseElements } from './elements.ts';

const read = (text: string) => {
  const elements = parseElements(text);
  return elements && Object.fromEntries(elements);
};

test('elements of fixed length need no separator, others end with one', () => {
  expect(read(`01046004940002173103001250${'10LOT7'}${GS}17261231`)).toEqual({
    '01': '04600494000217',
    '3103': '001250',
    '10': 'LOT7',
    '17': '261231',
  });
});

test('a separator at the start, at the end or where none is needed counts for nothing', () => {
  expect(read(`${GS}0104600494000217${GS}21ABC${GS}`)).toEqual({ '01': '04600494000217', '21': 'ABC' });
});

test.each([
  ['', 'nothing'],
  ['01046004940002', 'cut off'],
  ['21', 'an empty element'],
  ['AB123', 'no identifier'],
  [`21${'A'.repeat(91)}`, 'too long'],
  ['310', 'half an identifier'],
])('%j does not add up: %s', (text) => expect(parseElements(text)).toBeNull());

test('whatever elements are put together are read again', () => {
  const value = fc.stringMatching(/^[!-~]{1,20}$/);
  const gtin = fc.stringMatching(/^\d{14}$/);
  fc.assert(
    fc.property(gtin, value, value, value, (number, serial, key, check) => {
      expect(read(`01${number}21${serial}${GS}91${key}${GS}92${check}`)).toEqual({
        '01': number,
        '21': serial,
        '91': key,
        '92': check,
      });
    }),
  );
});
