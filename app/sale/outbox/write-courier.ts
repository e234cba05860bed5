import type { Calculation } from '../../domain/calculation.ts';
import { problem } from '../../domain/problem.ts';
import { ok, type Result } from '../../domain/result.ts';
import type {
  Clock,
  LoyaltyGateway,
  SaleJournal,
  ServiceFailure,
  SlipComposer,
  SlipQueue,
  WriteRequest,
} from '../ports.ts';
import type { SaleEvent, WriteOutcome } from '../sale.ts';
import { isAbsent, isDown, sent, serviceProblem } from '../service-problem.ts';
import type { Workspace } from '../workspace.ts';
import type { EntryOf } from './entry.ts';
import type { Courier, Delivery } from './outbox.ts';

type WriteCourierPorts = {
  readonly loyalty: LoyaltyGateway;
  readonly journal: SaleJournal;
  readonly slips: SlipQueue;
  readonly compose: SlipComposer;
  readonly clock: Clock;
};

type Entry = EntryOf<'receipt-write'>;
/** `calculation`: made just now. */
type Calculated = { readonly request: WriteRequest; readonly calculation: Calculation | null };

/**
 * Writes a receipt to the loyalty service. One in doubt is deleted there first, so that the second write cannot double it;
 * that it was not there is as good (MaxBonus integrator's manual, «Во время проведения чека зависла касса»).
 */
export class WriteCourier implements Courier<'receipt-write'> {
  readonly #workspace: Workspace;
  readonly #ports: WriteCourierPorts;

  constructor(workspace: Workspace, ports: WriteCourierPorts) {
    this.#workspace = workspace;
    this.#ports = ports;
  }

  async deliver(entry: Entry): Promise<Delivery> {
    // Its cashier sees that something goes on; a receipt that left the desk is written behind their back.
    const shown = this.#isOnDesk(entry) && this.#workspace.busy === null;
    return shown ? this.#workspace.whileBusy('resolving', () => this.#deliver(entry)) : this.#deliver(entry);
  }

  async #deliver(entry: Entry): Promise<Delivery> {
    if (entry.inDoubt) {
      const rolledBack = await sent(() => this.#ports.loyalty.rollback(entry.request.receiptId));
      if (!rolledBack.ok && !isAbsent(rolledBack.error)) return this.#notRolledBack(entry, rolledBack.error);
    }
    const request = await this.#calculated(entry.request);
    if (!request.ok) return this.#failed(entry, request.error);
    const answer = await sent(() => this.#ports.loyalty.write(request.value.request));
    return answer.ok
      ? this.#conclude(entry, answer.value, request.value.calculation)
      : this.#failed(entry, answer.error);
  }

  /** A receipt that was paid while the service was down has no calculation yet, and no write without one. */
  async #calculated(request: WriteRequest): Promise<Result<Calculated, ServiceFailure>> {
    if (request.calculationId !== '') return ok({ request, calculation: null });
    const answer = await sent(() => this.#ports.loyalty.calculate(request));
    if (!answer.ok) return answer;
    return ok({ request: { ...request, calculationId: answer.value.id }, calculation: answer.value });
  }

  /** The service's own words, such as why it will not delete the receipt, are worth more than «unknown». */
  #notRolledBack(entry: Entry, failure: ServiceFailure): Delivery {
    if (failure.kind !== 'refused') return waits(true, failure);
    const why = problem('write-not-resolved', { message: failure.message });
    if (!this.#isOnDesk(entry)) return { kind: 'dead', problem: why };
    return { kind: 'waits', inDoubt: true, down: false, problem: why };
  }

  /** Once in doubt only the service's own refusal ends it: that it cannot be reached now says nothing of the first attempt. */
  #failed(entry: Entry, failure: ServiceFailure): Delivery {
    if (failure.kind !== 'refused') return waits(entry.inDoubt || failure.kind === 'lost', failure);
    if (failure.reason === 'duplicate') return waits(true, failure);
    const why = problem('write-refused', { message: failure.message });
    if (!this.#isOnDesk(entry)) {
      this.#printRefusal(entry, failure.message);
      return { kind: 'dead', problem: why };
    }
    const reopened = this.#workspace.apply({ kind: 'write-refused' }, (open) =>
      this.#ports.journal.reopen(open, entry.id),
    );
    return reopened.ok
      ? { kind: 'given-up', problem: why }
      : { kind: 'waits', inDoubt: true, down: false, problem: reopened.error };
  }

  /** The shop learns of it on paper too: the customer has gone, and the screen may be another cashier's by now. */
  #printRefusal({ request }: Entry, message: string): void {
    const { journal, compose, slips, clock } = this.#ports;
    const sale = journal.sale(request.receiptId);
    if (sale) slips.print(compose.refusal(sale, message, clock.now()), 'notice');
  }

  #conclude(entry: Entry, outcome: WriteOutcome, calculation: Calculation | null): Delivery {
    const { journal, compose, slips, clock } = this.#ports;
    const event: SaleEvent = { kind: 'written', outcome, ...(calculation && { calculation }) };
    const concluded = this.#workspace.applyTo(entry.request.receiptId, event, (written, before) => {
      // The customer of a receipt that was queued has gone with a slip that says so.
      const slip = before.stage.at === 'queued' ? null : compose.sale(written, outcome, clock.now());
      journal.conclude(written, entry.id, slip);
    });
    slips.wake();
    // Where the disk did not take the outcome the entry still stands, and the write is looked into again.
    return concluded.ok ? { kind: 'done' } : { kind: 'waits', inDoubt: true, down: false, problem: concluded.error };
  }

  #isOnDesk(entry: Entry): boolean {
    const { id, stage } = this.#workspace.sale;
    return id === entry.request.receiptId && (stage.at === 'writing' || stage.at === 'in-doubt');
  }
}

function waits(inDoubt: boolean, failure: ServiceFailure): Delivery {
  return { kind: 'waits', inDoubt, down: isDown(failure), problem: serviceProblem(failure) };
}
