import { encodeQR } from 'qr';
import { code128Bars, ean13Bars } from './bars.ts';
import type { PrintedCode } from './printed-codes.ts';

/** Rows of dots, true for black. */
export type Dots = readonly (readonly boolean[])[];

/** What a printer's head draws for a code, without the signs below a barcode. */
export function dotsOf(code: PrintedCode): Dots {
  switch (code.kind) {
    case 'raster':
      return code.rows.map((row) =>
        row.flatMap((byte) => Array.from({ length: 8 }, (_, bit) => (byte & (0x80 >> bit)) !== 0)),
      );
    case 'qr':
      return enlarged(encodeQR(code.data, 'raw', { ecc: 'medium', border: 4 }), code.dot, code.dot);
    case 'barcode': {
      const bars = code.symbology === 'ean13' ? ean13Bars(code.data) : code128Bars(code.data);
      return enlarged([bars], code.dot, code.height);
    }
  }
}

/** The black dots as a path of SVG, a pixel each; rows that are the same are drawn as one. */
export function pathOf(dots: Dots): string {
  const rows = dots.map((row) => row.map(Number).join(''));
  const tops = rows.flatMap((row, y) => (row === rows[y - 1] ? [] : [y]));
  return tops
    .flatMap((y, place) => {
      const height = (tops[place + 1] ?? dots.length) - y;
      return runs(dots[y] ?? []).map(([from, to]) => `M${from} ${y}H${to}v${height}H${from}z`);
    })
    .join('');
}

/** Where the dots of a row are black: from, and up to but without. */
function runs(row: readonly boolean[]): (readonly [number, number])[] {
  const starts = row.flatMap((black, x) => (black && row[x - 1] !== true ? [x] : []));
  const ends = row.flatMap((black, x) => (black && row[x + 1] !== true ? [x + 1] : []));
  return starts.map((start, place) => [start, ends[place] ?? row.length]);
}

function enlarged(modules: Dots, wide: number, high: number): Dots {
  return modules.flatMap((row) => {
    const dots = row.flatMap((black) => Array<boolean>(wide).fill(black));
    return Array.from({ length: high }, () => dots);
  });
}
