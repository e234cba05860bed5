import { z } from 'zod';
import { PAPER_COLUMNS } from '../domain/printing.ts';
import { PRINTER_MODEL_NAMES, PRINTER_MODELS } from './printer-models.ts';

/** What a printer is like: keys of a profile's printer beside those of its connection. All of them may be left out. */
export const printerTraits = {
  /** Gives the traits that are left out. */
  model: z.enum(PRINTER_MODEL_NAMES).exactOptional(),
  /** Characters of the standard font on one line. */
  columns: z.literal(PAPER_COLUMNS).exactOptional(),
  /** Number of the printer's CP866 table for `ESC t`. */
  codeTable: z.int().min(0).max(255).exactOptional(),
  /** Whether `FS .` goes first: printers made for China take Cyrillic for hieroglyphs without it. */
  chinese: z.boolean().exactOptional(),
  cut: z.enum(['partial', 'full', 'none']).exactOptional(),
  /** Lines fed after a slip: from the print head to the knife, or to where the paper is torn off. */
  feedBeforeCut: z.int().min(0).max(20).exactOptional(),
  /** Pin of the plug that opens the cash drawer; `null` without a drawer. */
  drawerPin: z.literal([2, 5]).nullable().exactOptional(),
  /** Who draws a QR code: the printer by its own command, or this program as a picture. */
  qr: z.enum(['native', 'raster']).exactOptional(),
  newline: z.enum(['\n', '\r\n']).exactOptional(),
  /** Which library makes the bytes (docs/adr/0003-escpos.md). */
  encoder: z.enum(['standard', 'escpos']).exactOptional(),
};

type GivenTraits = z.output<z.ZodObject<typeof printerTraits>>;

export type PrinterTraits = Required<Omit<GivenTraits, 'model'>> & Pick<GivenTraits, 'model'>;

/** A network printer for 80 mm paper, as most are. */
export const ORDINARY_PRINTER: PrinterTraits = {
  columns: 48,
  codeTable: 17,
  chinese: true,
  cut: 'partial',
  feedBeforeCut: 4,
  drawerPin: null,
  qr: 'native',
  newline: '\n',
  encoder: 'standard',
};

/** The same printer with every trait: as given, else its model's, else an ordinary printer's. */
export function withTraits<Printer extends GivenTraits>(printer: Printer): Printer & PrinterTraits {
  const model = printer.model && PRINTER_MODELS[printer.model].traits;
  return { ...ORDINARY_PRINTER, ...model, ...printer };
}
