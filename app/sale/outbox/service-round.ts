import type { OutboxKind } from '../../domain/outbox-kind.ts';
import { storageFaultOf } from '../../domain/storage-fault.ts';
import type { Clock, JournalGate } from '../ports.ts';
import { isHeld } from '../stored.ts';
import type { OutboxEntry, OutboxStore } from './entry.ts';

/** However long a service asks to be left alone: a wrong answer of its must not stop a till for the day. */
export const LONGEST_WAIT_MS = 5 * 60_000;
/** After something threw that should not, ms. */
const AFTER_FAILURE_MS = 60_000;
/** After the disk took nothing, ms: before anything is sent it is tried whether it takes the attempt. */
const AFTER_FULL_DISK_MS = 5_000;

type RoundPorts = {
  readonly outbox: OutboxStore;
  readonly gate: JournalGate;
  readonly clock: Clock;
};

type RoundWork = {
  /** Lanes with an attempt on its way. */
  busyLanes(): readonly string[];
  attempt(entry: OutboxEntry): Promise<void>;
  failed(error: unknown): void;
};

/**
 * Goes round what one service has yet to be told, one entry after the other, and rests when the service does not answer. It
 * waits by `elapsed`, so that nobody who sets the clock changes a rest.
 */
export class ServiceRound {
  readonly #kinds: readonly OutboxKind[];
  readonly #store: OutboxStore;
  readonly #gate: JournalGate;
  readonly #clock: Clock;
  readonly #work: RoundWork;
  /** The service is down until then; an answer ends it. */
  #restsUntil = 0;
  /** It asked to be left alone until then: only time ends that, or a person. */
  #leftAloneUntil = 0;
  /** Lanes that were reached by no answer: all others come before them. */
  readonly #silent = new Set<string>();
  /** Those of them that had their turn since the others of them had theirs. */
  readonly #hadTurn = new Set<string>();
  #running = false;
  #stopped = false;
  #cancelTimer: (() => void) | null = null;

  constructor(kinds: readonly OutboxKind[], { outbox, gate, clock }: RoundPorts, work: RoundWork) {
    this.#kinds = kinds;
    this.#store = outbox;
    this.#gate = gate;
    this.#clock = clock;
    this.#work = work;
  }

  /** Looks for work now; returns at once. */
  wake(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = null;
    if (!this.#running && !this.#stopped) void this.#run();
  }

  /** No attempt begins any more. */
  stop(): void {
    this.#stopped = true;
    this.#cancelTimer?.();
  }

  rest(ms: number): void {
    this.#restsUntil = this.#clock.elapsed() + ms;
  }

  leaveAlone(ms: number): void {
    this.#leftAloneUntil = this.#clock.elapsed() + ms;
  }

  /** The service is there again. */
  endRest(): void {
    this.#restsUntil = 0;
  }

  /** A person wants this lane tried, whatever the service wants. */
  wanted(lane: string): void {
    this.endRest();
    this.#leftAloneUntil = 0;
    this.gotAnswer(lane);
  }

  /** The service was reached and said nothing of this lane. */
  gotNoAnswer(lane: string): void {
    this.#silent.add(lane);
    this.#hadTurn.add(lane);
  }

  /** It is like any other again. */
  gotAnswer(lane: string): void {
    this.#silent.delete(lane);
    this.#hadTurn.delete(lane);
  }

  async #run(): Promise<void> {
    this.#running = true;
    try {
      while (!this.#stopped) {
        // What is told has to be stored before, and what comes of it after.
        while (!this.#stopped && !this.#gate.isFree()) await this.#gate.whenFree();
        const entry = this.#stopped ? null : this.#next();
        if (!entry) break;
        await this.#work.attempt(entry);
      }
      this.#sleep();
    } catch (error) {
      this.#work.failed(error);
      this.#wakeAfter(storageFaultOf(error) || isHeld(error) ? AFTER_FULL_DISK_MS : AFTER_FAILURE_MS);
    } finally {
      this.#running = false;
    }
  }

  #next(): OutboxEntry | null {
    if (this.#restMs > 0) return null;
    for (const passed of [this.#silent, this.#hadTurn]) {
      const entry = this.#oldestBut(passed);
      if (entry || passed.size === 0) return entry;
    }
    this.#hadTurn.clear();
    return this.#oldestBut(this.#hadTurn);
  }

  #oldestBut(passed: ReadonlySet<string>): OutboxEntry | null {
    const lanes = [...this.#work.busyLanes(), ...passed];
    return this.#store.next(this.#clock.now(), LONGEST_WAIT_MS, this.#kinds, lanes);
  }

  get #restMs(): number {
    return Math.max(this.#restsUntil, this.#leftAloneUntil) - this.#clock.elapsed();
  }

  /** Until the service has rested or the next entry is due; what waits for its lane is woken with it. */
  #sleep(): void {
    if (this.#restMs > 0) this.#wakeAfter(this.#restMs);
    else {
      const now = this.#clock.now();
      const next = this.#store.nextAt(now, this.#kinds);
      if (next !== null) this.#wakeAfter(next - now);
    }
  }

  #wakeAfter(ms: number): void {
    if (this.#stopped) return;
    this.#cancelTimer?.();
    this.#cancelTimer = this.#clock.after(Math.min(ms, LONGEST_WAIT_MS), () => this.wake());
  }
}
