import { type Problem, problem } from '../../domain/problem.ts';
import type { Clock } from '../ports.ts';
import type { EntryOf, OutboxDepth, OutboxEntry, OutboxKind, OutboxStore } from './entry.ts';

/** What came of one attempt. */
export type Delivery =
  /** The outcome is stored and the entry gone. */
  | { readonly kind: 'done' }
  /** Refused, and taken back at the till: the entry is gone. */
  | { readonly kind: 'given-up'; readonly problem: Problem }
  /** To be tried again. `down`: the service cannot be reached, so others need not try either. */
  | { readonly kind: 'waits'; readonly inDoubt: boolean; readonly down: boolean; readonly problem: Problem }
  /** Refused for good, with nobody at the till to take it back. */
  | { readonly kind: 'dead'; readonly inDoubt: boolean; readonly problem: Problem };

/** Knows how one kind of entry is told to its service. */
export type Courier<Kind extends OutboxKind> = {
  /** Makes one attempt and, where the outcome is known, stores it. `attended`: somebody waits for it at the till. */
  deliver(entry: EntryOf<Kind>, attended: boolean): Promise<Delivery>;
};

export type Couriers = { readonly [Kind in OutboxKind]: Courier<Kind> };

type OutboxListeners = {
  /** What waits is not what it was. */
  changed(): void;
  /** Something threw that should not: a courier, or the disk. */
  failed(error: unknown): void;
  /** What came of an attempt that nobody waited for. */
  delivered(entry: OutboxEntry, delivery: Delivery): void;
};

type OutboxPorts = {
  readonly outbox: OutboxStore;
  readonly clock: Clock;
  /** 0 ≤ number < 1, so that the tills of a shop do not all come back at one moment. */
  readonly random: () => number;
};

/** How long a failed entry waits: doubling from the first to the longest, ms, give or take `jitter`. */
const AGAIN_MS = { first: 2_000, longest: 60_000 };
const JITTER = 0.2;
const LONGEST_WAIT_MS = AGAIN_MS.longest * (1 + JITTER);

/**
 * Delivers what the journal's outbox holds, one entry after the other, oldest first, each lane in its own order, until the
 * service has given its word. The same path online and offline: a receipt that is paid goes through here at once, and
 * whatever could not be delivered then goes the same way later.
 */
export class Outbox {
  readonly #store: OutboxStore;
  readonly #clock: Clock;
  readonly #random: () => number;
  readonly #couriers: Couriers;
  readonly #listeners: OutboxListeners;
  /** Lanes with an attempt on its way. */
  readonly #busy = new Set<string>();
  /** Kinds whose service is down, and until when they rest. */
  readonly #resting = new Map<OutboxKind, number>();
  #depth: OutboxDepth | null = null;
  #running = false;
  #cancelTimer: (() => void) | null = null;
  #stopped = false;

  constructor({ outbox, clock, random }: OutboxPorts, couriers: Couriers, listeners: OutboxListeners) {
    this.#store = outbox;
    this.#clock = clock;
    this.#random = random;
    this.#couriers = couriers;
    this.#listeners = listeners;
  }

  get depth(): OutboxDepth {
    this.#depth ??= this.#store.depth();
    return this.#depth;
  }

  /** True while an attempt for this lane is on its way. */
  isBusy(lane: string): boolean {
    return this.#busy.has(lane);
  }

  /** Looks for work now; returns at once. */
  wake(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = null;
    if (!this.#running && !this.#stopped) void this.#run();
  }

  /** No attempt begins any more; one that is on its way ends as it may. */
  stop(): void {
    this.#stopped = true;
    this.#cancelTimer?.();
  }

  /** A service that was down has answered: nothing waits any longer. */
  reachable(): void {
    this.#resting.clear();
    if (this.depth.waiting === 0) return;
    this.#store.hasten();
    this.wake();
  }

  /**
   * Delivers an entry that was stored just now, as one whose attempt has begun, and waits for what comes of it. Others go on
   * meanwhile.
   */
  deliverFirst(id: number): Promise<Delivery> {
    return this.#deliver(id, (entry) => ({ ...entry, inDoubt: false }));
  }

  /** Delivers an entry now, whenever it was due. */
  deliver(id: number): Promise<Delivery> {
    return this.#deliver(id, this.#begun);
  }

  /** A person wants an entry tried now, whether it waits for its time, for its service or for a person. */
  retry(entry: OutboxEntry): void {
    this.#store.revive(entry.id);
    this.#resting.delete(entry.kind);
    this.changed();
    this.wake();
  }

  /** What the store holds was changed by somebody else. */
  changed(): void {
    this.#depth = null;
    this.#listeners.changed();
  }

  async #deliver(id: number, begin: (entry: OutboxEntry) => OutboxEntry): Promise<Delivery> {
    const entry = this.#store.get(id);
    if (!entry) return { kind: 'done' };
    if (this.#busy.has(entry.lane) || !this.#store.isFirst(id)) return waits(false, problem('busy'));
    try {
      return await this.#attempt(entry, begin, true);
    } catch (error) {
      // The disk did not take what came of it: the entry still stands there as one in doubt.
      return waits(true, problem('journal-failed', { reason: String(error) }));
    } finally {
      this.wake();
    }
  }

  async #run(): Promise<void> {
    this.#running = true;
    try {
      for (let entry = this.#next(); entry && !this.#stopped; entry = this.#next()) {
        this.#listeners.delivered(entry, await this.#attempt(entry, this.#begun, false));
      }
      this.#sleep();
    } catch (error) {
      this.#listeners.failed(error);
      this.#wakeAfter(AGAIN_MS.longest);
    } finally {
      this.#running = false;
    }
  }

  readonly #begun = (entry: OutboxEntry): OutboxEntry => {
    this.#store.begin(entry.id);
    return entry;
  };

  #next(): OutboxEntry | null {
    const lanes = [...this.#busy];
    const kinds = [...this.#restingKinds().keys()];
    return this.#store.next(this.#clock.now(), LONGEST_WAIT_MS, { lanes, kinds });
  }

  /** A rest that ends later than any can was begun before the clock was put back: it is over. */
  #restingKinds(): ReadonlyMap<OutboxKind, number> {
    const now = this.#clock.now();
    return new Map([...this.#resting].filter(([, until]) => until > now && until <= now + LONGEST_WAIT_MS));
  }

  async #attempt(
    stored: OutboxEntry,
    begin: (entry: OutboxEntry) => OutboxEntry,
    attended: boolean,
  ): Promise<Delivery> {
    this.#busy.add(stored.lane);
    try {
      const entry = begin(stored);
      const delivery = await this.#carried(entry, attended);
      this.#settle(entry, delivery);
      return delivery;
    } finally {
      this.#busy.delete(stored.lane);
      this.#listeners.changed();
    }
  }

  /** A courier that throws has a defect; whether its request left is as unknown as after a timeout. */
  async #carried(entry: OutboxEntry, attended: boolean): Promise<Delivery> {
    try {
      return await deliverBy(this.#couriers, entry, attended);
    } catch (error) {
      this.#listeners.failed(error);
      return waits(true, problem('internal'));
    }
  }

  #settle(entry: OutboxEntry, delivery: Delivery): void {
    if (delivery.kind === 'dead') {
      this.#store.bury(entry.id, delivery.inDoubt, delivery.problem);
    } else if (delivery.kind === 'waits') {
      const until = this.#clock.now() + this.#pause(entry.attempts);
      this.#store.postpone(entry.id, delivery.inDoubt, until, delivery.problem);
      if (delivery.down) this.#resting.set(entry.kind, until);
    } else {
      this.#resting.delete(entry.kind);
    }
    this.#count(delivery);
  }

  /** Counted along: counting ten thousand rows after each of them would cost more than delivering it. */
  #count({ kind }: Delivery): void {
    if (kind === 'waits' || !this.#depth) return;
    const { waiting, dead } = this.#depth;
    this.#depth = { waiting: waiting - 1, dead: kind === 'dead' ? dead + 1 : dead };
  }

  #pause(attempts: number): number {
    const ms = Math.min(AGAIN_MS.first * 2 ** attempts, AGAIN_MS.longest);
    return Math.round(ms * (1 - JITTER + 2 * JITTER * this.#random()));
  }

  /** Until the next entry is due or a service has rested; what waits for its lane is woken with it. */
  #sleep(): void {
    const now = this.#clock.now();
    const times = [this.#store.nextAt(now), ...this.#restingKinds().values()].filter((at) => at !== null);
    if (times.length > 0) this.#wakeAfter(Math.min(...times) - now);
  }

  #wakeAfter(ms: number): void {
    if (this.#stopped) return;
    this.#cancelTimer?.();
    this.#cancelTimer = this.#clock.after(Math.min(ms, LONGEST_WAIT_MS), () => this.wake());
  }
}

function waits(inDoubt: boolean, why: Problem): Delivery {
  return { kind: 'waits', inDoubt, down: false, problem: why };
}

function deliverBy(couriers: Couriers, entry: OutboxEntry, attended: boolean): Promise<Delivery> {
  switch (entry.kind) {
    case 'receipt-write':
      return couriers['receipt-write'].deliver(entry, attended);
    case 'receipt-rollback':
      return couriers['receipt-rollback'].deliver(entry, attended);
    case 'receipt-return':
      return couriers['receipt-return'].deliver(entry, attended);
    case 'benefit-confirmation':
      return couriers['benefit-confirmation'].deliver(entry, attended);
    case 'benefit-refusal':
      return couriers['benefit-refusal'].deliver(entry, attended);
  }
}
