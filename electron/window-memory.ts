import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { INTERFACE_SIZES, type InterfaceSize } from '../app/domain/interface-size.ts';
import { writeWhole } from './whole-file.ts';
import { type WindowPlace, windowPlace } from './window-place.ts';

/** Each part is read by itself, so that an absurd one does not take the other with it. */
const fileSchema = z.object({
  version: z.literal(1),
  place: windowPlace.nullable().catch(null),
  size: z.literal(INTERFACE_SIZES).nullable().catch(null),
});

type Remembered = Omit<z.output<typeof fileSchema>, 'version'>;

/** Where the window stood and how large its interface was made, kept in a file over restarts. */
export class WindowMemory {
  readonly #file: string;
  #remembered: Remembered;

  constructor(file: string) {
    this.#file = file;
    this.#remembered = read(file);
  }

  /** `null` until there was a window. */
  get place(): WindowPlace | null {
    return this.#remembered.place;
  }

  /** `null` while it is as the till is set up. */
  get size(): InterfaceSize | null {
    return this.#remembered.size;
  }

  keep(change: Partial<Remembered>): void {
    this.#remembered = { ...this.#remembered, ...change };
    try {
      writeWhole(this.#file, `${JSON.stringify({ version: 1, ...this.#remembered })}\n`);
    } catch {
      // What the disk does not take costs a person one move of the window.
    }
  }
}

function read(file: string): Remembered {
  try {
    const { place, size } = fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    return { place, size };
  } catch {
    return { place: null, size: null };
  }
}
