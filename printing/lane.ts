import type { SlipDocument } from '../app/domain/slip.ts';
import type { EndedState, PrintJob, PrintJobs } from '../app/journal/print-jobs.ts';
import type { Clock, JournalGate } from '../app/sale/ports.ts';
import { interrupted, type PrintEnd } from './transport/job.ts';
import type { Trouble } from './transport/trouble.ts';

/** Who has a slip printed, as the printers see them. */
export type SlipWatch = {
  /** The printer is ready, nothing has left yet, and nothing will unless this gives true. */
  starting(): boolean;
  /** The printer stopped in the middle of the slip for this; `null` when it goes on. */
  holding(trouble: Trouble | null): void;
  readonly givenUp: AbortSignal;
};

/** The till's printers. */
export type SlipPrinters = {
  /** In order of preference; empty when the shop has set up none. */
  readonly ids: readonly string[];
  /** Has a printer made ready for a slip that may come within moments; gives how to call that off. */
  prepare(printer: string): () => void;
  /** Throws for a slip that cannot be printed by any. */
  send(printer: string, slip: SlipDocument, copy: boolean, watch: SlipWatch): Promise<PrintEnd>;
};

export type LaneListeners = {
  /** A slip's printing ended, as `state` says; the trouble is known when it broke off. */
  ended(job: PrintJob, state: EndedState, trouble: Trouble | null): void;
  /** Nothing has left of a slip that began, and it is not for this lane to try again. */
  notLeft(job: PrintJob): void;
  changed(): void;
};

/** How long a lane waits for a printer that is not ready: doubling from the first to the longest, ms. */
const AGAIN_MS = { first: 1_000, longest: 8_000 };

type Running = { readonly job: PrintJob; readonly giveUp: AbortController; started: boolean };
type Held = { readonly job: number; readonly trouble: Trouble };

/**
 * The slips of one printer, one at a time, oldest first. One that did not start waits until the printer is ready; asking again is how
 * that is found out. One that broke off is not sent again.
 */
export class PrinterLane {
  readonly id: string;
  readonly #isFirst: boolean;
  readonly #jobs: PrintJobs;
  readonly #gate: JournalGate;
  readonly #printers: SlipPrinters;
  readonly #clock: Clock;
  readonly #listeners: LaneListeners;
  #running: Running | null = null;
  #isBusy = false;
  #isRetired = false;
  #held: Held | null = null;
  #againMs = AGAIN_MS.first;
  #cancelAgain: (() => void) | null = null;

  /** @param isFirst whether slips for which no printer was chosen come here */
  constructor(
    id: string,
    isFirst: boolean,
    jobs: PrintJobs,
    gate: JournalGate,
    printers: SlipPrinters,
    clock: Clock,
    listeners: LaneListeners,
  ) {
    this.id = id;
    this.#isFirst = isFirst;
    this.#jobs = jobs;
    this.#gate = gate;
    this.#printers = printers;
    this.#clock = clock;
    this.#listeners = listeners;
  }

  /** The slip in front and what keeps it from being printed. */
  get held(): Held | null {
    return this.#held;
  }

  /** False once it is retired and its last slip has ended. */
  get isNeeded(): boolean {
    return !this.#isRetired || this.#running !== null;
  }

  /** Takes no more slips: its printer is none of the till's any more. One that is leaving ends, one that has not begun is let go. */
  retire(): void {
    this.#isRetired = true;
    this.#cancelAgain?.();
    this.#cancelAgain = null;
    if (!this.#running) this.#hold(null);
    else if (!this.#running.started) this.giveUp(this.#running.job.id);
  }

  /** Looks for work, also while it waits for the printer. */
  wake(): void {
    this.#cancelAgain?.();
    this.#cancelAgain = null;
    if (!this.#isBusy) void this.#work().catch(() => this.#tryAgainLater());
  }

  /** A slip may come within moments: the printer is made ready, unless it is known not to be. Gives how to call that off. */
  expect(): () => void {
    return this.#held ? () => {} : this.#printers.prepare(this.id);
  }

  /** Stops printing this slip; true when that was under way. */
  giveUp(job: number): boolean {
    if (this.#held?.job === job) this.#hold(null);
    if (this.#running?.job.id !== job) return false;
    this.#running.giveUp.abort();
    return true;
  }

  async #work(): Promise<void> {
    this.#isBusy = true;
    try {
      for (let job = this.#next(); job; job = this.#next()) {
        const running = { job, giveUp: new AbortController(), started: false };
        this.#running = running;
        const end = await this.#print(running);
        // What came of it has to be stored.
        while (!this.#gate.isFree()) await this.#gate.whenFree();
        this.#running = null;
        if (end.kind === 'not-started' && (running.giveUp.signal.aborted || this.#isRetired)) {
          this.#hold(null);
          // Of one that had not begun, whoever gave it up has already said what becomes of it.
          if (running.started) this.#listeners.notLeft(job);
          continue;
        }
        if (end.kind === 'not-started') {
          // It was stored as leaving, and did not leave: the printer was ready no longer.
          if (running.started) this.#jobs.putBack(job.id);
          this.#hold({ job: job.id, trouble: end.trouble });
          this.#tryAgainLater();
          return;
        }
        this.#againMs = AGAIN_MS.first;
        this.#hold(null);
        this.#listeners.ended(job, stateAfter(end), end.kind === 'interrupted' ? end.trouble : null);
      }
    } finally {
      this.#running = null;
      this.#isBusy = false;
    }
  }

  #next(): PrintJob | null {
    return this.#isRetired ? null : this.#jobs.next(this.id, this.#isFirst);
  }

  async #print(running: Running): Promise<PrintEnd | Unprintable> {
    const { job } = running;
    const givenUp = running.giveUp.signal;
    if (!job.slip) return UNPRINTABLE;
    const watch: SlipWatch = {
      starting: () => {
        running.started = !givenUp.aborted && this.#begin(job);
        this.#listeners.changed();
        return running.started;
      },
      holding: (trouble) => this.#hold(trouble && { job: job.id, trouble }),
      givenUp,
    };
    try {
      return await this.#printers.send(this.id, job.slip, job.copy, watch);
    } catch {
      // A defect: part of the slip may be on paper, or it will not print another time either.
      return running.started ? interrupted('failed') : UNPRINTABLE;
    }
  }

  /** False also where the journal does not take it: then nothing leaves. */
  #begin({ id }: PrintJob): boolean {
    try {
      return this.#jobs.begin(id);
    } catch {
      return false;
    }
  }

  #hold(held: Held | null): void {
    if (this.#held?.job === held?.job && this.#held?.trouble === held?.trouble) return;
    this.#held = held;
    this.#listeners.changed();
  }

  #tryAgainLater(): void {
    this.#cancelAgain?.();
    this.#cancelAgain = this.#clock.after(this.#againMs, () => this.wake());
    this.#againMs = Math.min(this.#againMs * 2, AGAIN_MS.longest);
  }
}

type Unprintable = { readonly kind: 'unprintable' };
const UNPRINTABLE: Unprintable = { kind: 'unprintable' };

function stateAfter(end: Exclude<PrintEnd, { kind: 'not-started' }> | Unprintable): EndedState {
  switch (end.kind) {
    case 'interrupted':
      return 'in-doubt';
    case 'unprintable':
      return 'failed';
    case 'confirmed':
    case 'unconfirmed':
      return end.kind;
  }
}
