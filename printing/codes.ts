import { encodeQR } from 'qr';
import { isGtin } from '../app/domain/gtin.ts';
import type { BarcodeLine, Columns, QrLine } from './slip-line.ts';
import { centre } from './wrap.ts';

/** Dots across one sign of the standard font (Epson ESC/POS command reference, font A: 12 × 24). */
const DOTS_A_COLUMN = 12;

/** Modules narrower than two dots do not come out sharp on thermal paper, wider ones only waste it. */
const DOTS = { narrowest: 2, widestBar: 3, widestQr: 6 };

/** Light modules around a QR code (ISO/IEC 18004, 9.1). */
const QUIET_ZONE = 4;

/** Start, check and stop of CODE128 and the quiet zones beside them, and each of its signs (ISO/IEC 15417). */
const CODE128_MODULES = { around: 55, sign: 11 };

/** EAN-13 with its quiet zones (GS1 General Specifications, 5.2). */
const EAN13_MODULES = 113;

/**
 * The QR code of a text, in UTF-8, as large as is sensible on this paper; `null` when it holds too much for one. Control
 * characters are dropped: printers obey some of them even inside the data of a code.
 */
export function qrLine(data: string, columns: Columns): QrLine | null {
  const text = data.replace(/\p{Cc}/gu, '');
  const modules = qrModules(text);
  if (!modules) return null;
  const dot = dotFor(modules.length, columns, DOTS.widestQr);
  return dot === null ? null : { kind: 'qr', text: centre('[QR]', columns), data: text, modules, dot };
}

/** A barcode; `null` when it is no data of its symbology or too wide for the paper. */
export function barcodeLine(symbology: BarcodeLine['symbology'], data: string, columns: Columns): BarcodeLine | null {
  const right = symbology === 'ean13' ? data.length === 13 && isGtin(data) : /^[ -~]+$/.test(data);
  if (!right) return null;
  const modules = symbology === 'ean13' ? EAN13_MODULES : CODE128_MODULES.around + CODE128_MODULES.sign * data.length;
  const dot = dotFor(modules, columns, DOTS.widestBar);
  return dot === null ? null : { kind: 'barcode', text: centre(`[${data}]`, columns), symbology, data, dot };
}

function qrModules(text: string): boolean[][] | null {
  try {
    return encodeQR(text, 'raw', { ecc: 'medium', border: QUIET_ZONE });
  } catch {
    return null;
  }
}

function dotFor(modules: number, columns: Columns, widest: number): number | null {
  const dot = Math.min(widest, Math.floor((columns * DOTS_A_COLUMN) / modules));
  return dot < DOTS.narrowest ? null : dot;
}
