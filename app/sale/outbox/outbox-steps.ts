import type { OutboxRow } from '../../contract/outbox.ts';
import { ZERO } from '../../domain/money.ts';
import { problem } from '../../domain/problem.ts';
import type { ReceiptId } from '../../domain/receipt.ts';
import { fail } from '../../domain/result.ts';
import type { BenefitJournal } from '../benefits/ports.ts';
import type { Clock, ReturnJournal, SaleJournal, SlipComposer, SlipQueue } from '../ports.ts';
import type { WriteOutcome } from '../sale.ts';
import { DONE, type Done, stored, type Workspace } from '../workspace.ts';
import type { EntryOf, OutboxEntry, OutboxStore } from './entry.ts';
import type { Outbox } from './outbox.ts';

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
    const acceptable = this.#undecided(id) !== null;
    return { id, kind, number, state, inDoubt, attempts, at, notBefore, problem, acceptable };
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

  /** A person looked: the service has the receipt, though it would not say what it made of it. */
  accept(id: number): Done {
    const entry = this.#undecided(id);
    if (!entry) return fail(problem('outbox-entry-gone'));
    const { receiptId } = entry.request;
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

  #dead(id: number): OutboxEntry | null {
    const entry = this.#ports.outbox.get(id);
    return entry?.state === 'dead' ? entry : null;
  }

  /** A receipt's write that the service will neither confirm nor take back. */
  #undecided(id: number): EntryOf<'receipt-write'> | null {
    const entry = this.#ports.outbox.get(id);
    if (entry?.kind !== 'receipt-write' || this.#outbox.isBusy(entry.lane)) return null;
    const code = entry.problem?.code;
    return code === 'write-not-resolved' || code === 'write-undecided' ? entry : null;
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
