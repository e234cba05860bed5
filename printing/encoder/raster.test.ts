import { expect, test } from 'vitest';
import { qrLine } from '../codes.ts';
import { printedRaster, qrRaster } from './raster.ts';

const threeOf = (row: readonly number[]) => [row, row, row];
const line = (modules: readonly (readonly boolean[])[], dot: number) =>
  ({ kind: 'qr', text: '', data: '', modules, dot }) as const;

test('a module is a square of dots, the last byte of a row is filled with white', () => {
  const { bytesARow, rows } = qrRaster(
    line(
      [
        [true, false, true],
        [false, true, false],
        [true, true, true],
      ],
      3,
    ),
  );
  expect(bytesARow).toBe(2);
  expect(rows.map((row) => [...row])).toEqual([
    ...threeOf([0b11100011, 0b10000000]),
    ...threeOf([0b00011100, 0b00000000]),
    ...threeOf([0b11111111, 0b10000000]),
  ]);
});

test('a tall picture goes in commands of at most 255 rows', () => {
  const rows = Array.from({ length: 300 }, (_, row) => Uint8Array.of(row & 0xff));
  const bytes = printedRaster({ bytesARow: 1, rows });
  expect(bytes.slice(0, 9)).toEqual([0x1d, 0x76, 0x30, 0, 1, 0, 255, 0, 0]);
  expect(bytes.slice(8 + 255, 8 + 255 + 9)).toEqual([0x1d, 0x76, 0x30, 0, 1, 0, 45, 0, 255]);
  expect(bytes).toHaveLength(300 + 2 * 8);
});

test('no row of a code has a dot by itself, which with its neighbours a printer might take for a command', () => {
  const code = qrLine('https://shop.example/r/0190b1f2-7c3a-7d4e-9f10-1234567890ab', 32);
  if (!code) throw new Error('no code');
  const bytes = qrRaster({ ...code, dot: 2 }).rows.flatMap((row) => [...row]);
  expect(bytes).not.toContain(0x10);
});
