import type { PrinterTraits } from '../../app/settings/printer-traits.ts';
import type { SlipLine } from '../slip-line.ts';
import type { ReceiptEncoder } from './receipt-encoder.ts';
import { standardEncoder } from './standard-encoder.ts';

/** The second library is loaded only where a printer asks for it. */
const ENCODERS: Readonly<Record<PrinterTraits['encoder'], () => Promise<ReceiptEncoder>>> = {
  standard: async () => standardEncoder,
  escpos: async () => (await import('./escpos/escpos-encoder.ts')).escposEncoder,
};

/** The bytes that print the lines on this printer and cut the paper. */
export async function encodeSlip(lines: readonly SlipLine[], printer: PrinterTraits): Promise<Uint8Array<ArrayBuffer>> {
  const encoder = await ENCODERS[printer.encoder]();
  return encoder.slip(lines, printer);
}

/** The bytes that open the cash drawer at this printer; `null` when it has none. */
export async function encodePulse(printer: PrinterTraits): Promise<Uint8Array<ArrayBuffer> | null> {
  if (printer.drawerPin === null) return null;
  const encoder = await ENCODERS[printer.encoder]();
  return encoder.pulse(printer.drawerPin);
}
