import type { CertificateInfo } from '../domain/certificate.ts';
import type { Customer } from '../domain/customer.ts';
import type { Payment } from '../domain/payment.ts';
import type { Phone } from '../domain/phone.ts';
import { type Problem, problem } from '../domain/problem.ts';
import type { Quantity } from '../domain/quantity.ts';
import type { Line, ReceiptId } from '../domain/receipt.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { Shift } from '../domain/shift.ts';
import type { BenefitState } from './benefits/benefit-state.ts';
import type { OutboxDepth } from './outbox/entry.ts';
import type { Ids, RegistrationTicket, SaleJournal, ServiceFailure } from './ports.ts';
import type { Reading } from './readings.ts';
import { apply, type Chosen, newSale, type Sale, type SaleEvent } from './sale.ts';
import { isOutage } from './service-problem.ts';
import type { SentSms } from './sms-pause.ts';
import { stored } from './stored.ts';

/** What the desk waits for at the loyalty service. */
export type Busy =
  | 'identifying'
  | 'calculating'
  | 'asking-pin'
  | 'checking-pin'
  | 'writing'
  | 'resolving'
  | 'looking-up'
  | 'registering'
  | 'returning'
  | 'sending-chat-bot';
export type Tone = 'info' | 'warning' | 'error';
export type Notice = Problem & { readonly id: number; readonly tone: Tone };
/** Several readings of one code; the cashier chooses. */
export type Question = { readonly id: number; readonly text: string; readonly options: readonly Reading[] };

/** A new customer who was sent a PIN. The phone lives here until they are registered or give up. */
export type Registration = { readonly phone: Phone; readonly ticket: RegistrationTicket; readonly sms: SentSms };

/** A certificate that was scanned and is refused without its PIN, or with this one. */
export type LockedCertificate = {
  readonly code: string;
  readonly why: 'certificate-pin-needed' | 'certificate-pin-wrong';
};

/** A paid receipt that has left the desk: its change may still have to be counted out. */
export type PaidReceipt = { readonly number: number; readonly payment: Payment };

/** Goods that were scanned for a receipt and are not on it; the same code again and again counts up. */
export type Unsold = {
  readonly receipt: ReceiptId;
  /** Empty where nothing of the code can be told. */
  readonly text: string;
  readonly why: Problem;
  readonly times: number;
};

/** `at`: epoch ms. `seen`: somebody said so. */
export type Warning = Problem & { readonly id: number; readonly at: number; readonly seen: boolean };

/** Older warnings give way. */
const MOST_WARNINGS = 50;

/** Goods that come and go leave standing what the cashier has yet to read; what has to do with goods outlives nothing. */
const OF_GOODS: ReadonlySet<SaleEvent['kind']> = new Set(['line-added', 'quantity-changed', 'line-removed']);
const OF_CUSTOMER: ReadonlySet<Problem['code']> = new Set([
  'customer-not-found',
  'certificate-not-found',
  'certificate-not-payable',
]);
/** Not about the receipt on the desk: they outlive it. */
const OF_OTHERS: ReadonlySet<Problem['code']> = new Set([
  'write-refused-late',
  'write-undecided',
  'return-refused-late',
  'rollback-refused',
  'benefit-confirmation-rejected',
  'benefit-refusal-rejected',
  'journal-failed',
  'journal-busy',
]);
/** What can be taken back with one press: a customer who gave way to another or to nobody, a line that was removed. */
export type Undoable =
  | { readonly kind: 'customer'; readonly customer: Customer; readonly chosen: Chosen; readonly now: string | null }
  | { readonly kind: 'line'; readonly line: Line };

/** Everything about the sale that can be shown. A new object after every change. */
export type DeskState = {
  readonly sale: Sale;
  readonly busy: Busy | null;
  readonly notice: Notice | null;
  readonly question: Question | null;
  /** Looked up, and waiting for the cashier to say how much it pays. */
  readonly certificate: CertificateInfo | null;
  /** The receipt that was paid before the one on the desk; `null` once the cashier has put it away. */
  readonly lastPaid: PaidReceipt | null;
  readonly lockedCertificate: LockedCertificate | null;
  readonly undoable: Undoable | null;
  /** The last SMS with a PIN for a write-off from this receipt. */
  readonly pinSms: SentSms | null;
  /** In what quantity the next goods come; `null`: as they are. */
  readonly armed: Quantity | null;
  /** Scans of goods that did not get onto a receipt, oldest first; also those of receipts put aside. */
  readonly unsold: readonly Unsold[];
  /** What people have to know beside the receipt, oldest first. */
  readonly warnings: readonly Warning[];
  readonly registration: Registration | null;
  /** How the loyalty service last answered. */
  readonly loyalty: ServiceState;
  readonly outbox: OutboxState;
  /** Why only a person can say whether the service has the receipt in doubt. */
  readonly disagreement: Disagreement | null;
  /** Why the service would not calculate or write the receipt on the desk: it may be sold without the service. */
  readonly refusal: Problem | null;
  /** Receipts put aside, oldest first. */
  readonly held: readonly Sale[];
  /** `null` between two shifts. */
  readonly shift: Shift | null;
  /** `null` where the till has no ЕЦС. */
  readonly benefits: BenefitState | null;
};

/** `null`: not asked yet. A refusal is an answer like any other. */
export type ServiceState = 'ok' | ServiceFailure | null;

/** The loyalty service is known not to answer as it should: what only it can allow cannot be had. */
export function isOffline({ loyalty }: Pick<DeskState, 'loyalty'>): boolean {
  return loyalty !== null && loyalty !== 'ok' && isOutage(loyalty);
}

/** `entry`: the outbox entry of the receipt's write. */
export type Disagreement = { readonly entry: number; readonly problem: Problem };

/**
 * What the services have yet to be told. `returnOf`: the number of the receipt of the oldest return that is being found out about;
 * `askedReturn`: of one that only a person can find out about, with its entry.
 */
export type OutboxState = OutboxDepth & {
  readonly returnOf: number | null;
  readonly askedReturn: { readonly entry: number; readonly number: number } | null;
};

/** The answer to a cashier's command. */
export type Done = Result<undefined, Problem>;
export const DONE: Done = ok(undefined);

type WorkspaceListeners = {
  /** The state is another one. */
  changed(): void;
  /** A wait for the service is over or a question is settled. */
  free(): void;
};

/** What stands on the desk: the sale, stored before it is shown, and what the cashier is told about it. */
export class Workspace {
  readonly #journal: SaleJournal;
  readonly #ids: Ids;
  readonly #listeners: WorkspaceListeners;
  #state: DeskState;
  /** The work that `busy` tells of. */
  #waitedFor: (() => Promise<unknown>) | null = null;
  #lastId = 0;

  /** Takes up the receipt that was on the desk when the program last stopped. */
  constructor(journal: SaleJournal, ids: Ids, listeners: WorkspaceListeners) {
    this.#journal = journal;
    this.#ids = ids;
    this.#listeners = listeners;
    const sale = journal.current() ?? this.#freshSale();
    // What was scanned and not sold is not stored, nor what was on its way from the scanner.
    const isCutShort = sale.stage.at === 'open' && sale.lines.length > 0;
    this.#state = {
      sale,
      busy: null,
      notice: isCutShort ? { ...problem('sale-resumed'), tone: 'warning', id: this.#nextId() } : null,
      question: null,
      certificate: null,
      lastPaid: null,
      lockedCertificate: null,
      undoable: null,
      pinSms: null,
      armed: null,
      unsold: [],
      warnings: [],
      registration: null,
      loyalty: null,
      outbox: { waiting: 0, dead: 0, returnOf: null, askedReturn: null },
      disagreement: null,
      refusal: null,
      held: [],
      shift: null,
      benefits: null,
    };
  }

  get state(): DeskState {
    return this.#state;
  }

  get sale(): Sale {
    return this.#state.sale;
  }

  get busy(): Busy | null {
    return this.#state.busy;
  }

  /** Applies what the cashier or the service caused; `store` decides how it gets into the journal. */
  apply(
    event: SaleEvent,
    store: (next: Sale, before: Sale) => void = (next, before) => this.#journal.save(next, before, event),
  ): Done {
    const before = this.sale;
    const next = applied(before, event, store);
    if (!next.ok) return next;
    const { notice } = this.#state;
    const stays = OF_GOODS.has(event.kind) && notice && (notice.tone === 'error' || OF_CUSTOMER.has(notice.code));
    if (next.value !== before) this.#show({ sale: next.value, notice: stays ? notice : null });
    return DONE;
  }

  /** The same for any receipt, on the desk or not. */
  applyTo(id: ReceiptId, event: SaleEvent, store: (next: Sale, before: Sale) => void): Done {
    if (id === this.sale.id) return this.apply(event, store);
    const sale = this.#journal.sale(id);
    if (!sale) return fail(problem('receipt-not-found'));
    const next = applied(sale, event, store);
    return next.ok ? DONE : next;
  }

  /** Like `apply`, for an event with nobody to answer: a failure becomes a notice. */
  record(event: SaleEvent): void {
    const done = this.apply(event);
    if (!done.ok) this.notify('error', done.error);
  }

  /** Shows a state that the journal could not take; its last good state still says the same or less. */
  showUnstored(sale: Sale): void {
    this.#show({ sale });
  }

  putNewSale(): void {
    this.put(this.#freshSale());
  }

  /** A receipt is done with: what waited for that may come. */
  settled(): void {
    this.#listeners.free();
  }

  /** Puts this sale on the desk, with nothing of the last one left. */
  put(sale: Sale): void {
    const { id, stage, number } = this.sale;
    const unsold =
      stage.at === 'held' ? this.#state.unsold : this.#state.unsold.filter(({ receipt }) => receipt !== id);
    const { notice } = this.#state;
    const paid = stage.at === 'written' || stage.at === 'queued' ? { number, payment: stage.payment } : null;
    const lastPaid = paid ?? this.#state.lastPaid;
    const none = { armed: null, question: null, certificate: null, registration: null, disagreement: null };
    const kept = { lastPaid, unsold, notice: notice && OF_OTHERS.has(notice.code) ? notice : null };
    this.#show({ sale, ...kept, ...none, lockedCertificate: null, undoable: null, pinSms: null, refusal: null });
  }

  /** The cashier has read of the receipt before. */
  forgetLastPaid(): void {
    this.#show({ lastPaid: null });
  }

  arm(armed: Quantity | null): void {
    if (armed !== this.#state.armed) this.#show({ armed });
  }

  addUnsold(text: string, why: Problem): void {
    const receipt = this.sale.id;
    const isSame = (one: Unsold) => one.receipt === receipt && one.text === text && one.why.code === why.code;
    const { unsold } = this.#state;
    const times = (unsold.find(isSame)?.times ?? 0) + 1;
    this.#show({ unsold: [...unsold.filter((one) => !isSame(one)), { receipt, text, why, times }] });
  }

  /** Goods whose weight was told by now are on the receipt. */
  forgetWeightless(text: string): void {
    const isDone = (one: Unsold) =>
      one.receipt === this.sale.id && one.text === text && one.why.code === 'weight-needed';
    if (this.#state.unsold.some(isDone)) this.#show({ unsold: this.#state.unsold.filter((one) => !isDone(one)) });
  }

  /** Those of the receipt on the desk are acknowledged. */
  forgetUnsold(): void {
    this.#show({ unsold: this.#state.unsold.filter(({ receipt }) => receipt !== this.sale.id) });
  }

  /** @param at epoch ms */
  warn(told: Problem, at: number): void {
    const warnings = [...this.#state.warnings, { ...told, id: this.#nextId(), at, seen: false }];
    this.#show({ warnings: warnings.slice(-MOST_WARNINGS) });
  }

  acknowledgeWarnings(): void {
    this.#show({ warnings: this.#state.warnings.map((one) => ({ ...one, seen: true })) });
  }

  async whileBusy<Value>(busy: Busy, work: () => Promise<Value>): Promise<Value> {
    this.#waitedFor = work;
    this.#show({ busy });
    try {
      return await work();
    } finally {
      if (this.#waitedFor === work) this.release(busy);
    }
  }

  /** Nobody at the till waits for this any more, though it may go on: what waited for that may come. */
  release(busy: Busy): void {
    if (this.#state.busy === busy) {
      this.#waitedFor = null;
      this.#show({ busy: null });
    }
    this.#listeners.free();
  }

  /** What is known of the certificate that was looked up; one that was locked is so no more. */
  showCertificate(certificate: CertificateInfo | null): void {
    this.#show({ certificate, lockedCertificate: null });
  }

  showLockedCertificate(lockedCertificate: LockedCertificate): void {
    this.#show({ lockedCertificate });
  }

  showUndoable(undoable: Undoable | null): void {
    this.#show({ undoable });
  }

  showPinSms(pinSms: SentSms): void {
    this.#show({ pinSms });
  }

  showRegistration(registration: Registration | null): void {
    this.#show({ registration });
  }

  showLoyalty(loyalty: ServiceState): void {
    this.#show({ loyalty });
  }

  showDisagreement(disagreement: Disagreement | null): void {
    this.#show({ disagreement });
  }

  showRefusal(refusal: Problem | null): void {
    this.#show({ refusal });
  }

  showHeld(held: readonly Sale[]): void {
    this.#show({ held });
  }

  showShift(shift: Shift | null): void {
    this.#show({ shift });
  }

  showBenefits(benefits: BenefitState): void {
    this.#show({ benefits });
  }

  showOutbox(outbox: OutboxState): void {
    this.#show({ outbox });
  }

  ask(text: string, options: readonly Reading[]): void {
    this.#show({ question: { id: this.#nextId(), text, options } });
  }

  /** Takes the question off the desk and gives the answer; `null` when it is not there any more or has no such option. */
  settleQuestion(id: number, option: number): Reading | null {
    const { question } = this.#state;
    const chosen = question?.id === id ? question.options[option] : undefined;
    if (!chosen) return null;
    this.#show({ question: null });
    return chosen;
  }

  dismissQuestion(id: number): void {
    if (this.#state.question?.id === id) this.#show({ question: null });
  }

  notify(tone: Tone, told: Problem): void {
    this.#show({ notice: { ...told, tone, id: this.#nextId() } });
  }

  dismissNotice(id: number): void {
    if (this.#state.notice?.id === id) this.#show({ notice: null });
  }

  #freshSale(): Sale {
    return newSale(this.#ids.next() as ReceiptId, this.#journal.nextNumber());
  }

  #nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  #show(change: Partial<DeskState>): void {
    this.#state = { ...this.#state, ...change };
    this.#listeners.changed();
  }
}

/** The next state, once the disk has it. */
function applied(before: Sale, event: SaleEvent, store: (next: Sale, before: Sale) => void): Result<Sale, Problem> {
  const next = apply(before, event);
  if (!next.ok || next.value === before) return next;
  const kept = stored(() => store(next.value, before));
  return kept.ok ? next : kept;
}
