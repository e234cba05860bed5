import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';
import type { PrinterSettings } from '../app/settings/printers.ts';
import type { SlipLine } from './layout.ts';
import { toPrintable } from './text-rule.ts';

/** Lines fed before the cut, from the print head to the knife. */
const FEED_BEFORE_CUT = 4;

/**
 * The bytes that print the lines and cut the paper (ESC/POS). They begin with `ESC @`, so that nothing an earlier job set
 * is left, and select the printer's CP866 table by its number. No text becomes a command: the text rule holds here once
 * more, whoever made the lines.
 */
export function encodeSlip(
  lines: readonly SlipLine[],
  printer: Pick<PrinterSettings, 'columns' | 'codeTable'>,
): Uint8Array<ArrayBuffer> {
  const encoder = new ReceiptPrinterEncoder({
    language: 'esc-pos',
    columns: printer.columns,
    codepageMapping: { cp866: printer.codeTable },
    newline: '\n',
    feedBeforeCut: FEED_BEFORE_CUT,
  });
  encoder.initialize().codepage('cp866');
  for (const { text, bold } of lines) encoder.bold(bold).line(toPrintable(text));
  return Uint8Array.from(encoder.bold(false).cut('partial').encode());
}
