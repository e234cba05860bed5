import { scanGrayBuffer } from '@undecaf/zbar-wasm';
import type { Dots } from './code-dots.ts';

/** A code that a scanner found: zbar's name of its symbology, and its data. */
export type ReadCode = { readonly symbology: string; readonly data: string };

/** White paper around the dots: barcodes are drawn without their quiet zones. */
const MARGIN = 40;

/** Reads every code in a picture, as a scanner does. `gray` has a byte a pixel, row by row, 255 for white. */
export async function readCodes(gray: Uint8Array, width: number): Promise<ReadCode[]> {
  const pixels = Uint8Array.from(gray);
  const found = await scanGrayBuffer(pixels.buffer, width, pixels.length / width);
  return found.map((symbol) => ({ symbology: symbol.typeName.replace('ZBAR_', ''), data: symbol.decode() }));
}

/** Reads what a printer's head has drawn. */
export async function readDots(dots: Dots): Promise<ReadCode[]> {
  const width = (dots[0]?.length ?? 0) + 2 * MARGIN;
  const gray = new Uint8Array(width * (dots.length + 2 * MARGIN)).fill(255);
  for (const [y, row] of dots.entries()) {
    for (const [x, black] of row.entries()) if (black) gray[(y + MARGIN) * width + x + MARGIN] = 0;
  }
  return readCodes(gray, width);
}
