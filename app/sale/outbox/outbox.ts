import { OUTBOX_KINDS, type OutboxKind } from '../../domain/outbox-kind.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import type { Clock, JournalGate } from '../ports.ts';
import { notStored } from '../stored.ts';
import type { EntryOf, OutboxDepth, OutboxEntry, OutboxStore } from './entry.ts';
import { LONGEST_WAIT_MS, ServiceRound } from './service-round.ts';

/** What came of one attempt. */
export type Delivery =
  /** The outcome is stored and the entry gone. */
  | { readonly kind: 'done' }
  /** Refused, and taken back at the till: the entry is gone. */
  | { readonly kind: 'given-up'; readonly problem: Problem }
  /**
   * To be tried again. `down`: the service cannot be reached, so others need not try either. `silent`: it was reached and did not
   * answer; that may be for this entry alone, so others come before it is tried again. `askedMs`: how long the service asked to be
   * left alone. `unclear`: the answer left open what came of it.
   */
  | {
      readonly kind: 'waits';
      readonly inDoubt: boolean;
      readonly down: boolean;
      readonly silent?: boolean;
      readonly askedMs?: number;
      readonly unclear?: Unclear;
      readonly problem: Problem;
    }
  /**
   * Refused for good, with nobody at the till to take it back. `stored`: the courier has buried it already, together with what
   * belongs to that.
   */
  | { readonly kind: 'dead'; readonly inDoubt: boolean; readonly problem: Problem; readonly stored?: true };

/** What a person is told who has to decide, once there were `most` such answers: nothing repeats it by itself any more. */
export type Unclear = { readonly problem: Problem; readonly most: number };

/** `attended`: somebody waits for it at the till. `denied`: a person says that the service does not have it, whatever it says. */
export type Attempt = { readonly attended: boolean; readonly denied: boolean };

/** Knows how one kind of entry is told to its service. */
export type Courier<Kind extends OutboxKind> = {
  /** Makes one attempt and, where the outcome is known, stores it. */
  deliver(entry: EntryOf<Kind>, attempt: Attempt): Promise<Delivery>;
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
  readonly gate: JournalGate;
  readonly clock: Clock;
  /** 0 ≤ number < 1, so that the tills of a shop do not all come back at one moment. */
  readonly random: () => number;
};

/** How long a failed entry waits: doubling from the first to the longest, ms, give or take `jitter`. */
const AGAIN_MS = { first: 2_000, longest: 60_000 };
const JITTER = 0.2;

/** Who is told; a pause of its holds for all that it is told, and for nothing that another is. */
const SERVICE_OF = {
  'receipt-write': 'loyalty',
  'receipt-rollback': 'loyalty',
  'receipt-return': 'loyalty',
  'benefit-confirmation': 'benefits',
  'benefit-refusal': 'benefits',
} as const satisfies { readonly [Kind in OutboxKind]: string };
type Service = (typeof SERVICE_OF)[OutboxKind];

/**
 * Delivers what the journal's outbox holds, each service by itself, one entry after the other, oldest first, each lane in its
 * own order, until the service has given its word. The same path online and offline: a receipt that is paid goes through here at once, and
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
  readonly #rounds: { readonly [Name in Service]: ServiceRound };
  #depth: OutboxDepth | null = null;

  constructor(ports: OutboxPorts, couriers: Couriers, listeners: OutboxListeners) {
    this.#store = ports.outbox;
    this.#clock = ports.clock;
    this.#random = ports.random;
    this.#couriers = couriers;
    this.#listeners = listeners;
    const work = {
      busyLanes: () => [...this.#busy],
      attempt: async (entry: OutboxEntry) => {
        listeners.delivered(entry, await this.#attempt(entry, this.#begun, ALONE));
      },
      failed: listeners.failed,
    };
    const roundOf = (service: Service) => new ServiceRound(kindsOf(service), ports, work);
    this.#rounds = { loyalty: roundOf('loyalty'), benefits: roundOf('benefits') };
  }

  get depth(): OutboxDepth {
    this.#depth ??= this.#store.depth();
    return this.#depth;
  }

  /** What goes before anything that is entered for this lane now. */
  firstOf(lane: string): OutboxEntry | null {
    return this.#store.firstOf(lane);
  }

  /** True while an attempt for this lane is on its way. */
  isBusy(lane: string): boolean {
    return this.#busy.has(lane);
  }

  /** Looks for work now; returns at once. */
  wake(): void {
    for (const round of this.#allRounds) round.wake();
  }

  /** No attempt begins any more; one that is on its way ends as it may. */
  stop(): void {
    for (const round of this.#allRounds) round.stop();
  }

  /** A service that was down has answered: nothing waits any longer, but for one that asked for it. */
  reachable(): void {
    for (const round of this.#allRounds) round.endRest();
    if (this.depth.waiting === 0) return;
    this.#store.hasten();
    this.wake();
  }

  /**
   * Delivers an entry that was stored just now, as one whose attempt has begun, and waits for what comes of it. Others go on
   * meanwhile.
   */
  deliverFirst(id: number): Promise<Delivery> {
    return this.#deliver(id, (entry) => ({ ...entry, inDoubt: false }), ATTENDED);
  }

  /** An entry that was stored just now is told later: nothing of it was sent. */
  defer(id: number, why: Problem): void {
    this.#store.postpone(id, false, this.#clock.now() + AGAIN_MS.longest, why);
    this.changed();
  }

  /** Delivers an entry now, whenever it was due. */
  deliver(id: number): Promise<Delivery> {
    return this.#deliver(id, this.#begun, ATTENDED);
  }

  /** A person looked: the service does not have it. It is told now; what comes of that is heard as of what nobody waited for. */
  async deny(entry: OutboxEntry): Promise<void> {
    const begin = (one: OutboxEntry): OutboxEntry => {
      this.#store.deny(one.id);
      return one;
    };
    this.#listeners.delivered(entry, await this.#deliver(entry.id, begin, { attended: false, denied: true }));
  }

  /** A person wants an entry tried now, whether it waits for its time, for its service or for a person. */
  retry(entry: OutboxEntry): void {
    this.#store.revive(entry.id);
    this.#roundOf(entry).wanted(entry.lane);
    this.changed();
    this.wake();
  }

  /** What the store holds was changed by somebody else. */
  changed(): void {
    this.#depth = null;
    this.#listeners.changed();
  }

  async #deliver(id: number, begin: (entry: OutboxEntry) => OutboxEntry, how: Attempt): Promise<Delivery> {
    const entry = this.#store.get(id);
    if (!entry) return { kind: 'done' };
    if (this.#busy.has(entry.lane) || this.#store.firstOf(entry.lane)?.id !== id) return waits(false, problem('busy'));
    try {
      return await this.#attempt(entry, begin, how);
    } catch (error) {
      // The disk did not take what came of it: the entry still stands there as one in doubt.
      return waits(true, notStored(error));
    } finally {
      this.wake();
    }
  }

  readonly #begun = (entry: OutboxEntry): OutboxEntry => {
    this.#store.begin(entry.id);
    return entry;
  };

  async #attempt(stored: OutboxEntry, begin: (entry: OutboxEntry) => OutboxEntry, how: Attempt): Promise<Delivery> {
    this.#busy.add(stored.lane);
    try {
      const entry = begin(stored);
      const delivery = this.#settled(entry, await this.#carried(entry, how), how);
      this.#count(stored, delivery);
      return delivery;
    } finally {
      this.#busy.delete(stored.lane);
      this.#listeners.changed();
    }
  }

  /** A courier that throws has a defect; whether its request left is as unknown as after a timeout. */
  async #carried(entry: OutboxEntry, how: Attempt): Promise<Delivery> {
    try {
      return await deliverBy(this.#couriers, entry, how);
    } catch (error) {
      this.#listeners.failed(error);
      return waits(true, problem('internal'));
    }
  }

  #settled(entry: OutboxEntry, delivery: Delivery, how: Attempt): Delivery {
    if (delivery.kind === 'waits') return this.#postponed(entry, delivery, how);
    if (delivery.kind === 'dead' && !delivery.stored) this.#store.bury(entry.id, delivery.inDoubt, delivery.problem);
    this.#roundOf(entry).endRest();
    this.#roundOf(entry).gotAnswer(entry.lane);
    return delivery;
  }

  #postponed(entry: OutboxEntry, delivery: Extract<Delivery, { kind: 'waits' }>, { attended }: Attempt): Delivery {
    const round = this.#roundOf(entry);
    const pause = this.#pause(entry.attempts);
    const asked = Math.min(delivery.askedMs ?? 0, LONGEST_WAIT_MS);
    const wait = Math.max(asked, pause);
    if (delivery.down) round.rest(Math.ceil(delivery.silent ? pause / 2 : pause));
    if (asked > 0) round.leaveAlone(wait);
    // The first attempt for a receipt says little of it yet: it need not come after those that hang again and again.
    if (delivery.silent && !attended) round.gotNoAnswer(entry.lane);
    else if (!delivery.down) round.gotAnswer(entry.lane);
    const { unclear } = delivery;
    if (unclear && entry.unclear + 1 >= unclear.most) {
      this.#store.bury(entry.id, true, unclear.problem);
      return { kind: 'dead', inDoubt: true, problem: unclear.problem, stored: true };
    }
    this.#store.postpone(entry.id, delivery.inDoubt, this.#clock.now() + wait, delivery.problem, unclear !== undefined);
    return delivery;
  }

  /** Counted along: counting ten thousand rows after each of them would cost more than delivering it. */
  #count({ state }: OutboxEntry, { kind }: Delivery): void {
    if (state === 'dead') this.#depth = null;
    if (kind === 'waits' || !this.#depth) return;
    const { waiting, dead } = this.#depth;
    this.#depth = { waiting: waiting - 1, dead: kind === 'dead' ? dead + 1 : dead };
  }

  #pause(attempts: number): number {
    const ms = Math.min(AGAIN_MS.first * 2 ** attempts, AGAIN_MS.longest);
    return Math.round(ms * (1 - JITTER + 2 * JITTER * this.#random()));
  }

  get #allRounds(): readonly ServiceRound[] {
    return Object.values(this.#rounds);
  }

  #roundOf({ kind }: OutboxEntry): ServiceRound {
    return this.#rounds[SERVICE_OF[kind]];
  }
}

function kindsOf(service: Service): readonly OutboxKind[] {
  return OUTBOX_KINDS.filter((kind) => SERVICE_OF[kind] === service);
}

const ATTENDED: Attempt = { attended: true, denied: false };
const ALONE: Attempt = { attended: false, denied: false };

function waits(inDoubt: boolean, why: Problem): Delivery {
  return { kind: 'waits', inDoubt, down: false, problem: why };
}

function deliverBy(couriers: Couriers, entry: OutboxEntry, how: Attempt): Promise<Delivery> {
  switch (entry.kind) {
    case 'receipt-write':
      return couriers['receipt-write'].deliver(entry, how);
    case 'receipt-rollback':
      return couriers['receipt-rollback'].deliver(entry, how);
    case 'receipt-return':
      return couriers['receipt-return'].deliver(entry, how);
    case 'benefit-confirmation':
      return couriers['benefit-confirmation'].deliver(entry, how);
    case 'benefit-refusal':
      return couriers['benefit-refusal'].deliver(entry, how);
  }
}
