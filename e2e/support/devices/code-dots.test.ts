import { expect, test } from 'vitest';
import { dotsOf } from './code-dots.ts';
import { readDots } from './read-codes.ts';

test.each([
  ['QRCODE', { kind: 'qr', data: 'https://магазин.рф/r/1?n=2', dot: 3 }],
  ['EAN13', { kind: 'barcode', symbology: 'ean13', data: '4600494000218', dot: 2, height: 60 }],
  ['EAN13', { kind: 'barcode', symbology: 'ean13', data: '9780201379624', dot: 3, height: 60 }],
  ['CODE128', { kind: 'barcode', symbology: 'code128', data: 'BON-1234 {~}', dot: 2, height: 60 }],
] as const)('a scanner reads the drawn %s', async (symbology, code) => {
  expect(await readDots(dotsOf(code))).toEqual([{ symbology, data: code.data }]);
});

test('a wrong check digit is not read', async () => {
  const code = { kind: 'barcode', symbology: 'ean13', data: '4600494000217', dot: 3, height: 60 } as const;
  expect(await readDots(dotsOf(code))).toEqual([]);
});

test('a picture is drawn dot by dot', () => {
  const dots = dotsOf({ kind: 'raster', bytesARow: 1, rows: [[0b10000001], [0b01000000]] });
  expect(dots.map((row) => row.map((black) => (black ? '#' : '.')).join(''))).toEqual(['#......#', '.#......']);
});
