import type { OutboxKind } from '../../domain/outbox-kind.ts';
import type { Problem } from '../../domain/problem.ts';
import type { ReceiptId } from '../../domain/receipt.ts';
import type { BenefitConfirmation } from '../benefits/ports.ts';
import type { PendingReturn, WriteRequest } from '../ports.ts';

/** All that it takes to tell a service, by kind, whatever became of the desk. */
type Requests = {
  readonly 'receipt-write': WriteRequest;
  readonly 'receipt-rollback': { readonly receiptId: ReceiptId };
  readonly 'receipt-return': PendingReturn;
  readonly 'benefit-confirmation': { readonly caseId: number; readonly confirmation: BenefitConfirmation };
  readonly 'benefit-refusal': { readonly transactionId: number };
};

/** What a service has yet to be told. */
export type OutboxRequest = {
  readonly [Kind in OutboxKind]: { readonly kind: Kind; readonly request: Requests[Kind] };
}[OutboxKind];

/** What the ЕЦС has yet to be told. */
export type BenefitRequest = Extract<OutboxRequest, { kind: `benefit-${string}` }>;

export type OutboxEntry = OutboxRequest & {
  readonly id: number;
  /** Entries of one lane are delivered one after the other; a receipt is a lane. */
  readonly lane: string;
  /** `dead`: the service refused it for good; only a person can go on with it. It holds up its lane. */
  readonly state: 'waiting' | 'dead';
  /** An attempt may have taken effect. */
  readonly inDoubt: boolean;
  readonly attempts: number;
  /** How many answers to it left open what came of it, and would by all that is known do so again. */
  readonly unclear: number;
  /** Epoch ms before which it is not tried again. */
  readonly notBefore: number;
  /** Why the last attempt failed. */
  readonly problem: Problem | null;
  /** Epoch ms of the cashier's key press. */
  readonly at: number;
};

export type EntryOf<Kind extends OutboxKind> = Extract<OutboxEntry, { kind: Kind }>;

/** Entries that wait for their service, and entries that wait for a person. */
export type OutboxDepth = { readonly waiting: number; readonly dead: number };

/** The outbox in the journal. Every method that changes something is one durable transaction. */
export interface OutboxStore {
  get(id: number): OutboxEntry | null;
  /**
   * The oldest entry of these kinds that may be tried now: it waits, its time has come, none is before it in its lane, and that
   * is none of `passed`. A time further away than `longestMs` was set by a clock that has been put back since, and counts as
   * come.
   */
  next(now: number, longestMs: number, kinds: readonly OutboxKind[], passed: readonly string[]): OutboxEntry | null;
  /** The entry that goes before all others of its lane. */
  firstOf(lane: string): OutboxEntry | null;
  /** When the next waiting entry of these kinds is due that is not due yet, epoch ms. */
  nextAt(now: number, kinds: readonly OutboxKind[]): number | null;
  /** An attempt begins: from now on it may have taken effect. */
  begin(id: number): void;
  /** A person says that the service does not have it; an attempt begins. */
  deny(id: number): void;
  /** It is tried again by itself. `unclear`: the answer is one of those that are counted. */
  postpone(id: number, inDoubt: boolean, notBefore: number, problem: Problem, unclear?: boolean): void;
  bury(id: number, inDoubt: boolean, problem: Problem): void;
  /** The entry is due at once. A dead write is calculated anew: what was refused may have been the calculation. */
  revive(id: number): void;
  /** Whatever waits is due at once. */
  hasten(): void;
  depth(): OutboxDepth;
  /** The entry is done with and leaves nothing else to store. */
  drop(id: number): void;
  /** For people, oldest first. */
  list(most: number): readonly OutboxEntry[];
}
