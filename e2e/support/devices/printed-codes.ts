import type { Command } from './escpos-commands.ts';

/** A code or picture that a job has the printer draw. `dot` is the width of a module in dots. */
export type PrintedCode =
  | { readonly kind: 'qr'; readonly data: string; readonly dot: number }
  | {
      readonly kind: 'barcode';
      readonly symbology: 'ean13' | 'code128';
      readonly data: string;
      readonly dot: number;
      /** Dots. */
      readonly height: number;
    }
  /** `rows`: the leftmost dot in the highest bit, 1 for black. */
  | { readonly kind: 'raster'; readonly bytesARow: number; readonly rows: readonly (readonly number[])[] };

const QR = 0x31;
const SYMBOLOGIES: Readonly<Record<number, 'ean13' | 'code128'>> = { 2: 'ean13', 67: 'ean13', 73: 'code128' };

/** The part of a printer that draws codes: commands set up what later ones print. */
export class CodeDrawer {
  #height = 162;
  #barDot = 3;
  #qrDot = 3;
  #qrData = '';

  /** What the command has printed; `null` for one that prints no code. */
  obey({ name, parameters }: Command): PrintedCode | null {
    const [first = 0] = parameters;
    if (name === 'GS h') this.#height = first;
    else if (name === 'GS w') this.#barDot = first;
    else if (name === 'GS (') return this.#twoDimensional(parameters);
    else if (name === 'GS k') return this.#barcode(parameters);
    else if (name === 'GS v') return raster(parameters);
    return null;
  }

  #twoDimensional([letter, , , kind, action, ...data]: readonly number[]): PrintedCode | null {
    if (letter !== 'k'.charCodeAt(0) || kind !== QR) return null;
    if (action === 0x43) this.#qrDot = data[0] ?? 0;
    if (action === 0x50) this.#qrData = new TextDecoder().decode(Uint8Array.from(data.slice(1)));
    return action === 0x51 ? { kind: 'qr', data: this.#qrData, dot: this.#qrDot } : null;
  }

  #barcode([number = 0, ...rest]: readonly number[]): PrintedCode | null {
    const symbology = SYMBOLOGIES[number];
    if (!symbology) return null;
    const bytes = number <= 6 ? rest.slice(0, -1) : rest.slice(1);
    const sent = String.fromCharCode(...bytes);
    const data = symbology === 'code128' ? setB(sent) : sent;
    return { kind: 'barcode', symbology, data, dot: this.#barDot, height: this.#height };
  }
}

/** The data of CODE128 in code set B, where a brace is doubled. */
function setB(sent: string): string {
  return sent.startsWith('{B') ? sent.slice(2).replaceAll('{{', '{') : `not in set B: ${sent}`;
}

function raster([, , low = 0, high = 0, , , ...bits]: readonly number[]): PrintedCode {
  const bytesARow = low + high * 256;
  const rows = Array.from({ length: bits.length / bytesARow }, (_, row) =>
    bits.slice(row * bytesARow, (row + 1) * bytesARow),
  );
  return { kind: 'raster', bytesARow, rows };
}
