import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { type GoodsRun, goodsRun } from '../app/contract/goods.ts';
import type { GoodsMemory } from './goods-export.ts';

const fileSchema = z.object({ version: z.literal(1), last: goodsRun, succeededAt: z.int().nullable() });

type Kept = Pick<GoodsMemory, 'last' | 'succeededAt'>;

/** What came of sending the goods, in a file of the data folder. A file that cannot be read tells nothing. */
export class GoodsRuns implements GoodsMemory {
  readonly #file: string;
  #kept: Kept;

  constructor(file: string) {
    this.#file = file;
    this.#kept = read(file);
  }

  get last(): GoodsRun | null {
    return this.#kept.last;
  }

  get succeededAt(): number | null {
    return this.#kept.succeededAt;
  }

  keep(last: GoodsRun, succeededAt: number | null): void {
    this.#kept = { last, succeededAt };
    try {
      writeFileSync(`${this.#file}.new`, `${JSON.stringify({ version: 1, last, succeededAt })}\n`, { flush: true });
      renameSync(`${this.#file}.new`, this.#file);
    } catch {
      // What the disk does not take is sent once more after the next start.
    }
  }
}

function read(file: string): Kept {
  try {
    return fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { last: null, succeededAt: null };
  }
}
