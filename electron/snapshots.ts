import type { WebContents } from 'electron';
import type { View } from '../app/contract/view.ts';
import type { Clock } from '../app/sale/ports.ts';
import { pushView } from './ipc.ts';

/** No screen shows more often. */
const FRAME_MS = 16;

/** The snapshots for the window: one for all that changes within one frame, the first at once, so that a single scan waits for nothing. */
export class Snapshots {
  readonly #compose: (revision: number) => View;
  readonly #clock: Clock;
  readonly #shown: () => void;
  #window: WebContents | null = null;
  #revision = 0;
  #cancelPush: (() => void) | null = null;
  #pushedAt = 0;
  #isAsked = false;

  /** @param shown called whenever the page has been given a snapshot */
  constructor(compose: (revision: number) => View, clock: Clock, shown: () => void) {
    this.#compose = compose;
    this.#clock = clock;
    this.#shown = shown;
  }

  /** From now on every change is pushed to this window. */
  open(window: WebContents): void {
    this.#window = window;
  }

  close(): void {
    this.#cancelPush?.();
    this.#window = null;
  }

  /** Something is not what the latest snapshot says. */
  changed(): void {
    if (this.#cancelPush) return;
    // Not the wall clock: it may be set back.
    const sinceLast = performance.now() - this.#pushedAt;
    this.#cancelPush = this.#clock.after(Math.max(0, FRAME_MS - sinceLast), () => this.#push());
  }

  /** Sends what a command changed, and gives the revision that shows it. */
  flush(): number {
    if (this.#cancelPush) this.#push();
    return this.#revision;
  }

  /** What the page asks for when it opens; every later snapshot is pushed. */
  first(): View {
    this.#isAsked = true;
    this.#shown();
    return this.current();
  }

  current(): View {
    return this.#compose(this.#revision);
  }

  #push(): void {
    this.#cancelPush?.();
    this.#cancelPush = null;
    this.#pushedAt = performance.now();
    this.#revision += 1;
    if (this.#window) pushView(this.#window, this.current());
    if (this.#isAsked) this.#shown();
  }
}
