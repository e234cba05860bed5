import { expect, test } from 'vitest';
import { fail, ok } from '../../../../app/domain/result.ts';
import { testReceipt } from '../../../fixture.ts';
import { formatFor } from '../../../format.ts';
import { LANGUAGES } from '../../../text/language.ts';
import { everything, readLines, readReturned } from './returned-lines.ts';

const { lines } = testReceipt();
const [pieces, weighed, gone] = lines;
if (!pieces || !weighed || !gone) throw new Error('the receipt has three lines');

test.each(LANGUAGES)('everything that can be given back is typed in %s and read again', (language) => {
  const typed = everything(lines, formatFor(language));
  expect(Object.keys(typed)).toEqual(['1', '2']);
  expect(readLines(lines, typed)).toEqual([
    { index: 1, quantity: 2000 },
    { index: 2, quantity: 1250 },
  ]);
});

test('pieces are given back whole, goods by weight to the gram', () => {
  expect(readReturned('1', pieces)).toEqual(ok(1000));
  expect(readReturned('0,5', pieces)).toEqual(fail('whole-only'));
  expect(readReturned('0,125', weighed)).toEqual(ok(125));
});

test('no more comes back than is left', () => {
  expect(readReturned('2', pieces)).toEqual(ok(2000));
  expect(readReturned('3', pieces)).toEqual(fail('too-much'));
  expect(readReturned('1,251', weighed)).toEqual(fail('too-much'));
  expect(readReturned('1', gone)).toEqual(fail('too-much'));
});

test('a quantity that cannot be read is refused, not mended', () => {
  expect(readReturned('-1', pieces)).toEqual(fail('negative'));
  expect(readReturned('1e3', pieces)).toEqual(fail('no-number'));
  expect(readReturned('0,0001', weighed)).toEqual(fail('too-precise'));
  expect(readReturned('999999', weighed)).toEqual(fail('too-much'));
});

test.each(['', ' ', '0', '0,000', '0.'])('%j gives nothing back', (text) => {
  expect(readReturned(text, weighed)).toEqual(ok(null));
});

test('a line without a quantity is left out, one that cannot be read keeps all from being sent', () => {
  expect(readLines(lines, { 2: '1' })).toEqual([{ index: 2, quantity: 1000 }]);
  expect(readLines(lines, {})).toEqual([]);
  expect(readLines(lines, { 1: '1', 2: '1,2,3' })).toBeNull();
});
