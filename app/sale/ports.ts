import type { Calculation } from '../domain/calculation.ts';
import type { Customer } from '../domain/customer.ts';
import type { Kopecks } from '../domain/money.ts';
import type { Payment } from '../domain/payment.ts';
import type { Phone } from '../domain/phone.ts';
import type { Product } from '../domain/product.ts';
import type { Line, ReceiptId } from '../domain/receipt.ts';
import type { Result } from '../domain/result.ts';
import type { SlipDocument } from '../domain/slip.ts';
import type { Sale, WriteOutcome } from './sale.ts';

/** What the desk needs of the world. The composition root in electron/ plugs in the real ones, tests their own. */

/** Why a service gave no usable answer. Only `lost` leaves open whether the request took effect. */
export type ServiceFailure =
  /** Nothing reached the service: no route, refused connection, no token. */
  | { readonly kind: 'unreachable' }
  /** The outcome is unknown: a timeout, a cut connection, a 5xx, an answer that cannot be read. */
  | { readonly kind: 'lost'; readonly cause: 'timeout' | 'dropped' | 'server-error' | 'unreadable' }
  | { readonly kind: 'token-missing' }
  | { readonly kind: 'token-rejected' }
  | { readonly kind: 'throttled'; readonly retryAfterMs: number }
  /** The service said no; `message` is its own sentence for the cashier, already cleaned for a screen. */
  | { readonly kind: 'refused'; readonly reason: RefusalReason; readonly message: string };

export type RefusalReason = 'not-found' | 'duplicate' | 'other';

/** How a customer is identified: by phone, or by what a QR, a plastic card or a typed short code says. */
export type CustomerKey = { readonly phone: Phone } | { readonly code: string };

export type CalculationRequest = {
  readonly customerToken: string | null;
  readonly lines: readonly Line[];
  readonly redemption: Kopecks;
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

export interface LoyaltyGateway {
  identify(key: CustomerKey): Promise<Result<Customer, ServiceFailure>>;
  calculate(request: CalculationRequest): Promise<Result<Calculation, ServiceFailure>>;
  /** Has the service send the customer an SMS with a PIN. */
  askPin(customerToken: string): Promise<Result<void, ServiceFailure>>;
  checkPin(customerToken: string, pin: string): Promise<Result<void, ServiceFailure>>;
  write(request: WriteRequest): Promise<Result<WriteOutcome, ServiceFailure>>;
  /** Deletes the receipt at the service; `not-found` says that it never got there. */
  rollback(receiptId: ReceiptId): Promise<Result<void, ServiceFailure>>;
}

/** The journal as the desk sees it. Every method is one durable transaction: when it returns, the disk has it. */
export interface SaleJournal {
  /** The receipt on the desk when the program last stopped. */
  current(): Sale | null;
  /** The number for the next receipt. */
  nextNumber(): number;
  /** Stores the state of an open sale; `before` lets it write only the lines that changed. */
  save(sale: Sale, before: Sale | null): void;
  /** Takes an open sale off the desk without writing it to the service. */
  discard(sale: Sale): void;
  /** Before the request leaves: the state `writing` together with the whole request. */
  intend(sale: Sale, request: WriteRequest): void;
  /** The request of a write whose outcome is still open. */
  intent(id: ReceiptId): WriteRequest | null;
  /** The outcome and the slip to print, in one transaction; forgets the customer's name and token. */
  conclude(sale: Sale, slip: SlipDocument): void;
  /** The service refused the write: the intent is closed and the sale is open again. */
  reopen(sale: Sale): void;
}

export interface Catalogue {
  byBarcode(barcode: string): Product | null;
  byCode(code: string): Product | null;
}

/** Prints queued slips in the background; the journal holds them, so none is lost if this forgets. */
export interface SlipQueue {
  /** Looks into the journal for work. Returns at once. */
  wake(): void;
  /** Queues the receipt's slip once more, marked as a copy; false when it has none. */
  reprint(receiptId: ReceiptId): boolean;
}

/** Writes the slip of a concluded sale: wording and order are printing's business. */
export type ComposeSlip = (sale: Sale, outcome: WriteOutcome, at: number) => SlipDocument;

export interface Clock {
  /** Epoch ms. */
  now(): number;
  /** Calls `task` once after `delayMs`; gives back how to call it off. */
  after(delayMs: number, task: () => void): () => void;
}

export interface Ids {
  /** A new UUID. */
  next(): string;
}
