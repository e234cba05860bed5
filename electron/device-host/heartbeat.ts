import type { Clock } from '../../app/sale/ports.ts';

/** How often a host is asked for a sign of life, ms. */
export const BEAT_MS = 1_000;

/** So many questions in a row may go without an answer: at the start, when the host still loads its drivers, and later on. */
const MOST_UNANSWERED = { starting: 30, working: 5 };

/**
 * Notices a process that lives and does nothing: stopped, or stuck in a driver. Questions are counted, not time, so that neither
 * a main process that was busy itself nor a computer that slept is held against it.
 */
export class Heartbeat {
  readonly #clock: Clock;
  readonly #ask: () => void;
  readonly #hung: () => void;
  #unanswered = 0;
  #most = MOST_UNANSWERED.starting;
  #cancel: () => void = () => {};

  /** @param hung called once, and then it beats no more */
  constructor(clock: Clock, ask: () => void, hung: () => void) {
    this.#clock = clock;
    this.#ask = ask;
    this.#hung = hung;
  }

  start(): void {
    this.#cancel = this.#clock.after(BEAT_MS, () => this.#beat());
  }

  /** Something came from the process. */
  heard(): void {
    this.#unanswered = 0;
    this.#most = MOST_UNANSWERED.working;
  }

  stop(): void {
    this.#cancel();
  }

  #beat(): void {
    if (this.#unanswered >= this.#most) {
      this.#hung();
      return;
    }
    this.#unanswered += 1;
    this.start();
    this.#ask();
  }
}
