import fc from 'fast-check';
import { expect, test } from 'vitest';
import { barcodeLine, qrLine } from './codes.ts';
import type { Columns } from './slip-line.ts';

test('a QR code is as large as the paper allows, but no larger than is sensible', () => {
  const [short, long] = ['x', 'x'.repeat(500)].map((data) => qrLine(data, 32));
  expect(short).toMatchObject({ kind: 'qr', data: 'x', dot: 6, text: '              [QR]' });
  expect(short?.modules).toHaveLength(21 + 8);
  expect(long?.dot).toBe(4);
  expect(qrLine('x'.repeat(500), 48)?.dot).toBe(6);
});

test('too much for a QR code is none', () => {
  expect(qrLine('x'.repeat(2_332), 48)).toBeNull();
});

test('the data of a QR code hold no control characters', () => {
  expect(qrLine('a\x10\x14\x01\x00\x05b\x1bp\x7f\u0085', 48)?.data).toBe('abp');
});

test('CODE128 becomes narrower, then none, as it grows', () => {
  expect(barcodeLine('code128', 'BON-1234', 48)).toMatchObject({ data: 'BON-1234', dot: 3 });
  expect(barcodeLine('code128', 'BON-1234', 32)).toMatchObject({ dot: 2 });
  expect(barcodeLine('code128', '1'.repeat(12), 32)).toMatchObject({ dot: 2 });
  expect(barcodeLine('code128', '1'.repeat(13), 32)).toBeNull();
});

test.each(['', 'Чек 12', 'a\x1bb', 'a\x7f'])('%j is no data of CODE128', (data) => {
  expect(barcodeLine('code128', data, 48)).toBeNull();
});

test('EAN-13 wants its check digit', () => {
  expect(barcodeLine('ean13', '4600494000218', 32)).toMatchObject({ dot: 3 });
  for (const data of ['4600494000217', '46004940', '460049400021', '14600494000218', 'x']) {
    expect(barcodeLine('ean13', data, 48)).toBeNull();
  }
});

test('no code is wider than the paper', () => {
  const columns = fc.constantFrom<Columns>(32, 35, 42, 44, 48);
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), columns, (data, width) => {
      const code = qrLine(data, width);
      expect((code?.modules.length ?? 0) * (code?.dot ?? 0)).toBeLessThanOrEqual(width * 12);
    }),
    { numRuns: 50 },
  );
});
