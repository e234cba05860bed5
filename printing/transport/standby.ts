import { type Greeted, STREAM_TIMES } from './stream-job.ts';

/**
 * How long a printer is kept ready for a slip that may never come, ms: so long others that share it are kept waiting at most, and so old
 * what it said of itself may be.
 */
const STANDBY_MS = 2_000;

/** A printer made ready ahead of its slip: connected, and asked how it is. It is handed over once, or else closed unused. */
export class Standby {
  readonly #tell: (isReady: boolean) => void;
  readonly #givenUp = new AbortController();
  readonly #deadline: NodeJS.Timeout;
  readonly #greeted: Promise<Greeted | null>;
  #settle: () => void = () => {};
  #isOver = false;
  /** Settles when it is handed over, or closed: till then nobody else may open the printer. */
  readonly over: Promise<void>;

  /**
   * @param greet connects the printer and asks it how it is; `null` when it is not ready
   * @param tell called with true when the printer is ready, and with false when it is not or no longer
   */
  constructor(
    greet: (givenUp: AbortSignal) => Promise<Greeted | null>,
    tell: (isReady: boolean) => void,
    keptMs = STANDBY_MS,
  ) {
    this.#tell = tell;
    this.over = new Promise((resolve) => {
      this.#settle = resolve;
    });
    this.#deadline = setTimeout(() => void this.release(), keptMs);
    this.#greeted = greet(this.#givenUp.signal).then(
      (greeted) => this.#met(greeted),
      // A defect in a driver; the slip itself will meet it again.
      () => this.#met(null),
    );
  }

  /** Hands it over; `null` when the printer is not ready, so that it has to be asked anew. */
  async take(): Promise<Greeted | null> {
    if (this.#isOver) return this.over.then(() => null);
    this.#end();
    const greeted = await this.#greeted;
    this.#settle();
    return greeted;
  }

  /** Closes it unused. */
  async release(): Promise<void> {
    if (this.#isOver) return;
    this.#end();
    this.#tell(false);
    this.#givenUp.abort();
    const greeted = await this.#greeted;
    // Of one that did not answer nobody knows whether it has even read the question.
    if (greeted?.answers) await greeted.channel.close(STREAM_TIMES.closeMs);
    await greeted?.channel.abort();
    this.#settle();
  }

  #met(greeted: Greeted | null): Greeted | null {
    if (!greeted) {
      void this.release();
      return null;
    }
    if (!this.#isOver) this.#tell(true);
    // It may hang up while nobody has anything for it.
    void greeted.dialogue.gone.then(() => this.release());
    return greeted;
  }

  #end(): void {
    this.#isOver = true;
    clearTimeout(this.#deadline);
  }
}
