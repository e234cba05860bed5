import Image from 'escpos/image.js';
import { ORDINARY_PRINTER, type PrinterTraits } from '../../../app/settings/printer-traits.ts';
import type { BarcodeLine, QrLine, SlipLine, TextLine } from '../../slip-line.ts';
import { codeTableSelected, cut } from '../commands.ts';
import { BARCODE_HEIGHT, type ReceiptEncoder } from '../receipt-encoder.ts';
import { FencedPrinter } from './fenced-printer.ts';

/** By escpos 2.5.2, for a shop that insists on it, and to check the standard encoder against. */
export const escposEncoder: ReceiptEncoder = {
  slip(lines, printer) {
    const paper = new FencedPrinter(printer).init();
    for (const line of lines) add(paper, line, printer);
    return paper.feed(printer.feedBeforeCut).print(cut(printer.cut)).bytes();
  },
  pulse: (pin) => new FencedPrinter(ORDINARY_PRINTER).cashdraw(pin).bytes(),
};

function add(paper: FencedPrinter, line: SlipLine, printer: PrinterTraits): void {
  if (line.kind === 'text') addText(paper, line, printer);
  else if (line.kind === 'qr') addQr(paper, line, printer);
  else addBarcode(paper, line);
}

/** The size first: its command switches bold off as well. */
function addText(paper: FencedPrinter, { text, bold, large, table }: TextLine, printer: PrinterTraits): void {
  const scale = large ? 2 : 1;
  if (table !== null) paper.print(codeTableSelected(table));
  paper.size(scale, scale).bold(bold).text(text);
  if (table !== null) paper.print(codeTableSelected(printer.codeTable));
}

function addQr(paper: FencedPrinter, line: QrLine, printer: PrinterTraits): void {
  paper.align('ct');
  if (printer.qr === 'native') paper.qrcode(line);
  else paper.raster(picture(line), 'normal');
  paper.align('lt');
}

/** The library reckons the check digit of EAN-13 itself, and names a module of two dots 1, one of three dots 2. */
function addBarcode(paper: FencedPrinter, { symbology, data, dot }: BarcodeLine): void {
  paper.align('ct');
  if (symbology === 'code128') paper.code128(data, { width: dot, height: BARCODE_HEIGHT });
  else paper.barcode(data.slice(0, 12), 'EAN13', { width: dot - 1, height: BARCODE_HEIGHT, position: 'blw' });
  paper.align('lt');
}

function picture({ modules, dot }: QrLine): Image {
  const side = modules.length * dot;
  const data = new Uint8Array(side * side * 4);
  for (let place = 0; place < side * side; place++) {
    const black = modules[Math.floor(place / side / dot)]?.[Math.floor((place % side) / dot)] === true;
    data.fill(black ? 0 : 255, place * 4, place * 4 + 3);
    data[place * 4 + 3] = 255;
  }
  return new Image({ shape: [side, side, 4], data });
}
