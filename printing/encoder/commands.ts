import type { PrinterTraits } from '../../app/settings/printer-traits.ts';
import type { QrLine } from '../slip-line.ts';

/** Commands of the Epson ESC/POS command reference that neither library sends as we need them. */

const [ESC, FS, GS] = [0x1b, 0x1c, 0x1d];

/** `ESC @` so that nothing an earlier job set is left, then the printer's own table. */
export function opening({ chinese, codeTable }: PrinterTraits): number[] {
  return [ESC, 0x40, ...(chinese ? [FS, 0x2e] : []), ...codeTableSelected(codeTable)];
}

/** `ESC t`. */
export function codeTableSelected(table: number): number[] {
  return [ESC, 0x74, table];
}

/** `GS V` without a feed of its own. */
export function cut(how: PrinterTraits['cut']): number[] {
  if (how === 'none') return [];
  return [GS, 0x56, how === 'full' ? 0 : 1];
}

/** `ESC p`: 100 ms on, 500 ms off, in units of 2 ms. */
export function drawerPulse(pin: 2 | 5): number[] {
  return [ESC, 0x70, pin === 5 ? 1 : 0, 50, 250];
}

/** `ESC a`. */
export const CENTRED = [ESC, 0x61, 1];
export const FLUSH_LEFT = [ESC, 0x61, 0];

/** `GS ( k`: model 2, size, error correction M, the data in UTF-8 into the printer's memory, and printed from there. */
export function qrSymbol({ data, dot }: QrLine): number[] {
  const bytes = new TextEncoder().encode(data);
  return [
    ...qrFunction(0x41, 0x32, 0x00),
    ...qrFunction(0x43, dot),
    ...qrFunction(0x45, 0x31),
    ...qrFunction(0x50, 0x30, ...bytes),
    ...qrFunction(0x51, 0x30),
  ];
}

/** Its parameters begin with their own length, low byte first, and with the kind of symbol, 49 for QR. */
function qrFunction(number: number, ...parameters: readonly number[]): number[] {
  const length = parameters.length + 2;
  return [GS, 0x28, 0x6b, length & 0xff, length >> 8, 0x31, number, ...parameters];
}

/** Code set B for all of it, where a brace begins a command and is doubled to print one. */
export function code128Data(data: string): string {
  return `{B${data.replaceAll('{', '{{')}`;
}
