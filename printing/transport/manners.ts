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

  constructor(setting: StatusSetting) {
    this.asks = setting !== 'none';
    this.#answers = setting === 'always' ? true : null;
  }

  /** It answers as a rule: while it does not, something is wrong. */
  get mustAnswer(): boolean {
    return this.#answers === true;
  }

  /** It was asked before and said nothing. */
  get mute(): boolean {
    return this.#answers === false;
  }

  /** False once it answered everything but the fence. */
  get fences(): boolean {
    return this.#fences !== false;
  }

  heard(): void {
    this.#answers = true;
  }

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
