import { ZERO } from '../../domain/money.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import type {
  LoyaltyGateway,
  PendingReturn,
  ReturnJournal,
  ReturnOutcome,
  ServiceFailure,
  SlipComposer,
  SlipQueue,
} from '../ports.ts';
import { isUnreadable, sent, serviceProblem, standstill } from '../service-problem.ts';
import { stored } from '../stored.ts';
import type { EntryOf } from './entry.ts';
import type { Attempt, Courier, Delivery } from './outbox.ts';

type ReturnCourierPorts = {
  readonly loyalty: LoyaltyGateway;
  readonly returns: ReturnJournal;
  readonly slips: SlipQueue;
  readonly compose: SlipComposer;
};

/**
 * What is done with a return whose answer was lost: `repeat` it, where the service is known to tell it by its id from a second
 * return, or `ask` a person, where a second one would cost money.
 */
export type ReturnPolicy = 'ask' | 'repeat';

/**
 * Tells the loyalty service of goods given back. The return carries an id of its own; whether the service heeds it, the policy
 * says. There is no rollback of a return.
 */
export class ReturnCourier implements Courier<'receipt-return'> {
  readonly #ports: ReturnCourierPorts;
  readonly #policy: ReturnPolicy;

  constructor(ports: ReturnCourierPorts, policy: ReturnPolicy) {
    this.#ports = ports;
    this.#policy = policy;
  }

  async deliver(entry: EntryOf<'receipt-return'>, { attended, denied }: Attempt): Promise<Delivery> {
    const { id, request: pending, inDoubt } = entry;
    const undecided = problem('return-undecided', { number: this.#numberOf(pending) });
    // It may have been sent before: the program stopped, or a person wants it looked into.
    if (inDoubt && !denied && this.#policy === 'ask') return { kind: 'dead', inDoubt: true, problem: undecided };
    const answer = await sent(() => this.#ports.loyalty.returnReceipt(pending.request));
    if (answer.ok) return this.#conclude(id, pending, answer.value);
    const { error } = answer;
    if (error.kind !== 'refused') {
      // Once in doubt, that the service cannot be reached now says nothing of the first attempt.
      return {
        kind: 'waits',
        inDoubt: inDoubt || error.kind === 'lost',
        ...standstill(error),
        problem: serviceProblem(error),
        ...(this.#isForPerson(error) && { unclear: { problem: undecided, most: this.#policy === 'ask' ? 1 : 2 } }),
      };
    }
    // A repeated return was counted the first time; what the service made of it then is known only from the refund.
    if (error.reason === 'duplicate') return this.#conclude(id, pending, outcomeByRefund(pending));
    const { message } = error;
    // After a doubt a refusal may mean that there is nothing left to give back, for the first one was counted.
    if (!attended) return { kind: 'dead', inDoubt, problem: this.#refusedLate(pending, message) };
    const refused = stored(() => this.#ports.returns.refuse(pending, id));
    return refused.ok
      ? { kind: 'given-up', problem: problem('return-refused', { message }) }
      : { kind: 'waits', inDoubt, down: false, problem: refused.error };
  }

  #isForPerson(failure: ServiceFailure): boolean {
    return failure.kind === 'lost' && (this.#policy === 'ask' || isUnreadable(failure));
  }

  #refusedLate(pending: PendingReturn, message: string): Problem {
    return problem('return-refused-late', { number: this.#numberOf(pending), message });
  }

  #numberOf({ request }: PendingReturn): number {
    return this.#ports.returns.receipt(request.receiptId)?.number ?? 0;
  }

  /** Where the disk does not take the outcome the entry still stands, and the return is sent again as one in doubt. */
  #conclude(id: number, pending: PendingReturn, outcome: ReturnOutcome): Delivery {
    const { returns, compose, slips } = this.#ports;
    const receipt = returns.receipt(pending.request.receiptId);
    if (!receipt) return { kind: 'dead', inDoubt: true, problem: problem('receipt-not-found') };
    const concluded = stored(() =>
      returns.conclude(pending, id, outcome, compose.receiptReturn(receipt, pending, outcome), 'service'),
    );
    slips.wake();
    return concluded.ok ? { kind: 'done' } : { kind: 'waits', inDoubt: true, down: false, problem: concluded.error };
  }
}

/** Of a return that the service has, and of which it said no more. */
export function outcomeByRefund({ refund }: PendingReturn): ReturnOutcome {
  return { restored: refund.bonuses, withdrawn: ZERO, balance: null, text: [] };
}
