import type { Clock } from '../ports.ts';
import type { OutboxEntry } from './entry.ts';

type Known = Pick<OutboxEntry, 'id' | 'at'>;

/** How long entries have been waiting, while somebody may set the clock. */
export class Acquaintance {
  readonly #clock: Clock;
  /** When this run of the program first saw an entry, by `elapsed`, and how old it was then by the time of day, ms. */
  readonly #begun = new Map<number, { readonly elapsed: number; readonly age: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /**
   * `knownMs`: how long this run knows the entry. `ageMs`: how long ago it was made, where an earlier run made it by the time of
   * day; one «of the future» is taken for one that was made just when this run first saw it.
   */
  with({ id, at }: Known): { readonly knownMs: number; readonly ageMs: number } {
    const now = this.#clock.elapsed();
    const begun = this.#begun.get(id) ?? { elapsed: now, age: Math.max(0, this.#clock.now() - at) };
    this.#begun.set(id, begun);
    const knownMs = now - begun.elapsed;
    return { knownMs, ageMs: begun.age + knownMs };
  }

  /** The entry is gone. */
  end(id: number): void {
    this.#begun.delete(id);
  }
}
