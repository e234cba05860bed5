import type { BenefitCase } from '../domain/benefit-case.ts';
import type { Calculation } from '../domain/calculation.ts';
import type { Certificate, CertificateInfo } from '../domain/certificate.ts';
import type { Customer } from '../domain/customer.ts';
import type { Kopecks } from '../domain/money.ts';
import type { Payment } from '../domain/payment.ts';
import type { Phone } from '../domain/phone.ts';
import type { Problem } from '../domain/problem.ts';
import type { Assortment, Product } from '../domain/product.ts';
import type { Questionnaire } from '../domain/questionnaire.ts';
import type { Line, ReceiptId } from '../domain/receipt.ts';
import type { Refund, WrittenReceipt } from '../domain/receipt-return.ts';
import type { Result } from '../domain/result.ts';
import type { SecretLoss } from '../domain/secret-loss.ts';
import type { Shift, ShiftReport } from '../domain/shift.ts';
import type { ServiceLine, SlipDocument } from '../domain/slip.ts';
import type { TlsFault } from '../domain/tls-fault.ts';
import type { Sale, SaleEvent, WriteOutcome } from './sale.ts';

/** What the desk needs of the world. The composition root in electron/ plugs in the real ones, tests their own. */

/** Why a service gave no usable answer. Only `lost` leaves open whether the request took effect. */
export type ServiceFailure =
  /** Nothing reached the service: no route, refused connection, no token; `tls`: a connection that cannot be trusted. */
  | { readonly kind: 'unreachable'; readonly tls?: TlsFault }
  /** The outcome is unknown: a timeout, a cut connection, a 5xx, an answer that cannot be read. */
  | {
      readonly kind: 'lost';
      readonly cause: 'timeout' | 'dropped' | 'server-error' | 'unreadable';
      /** When to come again, where the service says so. */
      readonly retryAfterMs?: number;
    }
  /** `loss`: why, where there should be one. Nothing was sent. */
  | { readonly kind: 'token-missing'; readonly loss?: SecretLoss }
  | { readonly kind: 'token-rejected' }
  | { readonly kind: 'throttled'; readonly retryAfterMs: number }
  /** The service said no; `message` is its own sentence for the cashier, already cleaned for a screen. */
  | { readonly kind: 'refused'; readonly reason: RefusalReason; readonly message: string };

export type RefusalReason =
  | 'not-found'
  /** Done before: a receipt or a return already written, a customer already registered. */
  | 'duplicate'
  | 'other';

/** How a customer is identified: by phone, or by what a QR, a plastic card or a typed short code says. */
export type CustomerKey = { readonly phone: Phone } | { readonly code: string };

export type CalculationRequest = {
  readonly customerToken: string | null;
  readonly lines: readonly Line[];
  readonly redemption: Kopecks;
  readonly certificates: readonly Pick<Certificate, 'code' | 'pin' | 'amount' | 'forgotten'>[];
  readonly promo: string | null;
};

export type WriteRequest = CalculationRequest & {
  readonly receiptId: ReceiptId;
  readonly calculationId: string;
  readonly number: number;
  /** Epoch ms of the cashier's key press; a repeated write carries the same. */
  readonly at: number;
  readonly cashier: string;
  readonly payment: Payment;
};

/** A return of goods. Its own id lets the service tell a repeated request from a second return. */
export type ReturnRequest = {
  readonly id: string;
  readonly receiptId: ReceiptId;
  /** Epoch ms of the cashier's key press. */
  readonly at: number;
  readonly cashier: string;
  /** Empty for the whole receipt. */
  readonly lines: readonly Line[];
};

/** What the service made of a return. */
export type ReturnOutcome = {
  /** Bonuses given back to the customer, and accrued ones taken away again. */
  readonly restored: Kopecks;
  readonly withdrawn: Kopecks;
  /** `null` when the service does not say. */
  readonly balance: Kopecks | null;
  readonly text: readonly ServiceLine[];
};

/** Handed out by the service when a PIN was sent; the confirmation carries it. Empty when the service gives none. */
export type RegistrationTicket = string;

export interface LoyaltyGateway {
  identify(key: CustomerKey): Promise<Result<Customer, ServiceFailure>>;
  calculate(request: CalculationRequest): Promise<Result<Calculation, ServiceFailure>>;
  /** Has the service send the customer an SMS with a PIN. */
  askPin(customerToken: string): Promise<Result<void, ServiceFailure>>;
  checkPin(customerToken: string, pin: string): Promise<Result<void, ServiceFailure>>;
  write(request: WriteRequest): Promise<Result<WriteOutcome, ServiceFailure>>;
  /** Deletes the receipt at the service; `not-found` says that it never got there. */
  rollback(receiptId: ReceiptId): Promise<Result<void, ServiceFailure>>;
  /** Takes goods back: whole receipt or lines of it. `duplicate` says that this very return is written already. */
  returnReceipt(request: ReturnRequest): Promise<Result<ReturnOutcome, ServiceFailure>>;
  /** What is on a certificate; `null` when it cannot pay (MaxBonus: `status_code` 1). */
  certificate(code: string, pin: string): Promise<Result<CertificateInfo | null, ServiceFailure>>;
  /** Has an SMS with a PIN sent to a new customer; `duplicate` for one who is registered already. */
  requestRegistration(phone: Phone): Promise<Result<RegistrationTicket, ServiceFailure>>;
  repeatRegistrationPin(phone: Phone, ticket: RegistrationTicket): Promise<Result<void, ServiceFailure>>;
  register(
    phone: Phone,
    ticket: RegistrationTicket,
    pin: string,
    questionnaire: Questionnaire,
  ): Promise<Result<Customer, ServiceFailure>>;
  /** Sends the customer an SMS with a link to the chat bot. */
  sendChatBot(customerToken: string): Promise<Result<void, ServiceFailure>>;
  /** Sends goods of the shop and their groups, so that promotions can name them; the number of goods the service took. */
  importGoods(goods: Assortment): Promise<Result<number, ServiceFailure>>;
}

/** The journal as the desk sees it. Every method is one durable transaction: when it returns, the disk has it. */
export interface SaleJournal {
  /** The receipt on the desk when the program last stopped. */
  current(): Sale | null;
  sale(id: ReceiptId): Sale | null;
  numberOf(id: ReceiptId): number | null;
  /** The number for the next receipt. */
  nextNumber(): number;
  /** Stores what `event` made of an open sale; `before` lets it write only the lines that changed. */
  save(sale: Sale, before: Sale | null, event: SaleEvent): void;
  /** Takes an open or held sale away without writing it to the service; one that was never stored leaves nothing. */
  discard(sale: Sale): void;
  /** Receipts put aside, oldest first. */
  held(): readonly Sale[];
  /** Before the request leaves: the state `writing` and the whole request, as an outbox entry whose id comes back. */
  intend(sale: Sale, request: WriteRequest): number;
  /** The outbox entry of a write whose outcome is open. */
  intent(id: ReceiptId): number | null;
  /** The cashier is done with the receipt, the outbox is not: the slip says so. Only the outbox still knows the customer. */
  queue(sale: Sale, slip: SlipDocument | null): void;
  /**
   * The outcome, by the service's word or a person's, ends the entry; forgets the customer's name and token. `slip` is null
   * where one was printed before.
   */
  conclude(sale: Sale, entry: number, slip: SlipDocument | null, by: 'service' | 'person'): void;
  /** The write had no effect: the entry is gone and the sale is open again. */
  reopen(sale: Sale, entry: number): void;
  /** The cashier cancelled a receipt in doubt: an entry to delete it at the service takes the place of the write's. */
  abandon(sale: Sale, entry: number): number;
  /**
   * The service will not have a paid receipt whose customer has gone: its entry is dead and waits for a person. `notice` says so
   * on paper; null where one was printed before.
   */
  refuseLate(sale: Sale, entry: number, why: Problem, notice: SlipDocument | null): void;
  /** A person decided that the service need not have it: the entry is gone, and the customer's name and token with it. */
  setAside(sale: Sale, entry: number): void;
}

/** Whether the journal takes something now: another program may hold its file for some seconds. */
export interface JournalGate {
  isFree(): boolean;
  /** Resolves once it is, or when it was waited for long enough: what comes then fails by itself. */
  whenFree(): Promise<void>;
}

/** Returns in the journal; each method is one durable transaction. */
export interface ReturnJournal {
  /** Written receipts whose number or last digits of the phone begin with `text`, newest first, at most `most`. */
  find(text: string, most: number): readonly WrittenReceipt[];
  receipt(id: ReceiptId): WrittenReceipt | null;
  /** Before the request leaves; gives the id of its outbox entry. */
  intend(pending: PendingReturn): number;
  /** Returns whose outcome is open, oldest first. */
  open(): readonly OpenReturn[];
  /** The outcome, by the service's word or a person's, together with the slip to print. */
  conclude(
    pending: PendingReturn,
    entry: number,
    outcome: ReturnOutcome,
    slip: SlipDocument,
    by: 'service' | 'person',
  ): void;
  /** The goods count as sold again. */
  refuse(pending: PendingReturn, entry: number): void;
}

/** By its outbox entry and the number of its receipt. `asked`: only a person can say whether the service has it. */
export type OpenReturn = { readonly entry: number; readonly number: number; readonly asked: boolean };

/** A return on its way. */
export type PendingReturn = {
  readonly request: ReturnRequest;
  /** All that is given back, also when the request names no lines. */
  readonly given: readonly Line[];
  readonly refund: Refund;
};

/** Shifts in the journal; each method that changes something is one durable transaction. A sale opens one by itself. */
export interface ShiftJournal {
  current(): Shift | null;
  open(): Shift;
  /** The sums of the open shift so far; `null` between two shifts. */
  report(): ShiftReport | null;
  /** Closes the open shift: its report, fixed from now on, and the slip of it. */
  close(slipOf: (report: ShiftReport) => SlipDocument): ShiftReport | null;
  closed(number: number): ShiftReport | null;
  /** Reports of closed shifts, newest first. */
  past(most: number): readonly ShiftReport[];
}

export interface Catalogue {
  byBarcode(barcode: string): Product | null;
  byCode(code: string): Product | null;
}

/** Prints queued slips in the background; the journal holds them, so none is lost if this forgets. */
export interface SlipQueue {
  /** Looks into the journal for work. Returns at once. */
  wake(): void;
  /** A slip may come within moments: its printer is made ready meanwhile. Gives how to call that off, which is harmless when it came. */
  expect(): () => void;
  /** Queues a slip that the journal has with no sale; a `copy` comes out marked as one. */
  print(slip: SlipDocument, kind: 'sale' | 'registration' | 'shift', copy?: boolean): void;
  /** Queues the receipt's slip once more, marked as a copy; false when it has none. */
  reprint(receiptId: ReceiptId): boolean;
}

/** Composes slips: wording and order are printing's business. Times are epoch ms. */
export interface SlipComposer {
  sale(sale: Sale, outcome: WriteOutcome, at: number): SlipDocument;
  /** For a paid receipt that its service has yet to be told of. */
  notice(sale: Sale, at: number): SlipDocument;
  /** For the shop's papers: the service will not have a receipt that was paid; `message` is its own sentence. */
  refusal(sale: Sale, message: string, at: number): SlipDocument;
  receiptReturn(receipt: WrittenReceipt, pending: PendingReturn, outcome: ReturnOutcome): SlipDocument;
  registration(customer: Customer, at: number): SlipDocument;
  shift(report: ShiftReport, at: number): SlipDocument;
  /** For a holder who takes a service with a benefit. */
  benefit(given: BenefitCase, at: number): SlipDocument;
}

export interface Clock {
  /** Epoch ms. Somebody may set it, forward or back. */
  now(): number;
  /** ms since some moment before the program began; goes on evenly, whatever is done to `now`. */
  elapsed(): number;
  /** Calls `task` once after `delayMs`; gives back how to call it off. */
  after(delayMs: number, task: () => void): () => void;
}

export interface Ids {
  /** A new UUID. */
  next(): string;
}
