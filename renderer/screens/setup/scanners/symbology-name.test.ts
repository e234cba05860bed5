import { expect, test } from 'vitest';
import { symbologyName } from './symbology-name.ts';

test.each([
  ['E0', 'EAN-13, UPC'],
  ['d2', 'GS1 DataMatrix'],
  ['d1', 'Data Matrix'],
  ['C0', 'Code 128'],
  ['e0', 'GS1 DataBar'],
  ['X9', null],
])(']%s', (aim, name) => {
  expect(symbologyName(aim)).toBe(name);
});
