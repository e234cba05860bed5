import type { Clock } from '../../app/sale/ports.ts';

/** Whoever waits longer for a question about devices gets what stands for no answer, ms: a driver may never give one. */
const QUESTION_MS = 10_000;

/** A question to the device host that several may wait for; `again` asks it of the next host when one died over it. */
export class Question<Answer> {
  readonly #clock: Clock;
  readonly #ask: () => void;
  readonly #none: Answer;
  readonly #waiting = new Set<(answer: Answer) => void>();

  /** @param none given to whoever has waited long enough */
  constructor(clock: Clock, ask: () => void, none: Answer) {
    this.#clock = clock;
    this.#ask = ask;
    this.#none = none;
  }

  ask(): Promise<Answer> {
    return new Promise((resolve) => {
      const answered = (answer: Answer): void => {
        cancel();
        this.#waiting.delete(answered);
        resolve(answer);
      };
      const cancel = this.#clock.after(QUESTION_MS, () => answered(this.#none));
      this.#waiting.add(answered);
      this.#ask();
    });
  }

  again(): void {
    if (this.#waiting.size > 0) this.#ask();
  }

  answered(answer: Answer): void {
    for (const answered of [...this.#waiting]) answered(answer);
  }
}
