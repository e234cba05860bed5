import type { QrLine } from '../slip-line.ts';

/** A black-and-white picture: `rows` of whole bytes, the leftmost dot in the highest bit, 1 for black. */
export type Raster = { readonly bytesARow: number; readonly rows: readonly Uint8Array[] };

/** Some firmware reads only the low byte of the number of rows and prints the rest as text. */
const MOST_ROWS = 255;

/** A QR code as a picture, quiet zone included, for printers that draw none themselves. */
export function qrRaster({ modules, dot }: QrLine): Raster {
  const bytesARow = Math.ceil((modules.length * dot) / 8);
  const rows = modules.flatMap((row) => {
    const bytes = new Uint8Array(bytesARow);
    for (let place = 0; place < row.length * dot; place++) {
      if (row[Math.floor(place / dot)]) bytes[place >> 3] = (bytes[place >> 3] ?? 0) | (0x80 >> (place & 7));
    }
    return Array.from({ length: dot }, () => bytes);
  });
  return { bytesARow, rows };
}

/** `GS v 0`, one command for at most 255 rows; they join without a seam. */
export function printedRaster({ bytesARow, rows }: Raster): number[] {
  const bytes: number[] = [];
  for (let from = 0; from < rows.length; from += MOST_ROWS) {
    const some = rows.slice(from, from + MOST_ROWS);
    bytes.push(0x1d, 0x76, 0x30, 0, bytesARow & 0xff, bytesARow >> 8, some.length, 0);
    for (const row of some) bytes.push(...row);
  }
  return bytes;
}
