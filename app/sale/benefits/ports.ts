import type { Benefit, BenefitCheck, BenefitService, BenefitTransaction } from '../../domain/benefit.ts';
import type { ConnectionType, HolderCard } from '../../domain/benefit-card.ts';
import type { BenefitCase, BenefitDelivery, ServiceLevel } from '../../domain/benefit-case.ts';
import type { Kopecks } from '../../domain/money.ts';
import type { Result } from '../../domain/result.ts';
import type { SlipDocument } from '../../domain/slip.ts';
import type { ServiceFailure } from '../ports.ts';
import type { Sale, SaleEvent } from '../sale.ts';

/** Why the ЕЦС says no. Codes are those of the ЕЦС specification, appendix 7. */
export type BenefitRefusal =
  /** 01: no benefit of this holder for this service here. */
  | 'no-benefit'
  /** 02: nobody has this code or number. */
  | 'holder-not-found'
  /** 05: the card is blocked, expired or replaced by another. */
  | 'card-inactive'
  /** 06: the processing centre cannot be reached; later it may. Only of what changes nothing: else the outcome is open. */
  | 'processing-unreachable'
  /** 07: the organisation or its terminal is not known. */
  | 'participant-unknown'
  /** 08: no such service. */
  | 'service-unknown'
  /** HTTP 403: another connection type, or an address that the bank does not let in. */
  | 'forbidden'
  /** Of a confirmation only: it stands there already. */
  | 'already-confirmed'
  | 'other';

/** Why the ЕЦС gave no usable answer. Only `lost` leaves open whether the request took effect. */
export type BenefitFailure =
  | Exclude<ServiceFailure, { readonly kind: 'refused' }>
  | { readonly kind: 'refused'; readonly reason: BenefitRefusal; readonly message: string };

/** The fact that a service was given. With nothing personal in it, it can wait in the outbox. */
export type BenefitConfirmation = {
  readonly transactionId: number;
  readonly clientId: number;
  readonly benefitCategoryId: number;
  /** Of the service, before and after the discount. */
  readonly price: Kopecks | null;
  readonly discountedPrice: Kopecks | null;
};

/** Confirmed transactions of a holder. */
export type TransactionQuery = {
  readonly card: HolderCard;
  /** Days with their ends, YYYY-MM-DD. */
  readonly from: string;
  readonly to: string;
  /** From 0. */
  readonly page: number;
  readonly pageSize: number;
};

export type TransactionPage = {
  readonly transactions: readonly BenefitTransaction[];
  /** On all pages. */
  readonly total: number;
};

export interface BenefitGateway {
  /** All services of the organisation. */
  services(): Promise<Result<readonly BenefitService[], BenefitFailure>>;
  check(check: BenefitCheck): Promise<Result<Benefit, BenefitFailure>>;
  /** Tells that the service was given; connection types 1 and 2 only. The same confirmation may be sent again. */
  confirm(confirmation: BenefitConfirmation): Promise<Result<void, BenefitFailure>>;
  /** Tells that the holder declined; `not-told` where the profile does not say that the ЕЦС can be. */
  refuse(transactionId: number): Promise<Result<'told' | 'not-told', BenefitFailure>>;
  transactions(query: TransactionQuery): Promise<Result<TransactionPage, BenefitFailure>>;
}

/** A change of the receipt on the desk, stored together with what caused it. */
export type SaleChange = { readonly sale: Sale; readonly before: Sale; readonly event: SaleEvent };

/** Benefits in the journal; no card and no name is in it. Each method that changes something is one durable transaction. */
export interface BenefitJournal {
  /** Before a check that the ЕЦС counts by itself; noted until it is `found` or `answered` otherwise. */
  asked(service: string): void;
  answered(): void;
  /** The service of a check whose answer nobody knows. */
  unanswered(): string | null;
  /** Before the cashier sees what a check found. */
  found(connection: ConnectionType, service: BenefitService, benefit: Benefit, price: Kopecks | null): BenefitCase;
  get(id: number): BenefitCase | null;
  /** All that are not over, and the latest `others`; newest first. */
  list(others: number): readonly BenefitCase[];
  /** How telling the ЕЦС of a case that is being confirmed goes. */
  delivery(id: number): BenefitDelivery | null;
  /** The holder got the service: the ЕЦС is told of the case as it stands now where it has to be, and the slip printed. */
  give(given: BenefitCase, slip: SlipDocument): void;
  /**
   * The holder takes it with the receipt that it lowers. It is given when that receipt is paid, and found again when its
   * discount is off the receipt or the receipt is cancelled: the journal sees to both as it stores what became of the receipt.
   */
  take(taken: BenefitCase, slip: SlipDocument, change: SaleChange): void;
  /** The holder does without; `tell`: the ЕЦС is told. */
  decline(declined: BenefitCase, tell: boolean): void;
  /** The ЕЦС has the confirmation: its outbox entry is gone, and the holder and the categories with it. */
  confirmed(id: number, entry: number): void;
  /** A person decided that the ЕЦС need not have it. */
  failed(id: number, entry: number): void;
}

/** Services by how lately they were asked about here, the latest first. */
export interface UsedServices {
  list(): readonly BenefitService[];
  use(service: BenefitService): void;
}

/** Checks of the last day, counted; nothing of who was checked. */
export interface CheckCounts {
  count(check: 'in-time' | 'late' | 'failed'): void;
  lastDay(): ServiceLevel;
}
