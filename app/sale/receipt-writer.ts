import type { Kopecks } from '../domain/money.ts';
import { type Payment, settle, type Tender } from '../domain/payment.ts';
import { type Problem, problem } from '../domain/problem.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { calculationRequest } from './loyalty-steps.ts';
import type {
  Clock,
  LoyaltyGateway,
  SaleJournal,
  ServiceFailure,
  SlipComposer,
  SlipQueue,
  WriteRequest,
} from './ports.ts';
import { due, type Sale, type WriteOutcome, whyNotWritable } from './sale.ts';
import { sent, serviceProblem } from './service-problem.ts';
import { DONE, type Done, type Workspace } from './workspace.ts';

type WriterPorts = {
  readonly loyalty: LoyaltyGateway;
  readonly journal: SaleJournal;
  readonly slips: SlipQueue;
  readonly compose: SlipComposer;
  readonly clock: Clock;
};

type WriteAnswer = Result<WriteOutcome, ServiceFailure>;

/** How long a write in doubt waits before it is looked into again: doubling from the first to the longest, ms. */
const AGAIN_MS = { first: 2_000, longest: 60_000 };

/**
 * Pays and writes the receipt, exactly once whatever happens on the way: the intent is durable before the request leaves,
 * outcome and slip are durable together, and between the two only the service's own word counts. A timeout is no failure.
 */
export class ReceiptWriter {
  readonly #workspace: Workspace;
  readonly #ports: WriterPorts;
  readonly #cashier: string;
  #againMs = AGAIN_MS.first;
  #cancelAgain: (() => void) | null = null;

  constructor(workspace: Workspace, ports: WriterPorts, cashier: string) {
    this.#workspace = workspace;
    this.#ports = ports;
    this.#cashier = cashier;
  }

  /** `seen` is the sum the cashier took money for: if it differs by now, nothing happens. */
  async pay(seen: Kopecks, tender: Tender): Promise<Done> {
    const { sale, busy } = this.#workspace;
    if (busy) return fail(problem('busy'));
    if (sale.stage.at !== 'open') return fail(problem('sale-not-open'));
    const reason = whyNotWritable(sale);
    if (reason) return fail(reason);
    if (due(sale) !== seen) return fail(problem('due-changed'));
    const payment = settle(seen, tender);
    if (!payment.ok) return fail(problem(UNPAID[payment.error]));
    return this.#workspace.whileBusy('writing', () => this.#write(this.#request(sale, payment.value)));
  }

  async #write(request: WriteRequest): Promise<Done> {
    const intended = this.#workspace.apply({ kind: 'write-started', payment: request.payment }, (writing) =>
      this.#ports.journal.intend(writing, request),
    );
    if (!intended.ok) return intended;
    this.#take(await sent(() => this.#ports.loyalty.write(request)));
    if (this.#inDoubt) await this.#rollBackAndWrite(request);
    return DONE;
  }

  /** At start: a write that was cut off when the program stopped is looked into. */
  async takeUp(): Promise<void> {
    this.#doubt();
    if (this.#inDoubt) await this.resolve();
  }

  /** Learns what became of the write in doubt. Comes by itself from time to time, or when the cashier asks. */
  async resolve(): Promise<Done> {
    if (this.#workspace.busy) return fail(problem('busy'));
    if (!this.#inDoubt) return fail(problem('sale-not-open'));
    const request = this.#intent();
    if (!request.ok) return request;
    await this.#workspace.whileBusy('resolving', () => this.#rollBackAndWrite(request.value));
    return DONE;
  }

  /**
   * The receipt is deleted at the service first, so that the second write cannot double it; that it was not there is as good
   * (MaxBonus integrator's manual, «Во время проведения чека зависла касса»).
   */
  async #rollBackAndWrite(request: WriteRequest): Promise<void> {
    this.#cancelAgain?.();
    const rolledBack = await sent(() => this.#ports.loyalty.rollback(request.receiptId));
    const absent = !rolledBack.ok && rolledBack.error.kind === 'refused' && rolledBack.error.reason === 'not-found';
    if (rolledBack.ok || absent) this.#take(await sent(() => this.#ports.loyalty.write(request)));
    if (this.#inDoubt) {
      this.#lookAgainLater();
      // The service's own words, such as why it will not delete the receipt, are worth more than «unknown».
      const said = !rolledBack.ok && rolledBack.error.kind === 'refused' ? rolledBack.error.message : '';
      this.#workspace.notify(
        'warning',
        said ? problem('write-not-resolved', { message: said }) : problem('write-outcome-unknown'),
      );
      return;
    }
    this.#againMs = AGAIN_MS.first;
    if (this.#workspace.sale.stage.at === 'written') this.#workspace.notify('info', problem('write-resolved'));
  }

  #lookAgainLater(): void {
    this.#cancelAgain = this.#ports.clock.after(this.#againMs, () => void this.#lookAgain());
    this.#againMs = Math.min(this.#againMs * 2, AGAIN_MS.longest);
  }

  /** As `resolve`, by itself: whatever stands in the way now, it looks again later. */
  async #lookAgain(): Promise<void> {
    if (!this.#inDoubt) return;
    const done = this.#workspace.busy ? fail(problem('busy')) : await this.resolve();
    if (!done.ok && this.#inDoubt) this.#lookAgainLater();
  }

  #take(answer: WriteAnswer): void {
    if (answer.ok) this.#conclude(answer.value);
    else if (leavesDoubt(answer.error, this.#inDoubt)) this.#doubt();
    else this.#reopen(answer.error);
  }

  #conclude(outcome: WriteOutcome): void {
    const concluded = this.#workspace.apply({ kind: 'written', outcome }, (written) => {
      this.#ports.journal.conclude(written, this.#ports.compose.sale(written, outcome, this.#ports.clock.now()));
    });
    if (concluded.ok) {
      this.#ports.slips.wake();
      return;
    }
    // The disk did not take the outcome: the intent still stands in the journal, so the write is looked into again.
    this.#doubt();
    this.#workspace.notify('error', concluded.error);
  }

  #doubt(): void {
    const { sale } = this.#workspace;
    if (sale.stage.at !== 'writing') return;
    const stored = this.#workspace.apply({ kind: 'outcome-lost' });
    if (!stored.ok) this.#workspace.showUnstored({ ...sale, stage: { at: 'in-doubt', payment: sale.stage.payment } });
  }

  #reopen(failure: ServiceFailure): void {
    const reopened = this.#workspace.apply({ kind: 'write-refused' }, (open) => this.#ports.journal.reopen(open));
    this.#workspace.notify('error', reopened.ok ? refusal(failure) : reopened.error);
    if (!reopened.ok) this.#doubt();
  }

  #intent(): Result<WriteRequest, Problem> {
    try {
      const request = this.#ports.journal.intent(this.#workspace.sale.id);
      return request ? ok(request) : fail(problem('journal-failed', { reason: 'write_intent' }));
    } catch (error) {
      return fail(problem('journal-failed', { reason: String(error) }));
    }
  }

  #request(sale: Sale, payment: Payment): WriteRequest {
    return {
      ...calculationRequest(sale),
      receiptId: sale.id,
      calculationId: sale.calculation?.id ?? '',
      number: sale.number,
      at: this.#ports.clock.now(),
      cashier: this.#cashier,
      payment,
    };
  }

  get #inDoubt(): boolean {
    return this.#workspace.sale.stage.at === 'in-doubt';
  }
}

const UNPAID = { 'not-enough': 'payment-not-enough', 'card-over-due': 'payment-card-over-due' } as const;

/** Once in doubt only the service's own refusal ends it: that it cannot be reached now says nothing of the first attempt. */
function leavesDoubt(failure: ServiceFailure, already: boolean): boolean {
  if (failure.kind === 'refused') return failure.reason === 'duplicate';
  return already || failure.kind === 'lost';
}

function refusal(failure: ServiceFailure): Problem {
  return failure.kind === 'refused' ? problem('write-refused', { message: failure.message }) : serviceProblem(failure);
}
