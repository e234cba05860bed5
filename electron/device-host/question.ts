/** A question to the device host that several may wait for; `again` asks it of the next host when one died over it. */
export class Question<Answer> {
  readonly #ask: () => void;
  readonly #waiting: ((answer: Answer) => void)[] = [];

  constructor(ask: () => void) {
    this.#ask = ask;
  }

  ask(): Promise<Answer> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#ask();
    });
  }

  again(): void {
    if (this.#waiting.length > 0) this.#ask();
  }

  answered(answer: Answer): void {
    for (const resolve of this.#waiting.splice(0)) resolve(answer);
  }
}
