import type { Calculation } from '../../domain/calculation.ts';
import { total } from '../../domain/payment.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import { forgottenPins } from '../forgotten-pins.ts';
import type {
  Clock,
  LoyaltyGateway,
  SaleJournal,
  ServiceFailure,
  SlipComposer,
  SlipQueue,
  WriteRequest,
} from '../ports.ts';
import type { WriteOutcome } from '../sale.ts';
import { isAbsent, isGone, isUnreadable, sent, serviceProblem, standstill } from '../service-problem.ts';
import type { Workspace } from '../workspace.ts';
import { Acquaintance } from './acquaintance.ts';
import type { EntryOf } from './entry.ts';
import type { Attempt, Courier, Delivery, Unclear } from './outbox.ts';

type WriteCourierPorts = {
  readonly loyalty: LoyaltyGateway;
  readonly journal: SaleJournal;
  readonly slips: SlipQueue;
  readonly compose: SlipComposer;
  readonly clock: Clock;
};

type Entry = EntryOf<'receipt-write'>;

/** How long a paid receipt may be given back to be paid anew, ms: after that its customer has surely gone. */
const CUSTOMER_WAITS_MS = 10 * 60_000;

/** Once after a doubt an answer that settles nothing is looked into by itself; the second one is for a person. */
const MOST_UNCLEAR = 2;

/**
 * Writes a receipt to the loyalty service. One in doubt is deleted there first, so that the second write cannot double it;
 * that it was not there is as good (MaxBonus integrator's manual, «Во время проведения чека зависла касса»). All that may come of
 * it stands in docs/architecture.md.
 */
export class WriteCourier implements Courier<'receipt-write'> {
  readonly #workspace: Workspace;
  readonly #ports: WriteCourierPorts;
  readonly #acquaintance: Acquaintance;

  constructor(workspace: Workspace, ports: WriteCourierPorts) {
    this.#workspace = workspace;
    this.#ports = ports;
    this.#acquaintance = new Acquaintance(ports.clock);
  }

  async deliver(entry: Entry, { denied }: Attempt): Promise<Delivery> {
    this.#acquaintance.with(entry);
    // Its cashier sees that something goes on; a receipt that left the desk is written behind their back.
    const shown = this.#isOnDesk(entry) && this.#workspace.busy === null;
    const attempt = (): Promise<Delivery> => this.#deliver(entry, denied);
    const delivery = await (shown ? this.#workspace.whileBusy('resolving', attempt) : attempt());
    if (delivery.kind !== 'waits') this.#acquaintance.end(entry.id);
    return delivery;
  }

  async #deliver(entry: Entry, denied: boolean): Promise<Delivery> {
    const { loyalty, journal } = this.#ports;
    if (!journal.sale(entry.request.receiptId)) return dead(problem('receipt-not-found'), entry.inDoubt);
    let isBehindDoubt = false;
    if (entry.inDoubt) {
      const rolledBack = await sent(() => loyalty.rollback(entry.request.receiptId));
      // Whoever looked and did not find it knows more than a service that will not delete it.
      const isSettled = rolledBack.ok || isGone(rolledBack.error) || (denied && rolledBack.error.kind === 'refused');
      if (!isSettled) return this.#notRolledBack(entry, rolledBack.error);
      isBehindDoubt = !denied && !rolledBack.ok && isAbsent(rolledBack.error);
    }
    const forgotten = forgottenPins(entry.request.certificates);
    if (forgotten && this.#isWaitedFor(entry)) return this.#reopen(entry, forgotten);
    if (entry.request.calculationId !== '') return this.#write(entry, entry.request, isBehindDoubt);
    // Paid while the service was down: it has no calculation yet, and there is no write without one.
    const calculated = await sent(() => loyalty.calculate(entry.request));
    if (calculated.ok) return this.#calculated(entry, calculated.value, isBehindDoubt);
    return calculated.error.kind === 'refused'
      ? this.#refused(entry, calculated.error.message)
      : waits(entry.inDoubt, calculated.error);
  }

  /** While the customer stands there, a sum that is another than was paid is not written behind their back. */
  async #calculated(entry: Entry, { id, due }: Calculation, isBehindDoubt: boolean): Promise<Delivery> {
    if (this.#isOnDesk(entry) && due !== total(entry.request.payment))
      return this.#reopen(entry, problem('due-changed-paid'));
    return this.#write(entry, { ...entry.request, calculationId: id }, isBehindDoubt);
  }

  /**
   * Once in doubt only the service's own refusal ends it: that it cannot be reached now says nothing of the first attempt.
   * `isBehindDoubt`: an earlier write, of which the service knew nothing a moment ago, may have arrived just then, and be what the
   * refusal means.
   */
  async #write(entry: Entry, request: WriteRequest, isBehindDoubt: boolean): Promise<Delivery> {
    const answer = await sent(() => this.#ports.loyalty.write(request));
    if (answer.ok) return this.#conclude(entry, answer.value);
    const { error } = answer;
    const { number } = entry.request;
    if (error.kind !== 'refused') {
      const unclear = isUnreadable(error) ? toPerson(problem('write-unreadable', { number })) : {};
      return { ...waits(entry.inDoubt || error.kind === 'lost', error), ...unclear };
    }
    const { reason, message } = error;
    if (reason !== 'duplicate' && !isBehindDoubt) return this.#refused(entry, message);
    return { ...waits(true, error), ...toPerson(problem('write-contradicted', { number, message })) };
  }

  /** The service's own words, such as why it will not delete the receipt, are worth more than «unknown». */
  #notRolledBack(entry: Entry, failure: ServiceFailure): Delivery {
    const { number } = entry.request;
    // It changes nothing however often it is asked: what is no answer of the service's at all is asked for again.
    if (isUnreadable(failure)) return waits(true, failure, problem('write-unreadable', { number }));
    if (failure.kind !== 'refused') return waits(true, failure);
    const { message } = failure;
    if (!this.#isOnDesk(entry)) return dead(problem('write-undecided', { number, message }), true);
    return { kind: 'waits', inDoubt: true, down: false, problem: problem('write-not-resolved', { message }) };
  }

  #refused(entry: Entry, message: string): Delivery {
    return this.#isWaitedFor(entry)
      ? this.#reopen(entry, problem('write-refused', { message }))
      : this.#refusedLate(entry, message);
  }

  /** The shop learns of it on paper too: the customer has gone, and the screen may be another cashier's by now. */
  #refusedLate(entry: Entry, message: string): Delivery {
    const { journal, compose, slips, clock } = this.#ports;
    const { receiptId, number } = entry.request;
    const why = problem('write-refused-late', { number, message });
    const refused = this.#workspace.applyTo(receiptId, { kind: 'queued' }, (queued) => {
      // Whoever sold it without the service knows.
      const isTold = entry.problem?.code === why.code || queued.waived;
      journal.refuseLate(queued, entry.id, why, isTold ? null : compose.refusal(queued, message, clock.now()));
    });
    slips.wake();
    if (refused.ok) return { ...dead(why, false), stored: true };
    return { kind: 'waits', inDoubt: true, down: false, problem: refused.error };
  }

  /** The write had no effect and the customer is there: the receipt is open again. */
  #reopen(entry: Entry, why: Problem): Delivery {
    const reopened = this.#workspace.apply({ kind: 'write-refused' }, (open) =>
      this.#ports.journal.reopen(open, entry.id),
    );
    if (reopened.ok) return { kind: 'given-up', problem: why };
    return { kind: 'waits', inDoubt: true, down: false, problem: reopened.error };
  }

  #conclude(entry: Entry, outcome: WriteOutcome): Delivery {
    const { journal, compose, slips, clock } = this.#ports;
    const concluded = this.#workspace.applyTo(
      entry.request.receiptId,
      { kind: 'written', outcome },
      (written, before) => {
        // The customer of a receipt that was queued has gone with a slip that says so.
        const slip = before.stage.at === 'queued' ? null : compose.sale(written, outcome, clock.now());
        journal.conclude(written, entry.id, slip, 'service');
      },
    );
    slips.wake();
    // Where the disk did not take the outcome the entry still stands, and the write is looked into again.
    return concluded.ok ? { kind: 'done' } : { kind: 'waits', inDoubt: true, down: false, problem: concluded.error };
  }

  #isWaitedFor(entry: Entry): boolean {
    return this.#isOnDesk(entry) && this.#acquaintance.with(entry).ageMs < CUSTOMER_WAITS_MS;
  }

  #isOnDesk(entry: Entry): boolean {
    const { id, stage } = this.#workspace.sale;
    return id === entry.request.receiptId && (stage.at === 'writing' || stage.at === 'in-doubt');
  }
}

function waits(inDoubt: boolean, failure: ServiceFailure, told = serviceProblem(failure)): Delivery {
  return { kind: 'waits', inDoubt, ...standstill(failure), problem: told };
}

function toPerson(told: Problem): { readonly unclear: Unclear } {
  return { unclear: { problem: told, most: MOST_UNCLEAR } };
}

function dead(why: Problem, inDoubt: boolean): Extract<Delivery, { kind: 'dead' }> {
  return { kind: 'dead', inDoubt, problem: why };
}
