import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { type PrinterSettings, printerSchema } from '../../app/settings/printers.ts';
import { writeWhole } from '../whole-file.ts';

const known = z.object({ printer: printerSchema, tells: z.boolean() });
const fileSchema = z.object({ version: z.literal(1), printers: z.array(known) });

type Known = z.output<typeof known>;

/** More than a till ever has: printers that were only tried out are forgotten. */
const MOST = 10;

/**
 * What slips have taught of printers, kept in a file over restarts: whether one ever tells anything. A printer with other settings was set
 * up anew, and is another.
 */
export class KnownPrinters {
  readonly #file: string;
  #printers: readonly Known[];

  constructor(file: string) {
    this.#file = file;
    this.#printers = read(file);
  }

  /** `null` while nobody knows. */
  tells(printer: PrinterSettings): boolean | null {
    return this.#printers.find((one) => isDeepStrictEqual(one.printer, printer))?.tells ?? null;
  }

  learn(printer: PrinterSettings, tells: boolean): void {
    const others = this.#printers.filter((one) => !isDeepStrictEqual(one.printer, printer));
    this.#printers = [...others, { printer, tells }].slice(-MOST);
    try {
      writeWhole(this.#file, `${JSON.stringify({ version: 1, printers: this.#printers })}\n`);
    } catch {
      // What the disk does not take is learnt again after the next start.
    }
  }
}

function read(file: string): readonly Known[] {
  try {
    return fileSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).printers;
  } catch {
    return [];
  }
}
