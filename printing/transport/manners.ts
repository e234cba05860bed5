/**
 * Whether a printer is asked for its status. `auto`: asked, and one that never answers is printed on all the same. `always`: one that
 * does not answer is not there. `none`: not asked.
 */
export type StatusSetting = 'auto' | 'always' | 'none';

/** What was learnt of a printer by printing on it, so that no slip waits again for an answer that never comes. */
export class Manners {
  /** It is asked at all. */
  readonly asks: boolean;
  #answers: boolean | null;
  #fences: boolean | null = null;
  #tells: boolean | null;
  #leaving: Promise<void> | null = null;

  /** @param tells what was learnt of it before */
  constructor(setting: StatusSetting, tells: boolean | null = null) {
    this.asks = setting !== 'none';
    this.#answers = setting === 'always' ? true : null;
    this.#tells = tells;
  }

  /**
   * Whether it ever told anything: answered, or hung up behind a slip. False for a one-way printer, which took a slip and did neither;
   * `null` while nobody knows.
   */
  get tells(): boolean | null {
    return this.#tells;
  }

  /** The connection of a one-way printer, which it was left to close, or nobody: till then no other is opened. */
  get leaving(): Promise<void> | null {
    return this.#leaving;
  }

  /** It answers as a rule: while it does not, something is wrong. */
  get mustAnswer(): boolean {
    return this.#answers === true;
  }

  /** It was asked before and did not tell. */
  get mute(): boolean {
    return this.#answers === false;
  }

  /** It answers the fence as a rule: while it does not, a slip may be lost. */
  get mustFence(): boolean {
    return this.#fences === true;
  }

  /** False once it answered everything but the fence. */
  get fences(): boolean {
    return this.#fences !== false;
  }

  /** It said something: it is no one-way printer. */
  heard(): void {
    this.#tells = true;
  }

  /** It told all that it was asked. */
  answered(): void {
    this.#answers = true;
  }

  hungUp(): void {
    this.#tells = true;
  }

  keptOpen(): void {
    this.#tells ??= false;
  }

  leave(closed: Promise<void>): void {
    this.#leaving = closed.finally(() => {
      this.#leaving = null;
    });
  }

  /** What it was asked it did not tell, or only a part of it: many a printer knows only some parts of the status. */
  silent(): void {
    this.#answers ??= false;
  }

  fenced(): void {
    this.#fences = true;
  }

  noFence(): void {
    this.#fences ??= false;
  }
}
