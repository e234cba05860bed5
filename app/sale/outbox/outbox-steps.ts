import type { OutboxRow } from '../../contract/outbox.ts';
import { ZERO } from '../../domain/money.ts';
import { problem } from '../../domain/problem.ts';
import type { ReceiptId } from '../../domain/receipt.ts';
import { fail } from '../../domain/result.ts';
import type { BenefitJournal } from '../benefits/ports.ts';
import type { Clock, ReturnJournal, SaleJournal, SlipComposer, SlipQueue } from '../ports.ts';
import type { WriteOutcome } from '../sale.ts';
import { stored } from '../stored.ts';
import { DONE, type Done, type OutboxState, type Workspace } from '../workspace.ts';
import type { EntryOf, OutboxEntry, OutboxStore } from './entry.ts';
import type { Outbox } from './outbox.ts';
import { outcomeByRefund } from './return-courier.ts';

type OutboxPorts = {
  readonly outbox: OutboxStore;
  readonly journal: SaleJournal;
  readonly returns: ReturnJournal;
  readonly cases: BenefitJournal;
  readonly slips: SlipQueue;
  readonly compose: SlipComposer;
  readonly clock: Clock;
};

/** What the services have yet to be told, as people see it and decide about it. */
export class OutboxSteps {
  readonly #workspace: Workspace;
  readonly #outbox: Outbox;
  readonly #ports: OutboxPorts;
  /** Entries about which the person at the till does not want to be asked now. */
  readonly #left = new Set<number>();

  constructor(workspace: Workspace, outbox: Outbox, ports: OutboxPorts) {
    this.#workspace = workspace;
    this.#outbox = outbox;
    this.#ports = ports;
  }

  /** Those that wait for a person first, then by age. */
  list(): readonly OutboxRow[] {
    return this.#ports.outbox.list(MOST_SHOWN).map((entry) => this.#row(entry));
  }

  #row(entry: OutboxEntry): OutboxRow {
    const { id, kind, state, inDoubt, attempts, at, notBefore, problem } = entry;
    const receipt = receiptOf(entry);
    const number = (receipt && this.#ports.journal.sale(receipt)?.number) ?? null;
    const { acceptable, deniable } = this.#decidable(entry);
    return { id, kind, number, state, inDoubt, attempts, at, notBefore, problem, acceptable, deniable };
  }

  /** Has it tried now, whether it waits for its time or for a person. */
  retry(id: number): Done {
    const entry = this.#ports.outbox.get(id);
    if (!entry || this.#outbox.isBusy(entry.lane)) return fail(problem(entry ? 'busy' : 'outbox-entry-gone'));
    const retried = stored(() => this.#outbox.retry(entry));
    return retried.ok ? DONE : retried;
  }

  /** Decides that the service need not know: the receipt stays paid, a return counts as not made. */
  setAside(id: number): Done {
    const entry = this.#dead(id);
    if (!entry) return fail(problem('outbox-entry-gone'));
    switch (entry.kind) {
      case 'receipt-write': {
        const { receiptId } = entry.request;
        const aside = this.#workspace.applyTo(receiptId, { kind: 'set-aside' }, (sale) =>
          this.#ports.journal.setAside(sale, id),
        );
        if (!aside.ok) return aside;
        if (this.#workspace.sale.id === receiptId) this.#workspace.putNewSale();
        return this.#changed();
      }
      case 'receipt-return':
        return this.#changed(() => this.#ports.returns.refuse(entry.request, id));
      case 'benefit-confirmation':
        return this.#changed(() => this.#ports.cases.failed(entry.request.caseId, id));
      case 'receipt-rollback':
      case 'benefit-refusal':
        return this.#changed(() => this.#ports.outbox.drop(id));
    }
  }

  /** A person looked: the service has it, though it would not say what it made of it. */
  accept(id: number): Done {
    const entry = this.#ports.outbox.get(id);
    if (!entry || !this.#decidable(entry).acceptable) return fail(problem('outbox-entry-gone'));
    switch (entry.kind) {
      case 'receipt-write':
        return this.#acceptWrite(entry);
      case 'receipt-return':
        return this.#acceptReturn(entry);
      case 'benefit-confirmation':
        return this.#changed(() => this.#ports.cases.confirmed(entry.request.caseId, id));
      case 'receipt-rollback':
      case 'benefit-refusal':
        return fail(problem('outbox-entry-gone'));
    }
  }

  /** A person looked: the service does not have it, and it is told once more, whatever it says of having it. */
  deny(id: number): Done {
    const entry = this.#ports.outbox.get(id);
    if (!entry || !this.#decidable(entry).deniable) return fail(problem('outbox-entry-gone'));
    this.#left.delete(id);
    void this.#outbox.deny(entry);
    return DONE;
  }

  /** What is asked at the till is left for later. The program asks anew when it starts. */
  leave(id: number): Done {
    this.#left.add(id);
    this.#outbox.changed();
    return DONE;
  }

  /** What the screen shows of all this. */
  summary(): OutboxState {
    const open = this.#ports.returns.open();
    const asked = open.find(({ entry, asked }) => asked && !this.#left.has(entry));
    return {
      ...this.#outbox.depth,
      returnOf: open.find((one) => !one.asked)?.number ?? null,
      askedReturn: asked ? { entry: asked.entry, number: asked.number } : null,
    };
  }

  #acceptWrite({ id, request: { receiptId } }: EntryOf<'receipt-write'>): Done {
    const { journal, compose, slips, clock } = this.#ports;
    const calculation = journal.sale(receiptId)?.calculation;
    const outcome: WriteOutcome = {
      redeemed: calculation?.redeemed ?? ZERO,
      accrued: calculation?.accrued ?? ZERO,
      balance: null,
      text: [],
    };
    const written = this.#workspace.applyTo(receiptId, { kind: 'written', outcome }, (sale, before) => {
      const slip = before.stage.at === 'queued' ? null : compose.sale(sale, outcome, clock.now());
      journal.conclude(sale, id, slip, 'person');
    });
    if (!written.ok) return written;
    slips.wake();
    return this.#changed();
  }

  #acceptReturn({ id, request: pending }: EntryOf<'receipt-return'>): Done {
    const { returns, compose, slips } = this.#ports;
    const receipt = returns.receipt(pending.request.receiptId);
    if (!receipt) return fail(problem('receipt-not-found'));
    const outcome = outcomeByRefund(pending);
    const accepted = this.#changed(() =>
      returns.conclude(pending, id, outcome, compose.receiptReturn(receipt, pending, outcome), 'person'),
    );
    if (!accepted.ok) return accepted;
    slips.wake();
    this.#workspace.notify('info', problem('return-written', { number: receipt.number, ...pending.refund }));
    return DONE;
  }

  #dead(id: number): OutboxEntry | null {
    const entry = this.#ports.outbox.get(id);
    return entry?.state === 'dead' ? entry : null;
  }

  /**
   * Whether a person may say that the service has it, or that it does not: once an attempt may have taken effect and no answer
   * says so. A receipt that the service refused may be there all the same, when it refuses in words that nobody understands.
   */
  #decidable({ kind, lane, state, inDoubt, problem }: OutboxEntry): Pick<OutboxRow, 'acceptable' | 'deniable'> {
    const isOpen = inDoubt && problem !== null && !this.#outbox.isBusy(lane);
    switch (kind) {
      case 'receipt-write':
        return { acceptable: isOpen || (state === 'dead' && !this.#outbox.isBusy(lane)), deniable: isOpen };
      case 'receipt-return':
        return { acceptable: isOpen, deniable: isOpen };
      case 'benefit-confirmation':
        return { acceptable: isOpen && state === 'dead', deniable: false };
      case 'receipt-rollback':
      case 'benefit-refusal':
        return { acceptable: false, deniable: false };
    }
  }

  #changed(store?: () => void): Done {
    const done = store ? stored(store) : DONE;
    if (!done.ok) return done;
    this.#outbox.changed();
    this.#outbox.wake();
    this.#workspace.settled();
    return DONE;
  }
}

/** More than anybody reads through. */
const MOST_SHOWN = 500;

function receiptOf(entry: OutboxEntry): ReceiptId | null {
  switch (entry.kind) {
    case 'receipt-write':
    case 'receipt-rollback':
      return entry.request.receiptId;
    case 'receipt-return':
      return entry.request.request.receiptId;
    case 'benefit-confirmation':
    case 'benefit-refusal':
      return null;
  }
}
