import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ORDINARY_PRINTER, type PrinterTraits } from '../../app/settings/printer-traits.ts';
import { decodeEscPos, type PrintedSlip } from '../../e2e/support/devices/escpos-decoder.ts';
import { anyBlocks, anyColumns } from '../fixtures.ts';
import { layOut } from '../layout.ts';
import type { SlipLine } from '../slip-line.ts';
import { encodeSlip } from './encode.ts';

/** Two libraries that share nothing but the order to print must say the same; golden.test.ts has them print every slip. */

const anyPrinter: fc.Arbitrary<PrinterTraits> = fc
  .record({
    columns: anyColumns,
    codeTable: fc.constantFrom(17, 7, 255),
    chinese: fc.boolean(),
    cut: fc.constantFrom('partial', 'full', 'none'),
    feedBeforeCut: fc.integer({ min: 0, max: 5 }),
    qr: fc.constantFrom('native', 'raster'),
    newline: fc.constantFrom('\n', '\r\n'),
  })
  .map((traits) => ({ ...ORDINARY_PRINTER, ...traits }));

async function printed(lines: readonly SlipLine[], printer: PrinterTraits): Promise<PrintedSlip> {
  return decodeEscPos(await encodeSlip(lines, printer), printer.codeTable);
}

test('whatever the slip and the printer, both encoders print the same', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(anyBlocks, anyPrinter, async (blocks, printer) => {
      const lines = layOut({ blocks }, printer.columns);
      const standard = await printed(lines, { ...printer, encoder: 'standard' });
      const escpos = await printed(lines, { ...printer, encoder: 'escpos' });
      expect(escpos.lines).toEqual(standard.lines);
      expect(escpos.cuts).toEqual(standard.cuts);
      expect([standard.unknown, escpos.unknown]).toEqual([[], []]);
    }),
  );
});
