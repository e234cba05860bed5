import { fail, type Result } from '../app/domain/result.ts';
import type { SlipDocument } from '../app/domain/slip.ts';
import type { PrintJob, PrintJobs, PrintState } from '../app/journal/print-jobs.ts';
import type { Clock, SlipQueue } from '../app/sale/ports.ts';

/** `not-started`: not a byte reached the printer, so the slip can safely be sent again. */
export type SendFailure = 'not-started' | 'interrupted';

/** Where slips go. */
export type SlipPrinter = {
  /** False when the shop has set up no printer. */
  available(): boolean;
  send(slip: SlipDocument, copy: boolean): Promise<Result<'sent', SendFailure>>;
};

/** How long the queue waits for a printer that cannot be reached: doubling from the first to the longest, ms. */
const AGAIN_MS = { first: 1_000, longest: 30_000 };

/**
 * Takes slips from the journal to the printer, one at a time, oldest first. A slip that did not start is tried again until it
 * goes; one that was interrupted may be half on paper and is left to the cashier, who can print a copy.
 */
export class PrintQueue implements SlipQueue {
  readonly #jobs: PrintJobs;
  readonly #printer: SlipPrinter;
  readonly #clock: Clock;
  readonly #changed: () => void;
  #running = false;
  #againMs = AGAIN_MS.first;
  #cancelAgain: (() => void) | null = null;

  constructor(jobs: PrintJobs, printer: SlipPrinter, clock: Clock, changed: () => void) {
    this.#jobs = jobs;
    this.#printer = printer;
    this.#clock = clock;
    this.#changed = changed;
  }

  wake(): void {
    this.#cancelAgain?.();
    if (!this.#running) void this.#run().catch(() => this.#tryAgainLater());
  }

  print(slip: SlipDocument): void {
    this.#jobs.queue(slip);
    this.wake();
  }

  reprint(receipt: Parameters<SlipQueue['reprint']>[0]): boolean {
    if (!this.#jobs.queueCopy(receipt)) return false;
    this.wake();
    return true;
  }

  async #run(): Promise<void> {
    this.#running = true;
    try {
      for (let job = this.#jobs.next(); job; job = this.#jobs.next()) {
        if (!this.#printer.available()) {
          this.#mark(job.id, 'no-printer');
          continue;
        }
        this.#mark(job.id, 'sending');
        const outcome = await this.#sent(job);
        if (!outcome.ok && outcome.error === 'not-started') {
          this.#mark(job.id, 'queued');
          this.#tryAgainLater();
          return;
        }
        this.#againMs = AGAIN_MS.first;
        this.#mark(job.id, outcome.ok ? 'sent' : 'failed');
      }
    } finally {
      this.#running = false;
    }
  }

  /** A printer that throws has a defect; part of the slip may be on paper. */
  async #sent({ slip, copy }: PrintJob): Promise<Result<'sent', SendFailure>> {
    try {
      return await this.#printer.send(slip, copy);
    } catch {
      return fail('interrupted');
    }
  }

  #mark(id: number, state: PrintState): void {
    this.#jobs.mark(id, state);
    this.#changed();
  }

  #tryAgainLater(): void {
    this.#cancelAgain = this.#clock.after(this.#againMs, () => this.wake());
    this.#againMs = Math.min(this.#againMs * 2, AGAIN_MS.longest);
  }
}
