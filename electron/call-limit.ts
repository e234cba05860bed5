/** So many calls may come at once, and so many a second after that: a hundred times what hands and scanners do. */
const BURST = 1_000;
const PER_SECOND = 500;

/** Counts the window's calls: a page gone mad must not keep main from the printer and the scanners. */
export class CallLimit {
  readonly #now: () => number;
  #left = BURST;
  #countedAt: number;

  /** @param now a clock that nobody sets, ms */
  constructor(now: () => number) {
    this.#now = now;
    this.#countedAt = now();
  }

  /** False for a call that is one too many. */
  allows(): boolean {
    const now = this.#now();
    this.#left = Math.min(BURST, this.#left + ((now - this.#countedAt) * PER_SECOND) / 1000);
    this.#countedAt = now;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
