import { fail, type Result } from '../../app/domain/result.ts';
import type { Channel } from './channel.ts';
import {
  FENCE,
  type PrinterStatus,
  replyReader,
  type StatusPart,
  saysError,
  statusAtFence,
  statusOf,
  statusRequest,
} from './status.ts';
import type { Trouble } from './trouble.ts';

/** Of parts 1, 2 and 4 of the status: the printer itself, why it is offline, the paper. */
const ASKED = [1, 2, 4] as const satisfies StatusPart[];

/** A status request is a few bytes: a channel that takes longer for them does not move, ms. */
const REQUEST_MS = 1_000;

/**
 * What is asked of a printer and answered by it over one channel, and whether the connection still stands. One question at a
 * time.
 */
export class Dialogue {
  readonly #channel: Channel;
  /** Replies that came for the question that is open. */
  #replies: number[] = [];
  #fence: PrinterStatus | null = null;
  #lost: Trouble | null = null;
  /** It answered something since the channel was opened. */
  #talks = false;
  #news: () => void = () => {};
  #cut: (trouble: Trouble) => void = () => {};
  /** Fails as soon as the connection is gone; until then it is open. */
  readonly gone: Promise<Result<never, Trouble>>;

  constructor(channel: Channel) {
    this.#channel = channel;
    this.gone = new Promise((resolve) => {
      this.#cut = (trouble) => resolve(fail(trouble));
    });
    const heard = replyReader({
      status: (reply) => {
        this.#talks = true;
        this.#replies.push(reply);
        this.#news();
      },
      fence: (reply) => {
        this.#fence = statusAtFence(reply);
        this.#news();
      },
    });
    channel.listen({ heard, lost: (trouble) => this.cut(trouble) });
  }

  /** Ends it: nothing more is asked or waited for. */
  cut(trouble: Trouble): void {
    this.#lost ??= trouble;
    this.#cut(trouble);
    this.#news();
  }

  /** Why the connection is gone; `null` while it stands. */
  get lost(): Trouble | null {
    return this.#lost;
  }

  get talks(): boolean {
    return this.#talks;
  }

  /** The reply to the fence, once it came. */
  get fence(): PrinterStatus | null {
    return this.#fence;
  }

  /** Asks for the status; `null` when the answer is not there within `withinMs`. */
  async status(withinMs: number): Promise<PrinterStatus | null> {
    const replies = await this.#ask(ASKED, withinMs);
    const [printer, offlineCause, paper] = replies ?? [];
    if (printer === undefined || offlineCause === undefined || paper === undefined) return null;
    const [errorCause = null] = saysError(offlineCause) ? ((await this.#ask([3], withinMs)) ?? []) : [];
    return statusOf(printer, offlineCause, paper, errorCause);
  }

  /** Sets the fence behind all that was sent; its reply comes when the printer has done all of it. */
  async setFence(): Promise<void> {
    this.#fence = null;
    await this.#channel.send(FENCE, REQUEST_MS);
  }

  /** Settles after `ms`, or as soon as `done` holds or the connection is gone. */
  async until(done: () => boolean, ms: number): Promise<void> {
    if (done() || this.#lost !== null) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#news = () => {
        if (!done() && this.#lost === null) return;
        clearTimeout(timer);
        resolve();
      };
    });
    this.#news = () => {};
  }

  async #ask(parts: readonly StatusPart[], withinMs: number): Promise<readonly number[] | null> {
    this.#replies = [];
    const asked = await this.#channel.send(statusRequest(parts), Math.min(REQUEST_MS, withinMs));
    if (!asked.ok) return null;
    await this.until(() => this.#replies.length >= parts.length, withinMs);
    return this.#replies.length < parts.length ? null : this.#replies;
  }
}
