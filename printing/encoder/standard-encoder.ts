import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';
import type { PrinterTraits } from '../../app/settings/printer-traits.ts';
import { toCp866 } from '../cp866.ts';
import type { BarcodeLine, QrLine, SlipLine, TextLine } from '../slip-line.ts';
import { toPrintable } from '../text-rule.ts';
import { CENTRED, code128Data, codeTableSelected, cut, FLUSH_LEFT, opening, qrSymbol } from './commands.ts';
import { printedRaster, qrRaster } from './raster.ts';
import { BARCODE_HEIGHT, type ReceiptEncoder } from './receipt-encoder.ts';

/** The library's names for a module two or three dots wide. */
const BAR_WIDTHS: Readonly<Record<number, number>> = { 2: 1, 3: 2 };

const OPTIONS = { language: 'esc-pos', newline: '\n', feedAfterBlock: false, errors: 'strict' } as const;

/** By @point-of-sale/receipt-printer-encoder. */
export const standardEncoder: ReceiptEncoder = {
  slip(lines, printer) {
    const encoder = new ReceiptPrinterEncoder(OPTIONS).raw(opening(printer));
    for (const line of lines) add(encoder, line, printer);
    for (let fed = 0; fed < printer.feedBeforeCut; fed++) endLine(encoder, printer);
    return Uint8Array.from(encoder.raw(cut(printer.cut)).encode());
  },
  pulse: (pin) => Uint8Array.from(new ReceiptPrinterEncoder(OPTIONS).pulse(pin === 5 ? 1 : 0).encode()),
};

function add(encoder: ReceiptPrinterEncoder, line: SlipLine, printer: PrinterTraits): void {
  if (line.kind === 'text') addText(encoder, line, printer);
  else if (line.kind === 'qr') addQr(encoder, line, printer);
  else addBarcode(encoder, line);
}

/** The signs go as bytes of ours: the library copies its whole table for every text, 40 µs each. */
function addText(encoder: ReceiptPrinterEncoder, line: TextLine, printer: PrinterTraits): void {
  const { text, bold, large, table } = line;
  if (table !== null) encoder.raw(codeTableSelected(table));
  encoder
    .bold(bold)
    .size(large ? 2 : 1)
    .raw(toCp866(toPrintable(text)));
  endLine(encoder, printer);
  if (table !== null) encoder.raw(codeTableSelected(printer.codeTable));
}

function addQr(encoder: ReceiptPrinterEncoder, line: QrLine, printer: PrinterTraits): void {
  const symbol = printer.qr === 'native' ? qrSymbol(line) : printedRaster(qrRaster(line));
  encoder.raw(CENTRED).raw(symbol).raw(FLUSH_LEFT);
}

function addBarcode(encoder: ReceiptPrinterEncoder, { symbology, data, dot }: BarcodeLine): void {
  const width = BAR_WIDTHS[dot] ?? 1;
  encoder
    .raw(CENTRED)
    .barcode(symbology === 'code128' ? code128Data(data) : data, symbology, {
      width,
      height: BARCODE_HEIGHT,
      text: 'below',
    })
    .raw(FLUSH_LEFT);
}

function endLine(encoder: ReceiptPrinterEncoder, { newline }: PrinterTraits): void {
  if (newline === '\r\n') encoder.raw([0x0d]);
  encoder.newline();
}
