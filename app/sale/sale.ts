import { type BenefitDiscount, withBenefit, withoutBenefit } from '../domain/benefit-discount.ts';
import type { Calculation } from '../domain/calculation.ts';
import { type Certificate, certificatesTotal, limitCertificates } from '../domain/certificate.ts';
import type { Customer } from '../domain/customer.ts';
import { type Kopecks, kopecks, LARGEST_AMOUNT, least, ZERO } from '../domain/money.ts';
import { byKind, type Money, NO_MONEY, type Payment, total } from '../domain/payment.ts';
import { type Problem, problem } from '../domain/problem.ts';
import type { Product } from '../domain/product.ts';
import { LARGEST_QUANTITY, ONE, type Quantity, quantity } from '../domain/quantity.ts';
import { type Line, linesTotal, type ReceiptId } from '../domain/receipt.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { ServiceLine } from '../domain/slip.ts';

/**
 * One sale from the first scan to the written receipt, as a pure state machine: `apply(sale, event)` gives the next
 * state or says why not. No I/O, no clock; the desk feeds it and stores what comes out.
 *
 *     held ◀─held / taken-back─▶ open ──write-started──▶ writing ──written──▶ written
 *                                 ▲                        │  │
 *                                 │                        │  ├──outcome-lost──▶ in-doubt ──written──▶ written
 *                                 └──────write-refused─────┴──│────────────────────┘ │
 *                                                             └──queued──▶ queued ◀──┘ ──written──▶ written
 *
 * `queued`: paid and done with for the cashier; the outbox will have it written.
 */
export type Sale = {
  readonly id: ReceiptId;
  /** Running number of the receipt at this till, as people call it. */
  readonly number: number;
  readonly lines: readonly Line[];
  /** For the next line; counts up also when lines are removed. */
  readonly nextIndex: number;
  /** The line the cashier's last action touched. */
  readonly selected: number | null;
  readonly customer: Customer | null;
  /** Bonuses the customer chose to take off. */
  readonly redemption: Kopecks;
  /** The service's answer for just this receipt; `null` as soon as anything it depends on changes. */
  readonly calculation: Calculation | null;
  /** What the last calculation allowed to take off; kept when it is outdated, as the best there is to show. */
  readonly redemptionLimit: Kopecks | null;
  readonly pin: Pin;
  /** Gift certificates that pay a part; each code once. */
  readonly certificates: readonly Certificate[];
  /** The customer's promo code, coupon or gift code as typed or scanned. */
  readonly promo: string | null;
  /** Money that a payment brought which came to nothing: it stays paid, until the receipt is written or cancelled. */
  readonly taken: Money;
  /** A person decided to sell it without the loyalty service, which would not calculate or write it. */
  readonly waived: boolean;
  readonly stage: Stage;
};

/** What a customer chose to take off, and how far it was confirmed. */
export type Chosen = Pick<Sale, 'redemption' | 'redemptionLimit' | 'pin'>;

/** Whether the customer confirmed the write-off by the PIN of an SMS, and up to which amount. */
export type Pin = { readonly asked: boolean; readonly confirmedUpTo: Kopecks };

export type Stage =
  | { readonly at: 'open' | 'held' | 'discarded' }
  | { readonly at: 'writing' | 'in-doubt' | 'queued' | 'set-aside'; readonly payment: Payment }
  | { readonly at: 'written'; readonly payment: Payment; readonly outcome: WriteOutcome };

/** What the service made of the written receipt. */
export type WriteOutcome = {
  readonly redeemed: Kopecks;
  readonly accrued: Kopecks;
  /** `null` when the service does not say. */
  readonly balance: Kopecks | null;
  /** Lines for the foot of the receipt, printed as the service gives them. */
  readonly text: readonly ServiceLine[];
};

export type SaleEvent =
  /** `mark`: of one marked piece. */
  | { readonly kind: 'line-added'; readonly product: Product; readonly quantity: Quantity; readonly mark?: string }
  | { readonly kind: 'quantity-changed'; readonly index: number; readonly quantity: Quantity }
  | { readonly kind: 'line-removed'; readonly index: number }
  /** `restored`: put back with what was chosen for them; they gave way to somebody else by mistake. */
  | { readonly kind: 'customer-identified'; readonly customer: Customer; readonly restored?: Chosen }
  | { readonly kind: 'customer-removed' }
  | { readonly kind: 'redemption-chosen'; readonly amount: Kopecks }
  | { readonly kind: 'certificate-added'; readonly certificate: Certificate }
  | { readonly kind: 'certificate-removed'; readonly code: string }
  /** Certificates must not pay more than this together. */
  | { readonly kind: 'certificates-limited'; readonly most: Kopecks }
  | { readonly kind: 'promo-entered'; readonly code: string }
  | { readonly kind: 'promo-removed' }
  | ({ readonly kind: 'benefit-applied' } & BenefitDiscount)
  | { readonly kind: 'benefit-removed'; readonly caseId: number }
  | { readonly kind: 'calculated'; readonly calculation: Calculation }
  /** Sold without the service, which would not have it for this reason. */
  | { readonly kind: 'loyalty-waived'; readonly why: Problem['code'] }
  | { readonly kind: 'pin-asked' }
  | { readonly kind: 'pin-confirmed' }
  | { readonly kind: 'held' }
  | { readonly kind: 'taken-back' }
  | { readonly kind: 'discarded' }
  /** `offline`: nothing could be calculated, the service is down. */
  | { readonly kind: 'write-started'; readonly payment: Payment; readonly offline?: true }
  | { readonly kind: 'outcome-lost' }
  | { readonly kind: 'queued' }
  /** A person decided that the service need not have it. */
  | { readonly kind: 'set-aside' }
  /** Cancelled while its write is in doubt. */
  | { readonly kind: 'abandoned' }
  | { readonly kind: 'write-refused' }
  | { readonly kind: 'written'; readonly outcome: WriteOutcome };

const NO_PIN: Pin = { asked: false, confirmedUpTo: ZERO };

export function newSale(id: ReceiptId, number: number): Sale {
  return {
    id,
    number,
    lines: [],
    nextIndex: 1,
    selected: null,
    customer: null,
    redemption: ZERO,
    calculation: null,
    redemptionLimit: null,
    pin: NO_PIN,
    certificates: [],
    promo: null,
    taken: NO_MONEY,
    waived: false,
    stage: { at: 'open' },
  };
}

/** The next state of the sale, or the reason why the event cannot happen to it. */
export function apply(sale: Sale, event: SaleEvent): Result<Sale, Problem> {
  switch (event.kind) {
    case 'written':
    case 'outcome-lost':
    case 'queued':
    case 'set-aside':
    case 'abandoned':
    case 'write-refused':
      return concludeWrite(sale, event);
    case 'taken-back':
      return sale.stage.at === 'held' ? ok({ ...sale, stage: { at: 'open' } }) : fail(problem('receipt-not-held'));
    default:
      return sale.stage.at === 'open' ? applyToOpen(sale, event) : fail(problem('sale-not-open'));
  }
}

type Conclusion = Extract<
  SaleEvent,
  { kind: 'written' | 'outcome-lost' | 'queued' | 'set-aside' | 'abandoned' | 'write-refused' }
>;

function concludeWrite(sale: Sale, event: Conclusion): Result<Sale, Problem> {
  const { stage } = sale;
  if (stage.at !== 'writing' && stage.at !== 'in-doubt' && stage.at !== 'queued') return fail(problem('sale-not-open'));
  const { payment } = stage;
  switch (event.kind) {
    case 'written':
      return ok({ ...sale, stage: { at: 'written', payment, outcome: event.outcome } });
    case 'outcome-lost':
      return ok({ ...sale, stage: { at: 'in-doubt', payment } });
    case 'queued':
    case 'set-aside':
      return ok({ ...sale, stage: { at: event.kind, payment } });
    case 'abandoned':
      return ok({ ...sale, stage: { at: 'discarded' } });
    case 'write-refused':
      // The calculation and the PIN were used up or are no longer known to the service: the next attempt makes new ones.
      return ok({ ...sale, calculation: null, pin: NO_PIN, taken: moneyOf(payment), stage: { at: 'open' } });
  }
}

type Opening = Extract<SaleEvent, { kind: 'taken-back' }>;

function applyToOpen(sale: Sale, event: Exclude<SaleEvent, Conclusion | Opening>): Result<Sale, Problem> {
  switch (event.kind) {
    case 'line-added':
      return addLine(sale, event);
    case 'quantity-changed':
      return changeQuantity(sale, event.index, event.quantity);
    case 'line-removed': {
      const removed = sale.lines.find((line) => line.index === event.index);
      if (!removed) return fail(problem('line-not-found'));
      const left = sale.lines.filter((line) => line !== removed);
      // Its benefit was granted for all of its lines together.
      const lines = removed.benefit ? withoutBenefit(left, removed.benefit.caseId) : left;
      return ok(outdated({ ...sale, lines, selected: lines.at(-1)?.index ?? null }));
    }
    case 'customer-identified':
      return ok(outdated({ ...sale, customer: event.customer, ...(event.restored ?? nothingRedeemed) }));
    case 'customer-removed':
      return ok(outdated({ ...sale, customer: null, ...nothingRedeemed }));
    case 'redemption-chosen':
      return redeem(sale, event.amount);
    case 'certificate-added':
      return addCertificate(sale, event.certificate);
    case 'certificate-removed': {
      const certificates = sale.certificates.filter((certificate) => certificate.code !== event.code);
      return ok(certificates.length === sale.certificates.length ? sale : outdated({ ...sale, certificates }));
    }
    case 'certificates-limited':
      return ok(outdated({ ...sale, certificates: limitCertificates(sale.certificates, event.most) }));
    case 'promo-entered':
      return ok(sale.promo === event.code ? sale : outdated({ ...sale, promo: event.code }));
    case 'promo-removed':
      return ok(sale.promo === null ? sale : outdated({ ...sale, promo: null }));
    case 'benefit-applied': {
      const lines = withBenefit(sale.lines, event, sale.nextIndex);
      if (!lines.ok) return lines;
      const nextIndex = sale.nextIndex + lines.value.length - sale.lines.length;
      return ok(outdated({ ...sale, lines: lines.value, nextIndex }));
    }
    case 'benefit-removed': {
      const isThere = sale.lines.some(({ benefit }) => benefit?.caseId === event.caseId);
      if (!isThere) return fail(problem('benefit-not-applied'));
      return ok(outdated({ ...sale, lines: withoutBenefit(sale.lines, event.caseId) }));
    }
    case 'calculated':
      return ok({
        ...sale,
        calculation: event.calculation,
        redemptionLimit: event.calculation.redemptionLimit,
        redemption: event.calculation.redeemed,
        waived: false,
      });
    case 'loyalty-waived':
      // What only the service can allow goes with it.
      return ok(outdated({ ...sale, ...nothingRedeemed, certificates: [], promo: null, waived: true }));
    case 'pin-asked':
      return sale.customer ? ok({ ...sale, pin: { ...sale.pin, asked: true } }) : fail(problem('no-customer'));
    case 'pin-confirmed':
      return sale.pin.asked
        ? ok({ ...sale, pin: { asked: true, confirmedUpTo: sale.redemption } })
        : fail(problem('pin-not-asked'));
    case 'held':
      return isBlank(sale) ? fail(problem('sale-empty')) : ok({ ...outdated(sale), stage: { at: 'held' } });
    case 'discarded':
      return ok({ ...sale, taken: NO_MONEY, stage: { at: 'discarded' } });
    case 'write-started': {
      const bound = event.offline && whyNotQueueable(sale);
      const reason = bound ? problem(bound) : event.offline ? null : whyNotWritable(sale);
      if (reason) return fail(reason);
      // What was charged stays what the receipt came to, whatever the service makes of it later.
      const calculation = event.offline ? uncalculated(sale) : sale.calculation;
      return ok({ ...sale, calculation, taken: NO_MONEY, stage: { at: 'writing', payment: event.payment } });
    }
  }
}

const nothingRedeemed = { redemption: ZERO, redemptionLimit: null, pin: NO_PIN } as const;

function outdated(sale: Sale): Sale {
  return { ...sale, calculation: null };
}

type LineAdded = Extract<SaleEvent, { kind: 'line-added' }>;

/** A receipt on its own terms: no service took anything off it. */
function uncalculated({ lines }: Sale): Calculation {
  const total = linesTotal(lines);
  return {
    id: '',
    total,
    discount: ZERO,
    redemptionLimit: ZERO,
    redeemed: ZERO,
    accrued: ZERO,
    certificates: ZERO,
    promo: null,
    balance: ZERO,
    due: total,
    lines: lines.map(({ index }) => ({ index, discount: ZERO, redeemed: ZERO, accrued: ZERO, unknown: false })),
  };
}

/** A product sold by the piece joins its line; a weighed one and a marked piece are lines of their own each time. */
function addLine(sale: Sale, { product, quantity: amount, mark }: LineAdded): Result<Sale, Problem> {
  if (mark !== undefined && sale.lines.some((line) => line.mark === mark)) return fail(problem('mark-already-added'));
  const same = sale.lines.find(
    (line) =>
      !product.weighed &&
      !line.product.weighed &&
      product.barcode !== null &&
      mark === undefined &&
      line.mark === undefined &&
      line.benefit === undefined &&
      line.product.code === product.code &&
      line.product.price === product.price,
  );
  if (same) {
    const sum = quantity(same.quantity + amount);
    if (sum === null) return fail(problem('quantity-out-of-range', { largest: LARGEST_QUANTITY / ONE }));
    return changeQuantity(sale, same.index, sum);
  }
  const line = { index: sale.nextIndex, product, quantity: amount, ...(mark !== undefined && { mark }) };
  return withLines({ ...sale, nextIndex: sale.nextIndex + 1, selected: line.index }, [...sale.lines, line]);
}

/** Weighed goods have three decimals, anything else is sold in whole pieces. */
function changeQuantity(sale: Sale, index: number, amount: Quantity): Result<Sale, Problem> {
  const changed = sale.lines.find((line) => line.index === index);
  if (!changed) return fail(problem('line-not-found'));
  // The benefit was granted for just this much.
  if (changed.benefit) return fail(problem('line-has-benefit'));
  if (!changed.product.weighed && amount % ONE !== 0) return fail(problem('whole-pieces-only'));
  const lines = sale.lines.map((line) => (line === changed ? { ...line, quantity: amount } : line));
  return withLines({ ...sale, selected: index }, lines);
}

/** A receipt stays below the largest amount, so that every sum of it is exact. */
function withLines(sale: Sale, lines: readonly Line[]): Result<Sale, Problem> {
  const total = lines.reduce((sum, line) => sum + (line.product.price * line.quantity) / ONE, 0);
  return total > LARGEST_AMOUNT
    ? fail(problem('receipt-too-large', { largest: LARGEST_AMOUNT }))
    : ok(outdated({ ...sale, lines }));
}

/** One certificate counts once; it pays at most what is on it. */
function addCertificate(sale: Sale, certificate: Certificate): Result<Sale, Problem> {
  if (certificate.amount <= 0) return fail(problem('amount-out-of-range'));
  if (sale.certificates.some((other) => other.code === certificate.code)) {
    return fail(problem('certificate-already-added'));
  }
  const amount = least(certificate.amount, certificate.balance);
  return ok(outdated({ ...sale, certificates: [...sale.certificates, { ...certificate, amount }] }));
}

/** Clamps to what the last calculation allowed; the desk tells the cashier when it did. */
function redeem(sale: Sale, amount: Kopecks): Result<Sale, Problem> {
  if (amount < 0) return fail(problem('amount-out-of-range'));
  if (amount > 0 && !sale.customer) return fail(problem('no-customer'));
  if (amount > 0 && sale.redemptionLimit === null) return fail(problem('not-calculated'));
  const redemption = least(amount, sale.redemptionLimit ?? ZERO);
  return ok(redemption === sale.redemption ? sale : outdated({ ...sale, redemption }));
}

/** True while a write-off waits for the customer's PIN. A confirmed PIN holds for its amount and any smaller one. */
export function needsPin(sale: Sale): boolean {
  return sale.redemption > 0 && sale.customer?.pinRequired === true && sale.pin.confirmedUpTo < sale.redemption;
}

/** Why the receipt cannot be written yet, in the order in which the cashier has to mend it; `null` when it can. */
export function whyNotWritable(sale: Sale): Problem | null {
  if (sale.lines.length === 0) return problem('sale-empty');
  if (!sale.calculation) return problem('not-calculated');
  if (needsPin(sale)) return problem('pin-required');
  return null;
}

/**
 * Why the receipt cannot be taken while the service is down: only its word allows bonuses, certificates and promo codes
 * (MaxBonus integrator's manual, «Описание архитектуры»). `null` when it can: the outbox will have it written.
 */
export function whyNotQueueable(sale: Sale) {
  if (sale.lines.length === 0) return 'sale-empty';
  if (sale.redemption > 0) return 'offline-no-redemption';
  if (sale.certificates.length > 0) return 'offline-no-certificate';
  if (sale.promo !== null) return 'offline-no-promo';
  return null;
}

/** True for a receipt that nothing was put on yet, and for which no money was taken. */
export function isBlank({ lines, customer, certificates, promo, taken }: Sale): boolean {
  return (
    lines.length === 0 && customer === null && certificates.length === 0 && promo === null && total(taken) === ZERO
  );
}

/** The customer's money that is in hand for the receipt, whatever has become of it. */
export function moneyTaken({ stage, taken }: Sale): Money {
  return 'payment' in stage ? moneyOf(stage.payment) : taken;
}

function moneyOf({ cash, card, credit = ZERO }: Payment): Money {
  return byKind(cash, card, credit);
}

/** What is to be paid with money: as calculated, else the sum of the lines less bonuses and certificates. */
export function due(sale: Sale): Kopecks {
  if (sale.calculation) return sale.calculation.due;
  const rest = linesTotal(sale.lines) - sale.redemption - certificatesTotal(sale.certificates);
  return kopecks(Math.max(0, rest));
}
