import { closeSync, openSync, readFileSync } from 'node:fs';
import { storageFaultOf } from '../app/domain/storage-fault.ts';
import type { Clock } from '../app/sale/ports.ts';

/** Kept back for the day when there are none: enough for a request, a log line, a sound and a printer at once. */
const RESERVE = 40;
/** No more than this part of all is kept back: a program that starts with few needs them at once. */
const SHARE = 1 / 16;
const LOOK_MS = 1_000;
/** So many looks without want, and what was given away is kept back again. */
const CALM_LOOKS = 10;

type Told = {
  /** The program has no descriptor left but for what was kept back. */
  out(): void;
  /** There are enough again. */
  enough(): void;
};

/**
 * Looks whether the program can still open a file (getrlimit(2), RLIMIT_NOFILE). Out of descriptors nothing can be sent, printed or
 * logged, and Chromium ends the program when it needs one; so some are kept back, and given away when there are no others. On Windows there
 * is no such limit.
 */
export class Descriptors {
  readonly #clock: Clock;
  readonly #told: Told;
  readonly #open: () => number;
  readonly #close: (descriptor: number) => void;
  readonly #kept: number;
  readonly #reserve: number[] = [];
  #isOut = false;
  #calm = 0;
  #cancel = (): void => {};

  constructor(
    clock: Clock,
    told: Told,
    open: () => number = () => openSync('/dev/null', 'r'),
    close: (descriptor: number) => void = closeSync,
    limit: number = limitOfSystem(),
  ) {
    this.#clock = clock;
    this.#told = told;
    this.#open = open;
    this.#close = close;
    this.#kept = Math.min(RESERVE, Math.floor(limit * SHARE));
  }

  start(): void {
    this.#keepBack();
    const again = (): void => {
      this.#look();
      this.#cancel = this.#clock.after(LOOK_MS, again);
    };
    again();
  }

  stop(): void {
    this.#cancel();
    this.#giveAway();
  }

  #look(): void {
    const one = this.#one();
    if (one === null) {
      this.#calm = 0;
      this.#giveAway();
      if (!this.#isOut) this.#told.out();
      this.#isOut = true;
      return;
    }
    this.#close(one);
    this.#calm += 1;
    if (!this.#isOut || this.#calm < CALM_LOOKS) return;
    this.#calm = 0;
    this.#keepBack();
    if (this.#reserve.length < this.#kept) {
      this.#giveAway();
      return;
    }
    this.#isOut = false;
    this.#told.enough();
  }

  #keepBack(): void {
    while (this.#reserve.length < this.#kept) {
      const one = this.#one();
      if (one === null) return;
      this.#reserve.push(one);
    }
  }

  #giveAway(): void {
    for (const one of this.#reserve.splice(0)) this.#close(one);
  }

  /** `null` when there is none to be had. */
  #one(): number | null {
    try {
      return this.#open();
    } catch (error) {
      if (storageFaultOf(error) === 'no-files') return null;
      throw error;
    }
  }
}

/** Of fewer Chromium's own processes do not come about, and the window stays empty. */
export const FEWEST_DESCRIPTORS = 128;

/** How many this process may have; where the system does not say, enough. */
export function limitOfSystem(): number {
  try {
    const soft = /^Max open files +(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8'))?.[1];
    return Number(soft ?? Number.POSITIVE_INFINITY);
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
