import type { SlipKind } from '../app/domain/printing.ts';
import { type Problem, problem } from '../app/domain/problem.ts';
import { fail, ok, type Result } from '../app/domain/result.ts';
import type { SlipDocument } from '../app/domain/slip.ts';
import type { EndedState, PrintJob, PrintJobInfo, PrintJobs } from '../app/journal/print-jobs.ts';
import type { Clock, JournalGate, SlipQueue } from '../app/sale/ports.ts';
import { PrinterLane, type SlipPrinters } from './lane.ts';
import type { Trouble } from './transport/trouble.ts';

/** The one slip that a person has to see to. */
export type PrintAttention = {
  readonly job: PrintJobInfo;
  /** `waiting` goes on by itself once the trouble is over; `in-doubt` does not. */
  readonly state: 'waiting' | 'in-doubt';
  readonly trouble: Trouble | null;
  /** Where else it could be printed. */
  readonly others: readonly string[];
};

type Done = Result<undefined, Problem>;
type Decision = { readonly kind: 'elsewhere'; readonly printer: string | null } | { readonly kind: 'cancel' };

const DONE: Done = ok(undefined);
const NOT_WAITING: Done = fail(problem('slip-not-waiting'));

/**
 * Takes slips from the journal to the printers, each printer by itself: one that is dead holds up its own slips alone. A slip is
 * printed once; where that is in doubt a person decides.
 */
export class PrintQueue implements SlipQueue {
  readonly #jobs: PrintJobs;
  readonly #openLanes: () => PrinterLane[];
  readonly #changed: () => void;
  #lanes: readonly PrinterLane[];
  /** Of printers that were exchanged while a slip was leaving. */
  #retired: readonly PrinterLane[] = [];
  /** What was decided of slips that are still leaving. */
  readonly #decisions = new Map<number, Decision>();
  /** Why slips are in doubt, as far as this run of the program knows. */
  readonly #troubles = new Map<number, Trouble>();

  constructor(jobs: PrintJobs, gate: JournalGate, printers: SlipPrinters, clock: Clock, changed: () => void) {
    this.#jobs = jobs;
    this.#changed = changed;
    const listeners = {
      ended: (job: PrintJob, state: EndedState, trouble: Trouble | null) => this.#ended(job, state, trouble),
      notLeft: (job: PrintJob) => this.#notLeft(job),
      changed,
    };
    this.#openLanes = () =>
      printers.ids.map((id, place) => new PrinterLane(id, place === 0, jobs, gate, printers, clock, listeners));
    this.#lanes = this.#openLanes();
    jobs.adopt(printers.ids);
  }

  /**
   * Goes over to the printers as they are now. A slip that is leaving ends where it is; what waits for a printer that is not one
   * of `kept`, or has to be printed there again, goes to the first.
   */
  renew(kept: readonly string[]): void {
    // First: what the journal does not take leaves everything as it was.
    this.#jobs.adopt(kept);
    for (const lane of this.#lanes) lane.retire();
    this.#retired = [...this.#retired, ...this.#lanes].filter((lane) => lane.isNeeded);
    this.#lanes = this.#openLanes();
    for (const [id, decision] of this.#decisions) {
      if (decision.kind === 'elsewhere' && decision.printer !== null && !kept.includes(decision.printer)) {
        this.#decisions.set(id, { kind: 'elsewhere', printer: null });
      }
    }
    this.wake();
  }

  expect(): () => void {
    return this.#lanes[0]?.expect() ?? (() => {});
  }

  wake(): void {
    if (this.#lanes.length === 0) this.#dropAll();
    for (const lane of this.#lanes) lane.wake();
  }

  print(slip: SlipDocument, kind: SlipKind, copy = false): void {
    this.#jobs.queue(slip, kind, copy);
    this.wake();
  }

  reprint(receipt: Parameters<SlipQueue['reprint']>[0]): boolean {
    if (!this.#jobs.queueCopy(receipt)) return false;
    this.wake();
    return true;
  }

  /** A slip in doubt comes first, then one that waits for its printer to be put right. */
  attention(): PrintAttention | null {
    const doubt = this.#jobs.inDoubt();
    if (doubt) return this.#attentionTo(doubt, 'in-doubt', this.#troubles.get(doubt.id) ?? null, this.#ownOf(doubt));
    for (const lane of [...this.#retired, ...this.#lanes]) {
      const job = lane.held && this.#jobs.info(lane.held.job);
      const own = job && this.#lanes.includes(lane) ? this.#ownOf(job) : null;
      if (job) return this.#attentionTo(job, 'waiting', lane.held.trouble, own);
    }
    return null;
  }

  /** The slip in doubt is on paper. */
  settle(id: number): Done {
    if (this.#jobs.info(id)?.state !== 'in-doubt') return NOT_WAITING;
    return this.#end(id, 'unconfirmed');
  }

  /** Prints a slip in doubt once more, as a copy; asks the printer of a waiting one again at once. */
  again(id: number): Done {
    const job = this.#jobs.info(id);
    if (job?.state === 'in-doubt') this.#queueAgain(id, job.printer, true);
    else if (job?.state !== 'queued') return NOT_WAITING;
    this.wake();
    return DONE;
  }

  /** Prints it on another printer; as a copy when part of it may be on paper. */
  elsewhere(id: number, printer: string): Done {
    const job = this.#jobs.info(id);
    if (!job || !this.#lanes.some((lane) => lane.id === printer)) return NOT_WAITING;
    if (job.state === 'sending') return this.#decide(id, { kind: 'elsewhere', printer });
    if (job.state !== 'queued' && job.state !== 'in-doubt') return NOT_WAITING;
    this.#giveUp(id);
    this.#queueAgain(id, printer, job.state === 'in-doubt');
    this.wake();
    return DONE;
  }

  /** It is not printed at all. */
  cancel(id: number): Done {
    const job = this.#jobs.info(id);
    if (job?.state === 'sending') return this.#decide(id, { kind: 'cancel' });
    if (job?.state !== 'queued' && job?.state !== 'in-doubt') return NOT_WAITING;
    this.#giveUp(id);
    return this.#end(id, 'cancelled');
  }

  /** @param own the printer that it waits for; `null` for one that is none of the till's any more */
  #attentionTo(
    job: PrintJobInfo,
    state: PrintAttention['state'],
    trouble: Trouble | null,
    own: string | null,
  ): PrintAttention {
    return { job, state, trouble, others: this.#lanes.map((lane) => lane.id).filter((id) => id !== own) };
  }

  #ownOf({ printer }: PrintJobInfo): string | null {
    return printer ?? this.#lanes[0]?.id ?? null;
  }

  /** For a slip that is leaving: its printer stops, and then this holds — unless it was through before. */
  #decide(id: number, decision: Decision): Done {
    this.#decisions.set(id, decision);
    if (this.#giveUp(id)) return DONE;
    this.#decisions.delete(id);
    return NOT_WAITING;
  }

  #giveUp(id: number): boolean {
    return [...this.#retired, ...this.#lanes].some((lane) => lane.giveUp(id));
  }

  #ended(job: PrintJob, state: EndedState, trouble: Trouble | null): void {
    const decision = this.#takeDecision(job);
    if (state === 'in-doubt' && decision?.kind === 'elsewhere') {
      this.#queueAgain(job.id, decision.printer, true);
      this.wake();
      return;
    }
    if (state === 'in-doubt' && trouble) this.#troubles.set(job.id, trouble);
    this.#end(job.id, state === 'in-doubt' && decision?.kind === 'cancel' ? 'cancelled' : state);
  }

  /** It waits as it did before it began, unless something else was decided of it. */
  #notLeft(job: PrintJob): void {
    const decision = this.#takeDecision(job);
    this.#jobs.putBack(job.id);
    if (decision?.kind === 'cancel') this.#end(job.id, 'cancelled');
    else if (decision) this.#queueAgain(job.id, decision.printer, false);
    this.wake();
  }

  #takeDecision({ id }: PrintJob): Decision | undefined {
    const decision = this.#decisions.get(id);
    this.#decisions.delete(id);
    return decision;
  }

  #queueAgain(id: number, printer: string | null, copy: boolean): void {
    this.#jobs.again(id, printer, copy);
    this.#troubles.delete(id);
    this.#changed();
  }

  #end(id: number, state: EndedState): Done {
    this.#jobs.end(id, state);
    if (state !== 'in-doubt') this.#troubles.delete(id);
    this.#changed();
    return DONE;
  }

  /** Without a printer slips do not pile up to come out all at once later. */
  #dropAll(): void {
    for (let job = this.#jobs.next('', true); job; job = this.#jobs.next('', true)) this.#end(job.id, 'no-printer');
  }
}
