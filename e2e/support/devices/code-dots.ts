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

function enlarged(modules: Dots, wide: number, high: number): Dots {
  return modules.flatMap((row) => {
    const dots = row.flatMap((black) => Array<boolean>(wide).fill(black));
    return Array.from({ length: high }, () => dots);
  });
}
