import { ZERO } from '../../domain/money.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import type { LoyaltyGateway, PendingReturn, ReturnJournal, ReturnOutcome, SlipComposer, SlipQueue } from '../ports.ts';
import { sent, serviceProblem, standstill } from '../service-problem.ts';
import { stored } from '../workspace.ts';
import type { EntryOf } from './entry.ts';
import type { Courier, Delivery } from './outbox.ts';

type ReturnCourierPorts = {
  readonly loyalty: LoyaltyGateway;
  readonly returns: ReturnJournal;
  readonly slips: SlipQueue;
  readonly compose: SlipComposer;
};

/**
 * Tells the loyalty service of goods given back. The return carries an id of its own: sent again after a lost answer it is
 * told from a second return, so that it needs no rollback.
 */
export class ReturnCourier implements Courier<'receipt-return'> {
  readonly #ports: ReturnCourierPorts;

  constructor(ports: ReturnCourierPorts) {
    this.#ports = ports;
  }

  async deliver({ id, request: pending, inDoubt }: EntryOf<'receipt-return'>, attended: boolean): Promise<Delivery> {
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
      };
    }
    // A repeated return was counted the first time; what the service made of it then is known only from the refund.
    if (error.reason === 'duplicate')
      return this.#conclude(id, pending, { ...NOTHING, restored: pending.refund.bonuses });
    const { message } = error;
    if (!attended) return { kind: 'dead', inDoubt: false, problem: this.#refusedLate(pending, message) };
    const refused = stored(() => this.#ports.returns.refuse(pending, id));
    return refused.ok
      ? { kind: 'given-up', problem: problem('return-refused', { message }) }
      : { kind: 'waits', inDoubt, down: false, problem: refused.error };
  }

  #refusedLate({ request }: PendingReturn, message: string): Problem {
    const number = this.#ports.returns.receipt(request.receiptId)?.number ?? 0;
    return problem('return-refused-late', { number, message });
  }

  /** Where the disk does not take the outcome the entry still stands, and the return is sent again as one in doubt. */
  #conclude(id: number, pending: PendingReturn, outcome: ReturnOutcome): Delivery {
    const { returns, compose, slips } = this.#ports;
    const receipt = returns.receipt(pending.request.receiptId);
    if (!receipt) return { kind: 'dead', inDoubt: true, problem: problem('receipt-not-found') };
    const concluded = stored(() =>
      returns.conclude(pending, id, outcome, compose.receiptReturn(receipt, pending, outcome)),
    );
    slips.wake();
    return concluded.ok ? { kind: 'done' } : { kind: 'waits', inDoubt: true, down: false, problem: concluded.error };
  }
}

const NOTHING: ReturnOutcome = { restored: ZERO, withdrawn: ZERO, balance: null, text: [] };
