import type { Kopecks } from '../domain/money.ts';
import { type Payment, restOf, settle, type Tender } from '../domain/payment.ts';
import { type Problem, problem } from '../domain/problem.ts';
import type { ReceiptId } from '../domain/receipt.ts';
import { fail } from '../domain/result.ts';
import { askForgottenPins } from './forgotten-pins.ts';
import { calculationRequest } from './loyalty-steps.ts';
import type { Delivery, Outbox } from './outbox/outbox.ts';
import type { Clock, SaleJournal, SlipComposer, SlipQueue, WriteRequest } from './ports.ts';
import { due, moneyTaken, type Sale, whyNotQueueable, whyNotWritable } from './sale.ts';
import { unallowed } from './service-problem.ts';
import { stored } from './stored.ts';
import { DONE, type Done, isOffline, type Workspace } from './workspace.ts';

type WriterPorts = {
  readonly journal: SaleJournal;
  readonly slips: SlipQueue;
  readonly compose: SlipComposer;
  readonly clock: Clock;
};

/** `inCash`: notes go into the drawer or out of it. */
export type Taken = { readonly inCash: boolean };

/** What is done with a receipt that the service cannot be told of now: `queue` it, or `refuse` to take it. */
export type OfflinePolicy = 'queue' | 'refuse';

/**
 * Pays the receipt and hands it to the outbox, exactly once whatever happens on the way: the intent is durable before the
 * request leaves, outcome and slip are durable together, and between the two only the service's own word counts. A timeout
 * is no failure.
 */
export class ReceiptWriter {
  readonly #workspace: Workspace;
  readonly #outbox: Outbox;
  readonly #ports: WriterPorts;
  readonly #cashier: string;
  readonly #offline: OfflinePolicy;

  constructor(workspace: Workspace, outbox: Outbox, ports: WriterPorts, cashier: string, offline: OfflinePolicy) {
    this.#workspace = workspace;
    this.#outbox = outbox;
    this.#ports = ports;
    this.#cashier = cashier;
    this.#offline = offline;
  }

  /**
   * `seen` is the sum the cashier took money for: if it differs by now, nothing happens. `tender` is what was taken now, beside
   * what an earlier payment brought. `taken` is called as soon as the payment is in the journal, whatever the service will say to
   * the receipt.
   */
  async pay(seen: Kopecks, tender: Tender, taken: (payment: Taken) => void): Promise<Done> {
    const { sale, busy } = this.#workspace;
    if (busy) return fail(problem('busy'));
    if (sale.stage.at !== 'open') return fail(problem('sale-not-open'));
    const offline = this.#isOffline(sale) || (sale.waived && sale.calculation === null);
    const reason = offline ? this.#whyNotQueueable(sale) : whyNotWritable(sale);
    if (reason) return fail(reason);
    if (due(sale) !== seen) return fail(problem('due-changed'));
    const payment = settle(seen, tender, sale.taken);
    if (!payment.ok) return fail(problem(UNPAID[payment.error]));
    const paid = await this.#workspace.whileBusy('writing', () =>
      this.#write(sale, payment.value, offline, () => {
        taken({ inCash: tender.cash > 0 || restOf(seen, sale.taken).back.cash > 0 });
      }),
    );
    // A doubt is looked into at once; whoever is paid next need not wait for that.
    if (this.#inDoubt) void this.resolve();
    return paid;
  }

  async #write(sale: Sale, payment: Payment, offline: boolean, taken: () => void): Promise<Done> {
    let entry = 0;
    const request = this.#request(sale, payment);
    const started = this.#workspace.apply(
      { kind: 'write-started', payment, ...(offline && { offline }) },
      (writing) => {
        entry = this.#ports.journal.intend(writing, request);
      },
    );
    if (!started.ok) return started;
    taken();
    this.#outbox.changed();
    if (sale.waived) return this.#putBy(entry);
    const callOff = this.#ports.slips.expect();
    const first = await this.#outbox.deliverFirst(entry);
    callOff();
    this.#follow(first, entry, sale.id);
    return DONE;
  }

  /** The service would not have it: it is told later, and the customer does not wait for that. */
  #putBy(entry: number): Done {
    const why = this.#workspace.state.refusal ?? problem('receipt-without-loyalty');
    const deferred = stored(() => this.#outbox.defer(entry, why));
    const queued = deferred.ok ? this.#queue() : deferred;
    // The outbox looks into it: the money was taken.
    if (!queued.ok) this.#doubt();
    if (!queued.ok) this.#outbox.wake();
    if (queued.ok) this.#workspace.notify('info', problem('receipt-without-loyalty'));
    return queued;
  }

  /**
   * A person decides to sell the receipt without the service, which would not calculate or write it: at the prices of the goods, with
   * nothing on it that only the service can allow.
   */
  waive(): Done {
    const { busy, refusal } = this.#workspace.state;
    if (busy) return fail(problem('busy'));
    if (refusal === null) return fail(problem('not-calculated'));
    return this.#workspace.apply({ kind: 'loyalty-waived', why: refusal.code });
  }

  /** At start: a write that was cut off when the program stopped is looked into. */
  async takeUp(): Promise<void> {
    this.#doubt();
    if (!this.#inDoubt) return;
    // A damaged journal may have lost the entry. Written again, the receipt still is told from another by its id.
    const entry = this.#entryInDoubt();
    if (entry === null) this.#reopen(-1);
    else if (!this.#askAgain(entry)) await this.resolve();
  }

  /** What a person was asked before the program stopped is asked anew, not looked into by itself. */
  #askAgain(entry: number): boolean {
    const asked = this.#outbox.firstOf(this.#workspace.sale.id);
    if (asked?.state !== 'dead' || asked.problem === null) return false;
    this.#stillOpen(asked.problem, entry);
    return true;
  }

  /** Learns what became of the write in doubt. The outbox looks from time to time by itself; this is for the cashier. */
  async resolve(): Promise<Done> {
    if (this.#workspace.busy) return fail(problem('busy'));
    const entry = this.#entryInDoubt();
    if (entry === null) return fail(problem('sale-not-open'));
    await this.#workspace.whileBusy('resolving', () => this.#look(entry));
    return DONE;
  }

  /** The next customer waits: the receipt in doubt leaves the desk, the outbox goes on with it. */
  park(): Done {
    if (!this.#inDoubt) return fail(problem('sale-not-open'));
    const parked = this.#queue();
    if (!parked.ok) return parked;
    this.#workspace.notify('info', problem('receipt-parked'));
    // Whoever wanted to know now need not wait for the answer either.
    this.#workspace.release('resolving');
    return DONE;
  }

  /** The customer has the money back: the receipt in doubt is deleted at the service, now or when it can be. */
  abandon(): Done {
    const entry = this.#entryInDoubt();
    const { sale } = this.#workspace;
    const { id, number } = sale;
    if (entry === null) return fail(problem('sale-not-open'));
    if (this.#outbox.isBusy(id)) return fail(problem('busy'));
    const abandoned = this.#workspace.apply({ kind: 'abandoned' }, (discarded) => {
      this.#ports.journal.abandon(discarded, entry);
    });
    if (!abandoned.ok) return abandoned;
    this.#workspace.putNewSale();
    this.#workspace.notify('info', problem('receipt-abandoned', { number, ...moneyTaken(sale) }));
    this.#outbox.changed();
    this.#outbox.wake();
    this.#workspace.settled();
    return DONE;
  }

  async #look(entry: number): Promise<void> {
    const { id } = this.#workspace.sale;
    this.followed(await this.#outbox.deliver(entry), entry, id);
  }

  /** What came of another attempt for a receipt that stood on the desk when it began; by now another one may. */
  followed(delivery: Delivery, entry: number, receipt: ReceiptId): void {
    this.#follow(delivery, entry, receipt);
    const { id, stage } = this.#workspace.sale;
    if (delivery.kind === 'done' && id === receipt && stage.at === 'written') {
      this.#workspace.notify('info', problem('write-resolved'));
    }
  }

  /** What the cashier is told, and what becomes of the receipt where the courier left that open. */
  #follow(delivery: Delivery, entry: number, receipt: ReceiptId): void {
    if (delivery.kind === 'done' || delivery.kind === 'given-up') {
      if (delivery.kind === 'given-up') this.#givenUp(delivery.problem);
      return;
    }
    const { id, stage } = this.#workspace.sale;
    const isOnDesk = id === receipt && (stage.at === 'writing' || stage.at === 'in-doubt');
    if (delivery.kind === 'dead' && !(isOnDesk && delivery.inDoubt)) this.#workspace.notify('error', delivery.problem);
    else if (!isOnDesk || delivery.problem.code === 'busy') return;
    else if (delivery.inDoubt) this.#stillOpen(delivery.problem, entry);
    else if (delivery.kind === 'waits') this.#notSent(delivery, entry);
  }

  #stillOpen(why: Problem, entry: number): void {
    this.#doubt();
    const disagrees = FOR_PERSON.has(why.code);
    this.#workspace.showDisagreement(disagrees ? { entry, problem: why } : null);
    const known = disagrees || why.code === 'journal-failed' || why.code === 'journal-busy';
    this.#workspace.notify('warning', known ? why : problem('write-outcome-unknown'));
  }

  /** Surely nothing happened: the receipt is queued where it may be, else it is open again. */
  #notSent({ problem: why, down }: Extract<Delivery, { kind: 'waits' }>, entry: number): void {
    const bound = this.#whyNotQueueable(this.#workspace.sale);
    if (down && !bound && this.#offline === 'queue' && !TOKEN_PROBLEMS.has(why.code)) {
      const queued = this.#queue();
      if (queued.ok) this.#workspace.notify('warning', problem('receipt-queued'));
      if (queued.ok) return;
    }
    const reopened = this.#reopen(entry);
    this.#outbox.changed();
    if (reopened.ok && TOKEN_PROBLEMS.has(why.code)) this.#refused(why);
    else this.#workspace.notify('error', reopened.ok ? (down && bound) || why : reopened.error);
    if (!reopened.ok) this.#doubt();
  }

  /** What only lacks a PIN is no reason to sell without the service. */
  #givenUp(why: Problem): void {
    if (askForgottenPins(this.#workspace) === null) this.#refused(why);
    else this.#workspace.notify('error', why);
  }

  /** The receipt is open again; a person may sell it without the service. */
  #refused(why: Problem): void {
    this.#workspace.showRefusal(why);
    this.#workspace.notify('error', why);
  }

  #whyNotQueueable(sale: Sale): Problem | null {
    const bound = whyNotQueueable(sale);
    if (bound === null || bound === 'sale-empty') return bound && problem(bound);
    return unallowed(bound, this.#workspace.state.loyalty);
  }

  #reopen(entry: number): Done {
    return this.#workspace.apply({ kind: 'write-refused' }, (open) => this.#ports.journal.reopen(open, entry));
  }

  #queue(): Done {
    const { journal, compose, slips, clock } = this.#ports;
    const queued = this.#workspace.apply({ kind: 'queued' }, (sale) => {
      journal.queue(sale, compose.notice(sale, clock.now()));
    });
    if (!queued.ok) return queued;
    slips.wake();
    // Its benefits are told to the ЕЦС, whenever the loyalty service will have the receipt.
    this.#outbox.changed();
    this.#outbox.wake();
    return DONE;
  }

  #doubt(): void {
    const { sale } = this.#workspace;
    if (sale.stage.at !== 'writing') return;
    const kept = this.#workspace.apply({ kind: 'outcome-lost' });
    if (!kept.ok) this.#workspace.showUnstored({ ...sale, stage: { at: 'in-doubt', payment: sale.stage.payment } });
  }

  #entryInDoubt(): number | null {
    return this.#inDoubt ? this.#ports.journal.intent(this.#workspace.sale.id) : null;
  }

  /** The service is known to be down and the receipt is not calculated: the shop may take it all the same. */
  #isOffline(sale: Sale): boolean {
    return isOffline(this.#workspace.state) && this.#offline === 'queue' && sale.calculation === null;
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

/** Who looks at the service's own list of receipts knows more than the program can find out. */
const FOR_PERSON: ReadonlySet<Problem['code']> = new Set([
  'write-not-resolved',
  'write-undecided',
  'write-unreadable',
  'write-contradicted',
]);

/** A till whose token is wrong is to be mended, not to be worked with. */
const TOKEN_PROBLEMS: ReadonlySet<Problem['code']> = new Set([
  'service-token-missing',
  'service-token-lost',
  'service-token-rejected',
]);
