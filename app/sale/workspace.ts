import type { CertificateInfo } from '../domain/certificate.ts';
import type { Phone } from '../domain/phone.ts';
import { type Problem, problem } from '../domain/problem.ts';
import type { ReceiptId } from '../domain/receipt.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { Ids, RegistrationTicket, SaleJournal } from './ports.ts';
import type { Reading } from './readings.ts';
import { apply, newSale, type Sale, type SaleEvent } from './sale.ts';

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
export type Registration = { readonly phone: Phone; readonly ticket: RegistrationTicket };

/** Everything about the sale that can be shown. A new object after every change. */
export type DeskState = {
  readonly sale: Sale;
  readonly busy: Busy | null;
  readonly notice: Notice | null;
  readonly question: Question | null;
  /** Looked up, and waiting for the cashier to say how much it pays. */
  readonly certificate: CertificateInfo | null;
  readonly registration: Registration | null;
  /** Number of the receipt of a return whose outcome is open. */
  readonly returnInDoubt: number | null;
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
  #lastId = 0;

  /** Takes up the receipt that was on the desk when the program last stopped. */
  constructor(journal: SaleJournal, ids: Ids, listeners: WorkspaceListeners) {
    this.#journal = journal;
    this.#ids = ids;
    this.#listeners = listeners;
    this.#state = {
      sale: journal.current() ?? this.#freshSale(),
      busy: null,
      notice: null,
      question: null,
      certificate: null,
      registration: null,
      returnInDoubt: null,
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
    store: (next: Sale, before: Sale) => void = (next, before) => this.#journal.save(next, before),
  ): Done {
    const before = this.sale;
    const next = apply(before, event);
    if (!next.ok) return next;
    if (next.value === before) return DONE;
    try {
      store(next.value, before);
    } catch (error) {
      return fail(problem('journal-failed', { reason: error instanceof Error ? error.message : String(error) }));
    }
    this.#show({ sale: next.value, notice: null });
    return DONE;
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
    this.#show({ sale: this.#freshSale(), notice: null, question: null, certificate: null, registration: null });
  }

  async whileBusy<Value>(busy: Busy, work: () => Promise<Value>): Promise<Value> {
    this.#show({ busy });
    try {
      return await work();
    } finally {
      this.#show({ busy: null });
      this.#listeners.free();
    }
  }

  showCertificate(certificate: CertificateInfo | null): void {
    this.#show({ certificate });
  }

  showRegistration(registration: Registration | null): void {
    this.#show({ registration });
  }

  showReturnInDoubt(number: number | null): void {
    this.#show({ returnInDoubt: number });
  }

  ask(text: string, options: readonly Reading[]): void {
    this.#show({ question: { id: this.#nextId(), text, options } });
  }

  /** Takes the question off the desk; `null` when another one stands there by now. */
  settleQuestion(id: number): Question | null {
    const { question } = this.#state;
    if (question?.id !== id) return null;
    this.#show({ question: null });
    return question;
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
