import { type Problem, problem } from '../domain/problem.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { Clock } from './ports.ts';

/** An SMS that went out. `to`: whom and what for; `times`: how often; `againAt`: epoch ms from when another may go. */
export type SentSms = { readonly to: string; readonly times: number; readonly againAt: number };

/** Keeps an impatient press from sending one SMS after the other to the same person. */
export class SmsPause {
  readonly #clock: Clock;
  readonly #pauseMs: number;
  /** When the last one went, on the clock that nobody sets. */
  readonly #sent = new Map<string, { readonly at: number; readonly times: number }>();

  constructor(clock: Clock, pauseMs: number) {
    this.#clock = clock;
    this.#pauseMs = pauseMs;
  }

  /** Fails with the seconds that are left as long as the last one may still be on its way. */
  allows(to: string): Result<undefined, Problem> {
    const last = this.#sent.get(to);
    const left = last ? last.at + this.#pauseMs - this.#clock.elapsed() : 0;
    return left > 0 ? fail(problem('sms-too-soon', { seconds: Math.ceil(left / 1000) })) : ok(undefined);
  }

  /** One went out just now. */
  sent(to: string): SentSms {
    const times = (this.#sent.get(to)?.times ?? 0) + 1;
    this.#sent.set(to, { at: this.#clock.elapsed(), times });
    return { to, times, againAt: this.#clock.now() + this.#pauseMs };
  }

  /** What was sent is of no use any more: the next may go at once. */
  useless(to: string): void {
    const last = this.#sent.get(to);
    if (last) this.#sent.set(to, { ...last, at: Number.NEGATIVE_INFINITY });
  }
}
