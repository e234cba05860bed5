import type { BenefitCategory, BenefitService } from './benefit.ts';
import type { ConnectionType } from './benefit-card.ts';
import type { Kopecks } from './money.ts';
import type { Problem } from './problem.ts';
import type { ReceiptId } from './receipt.ts';

/**
 * What became of a benefit that a check found. `found`: the cashier has yet to decide. `taken`: it lowers a receipt, and is
 * given when that is paid. `confirming`, then `confirmed`: the holder got the service, and the ЕЦС is being told (connection
 * types 1 and 2); `failed`: it would not hear of it. `given`: the same with type 3, where nobody has to be told. `declined`:
 * the holder did without.
 */
export const BENEFIT_STAGES = ['found', 'taken', 'confirming', 'confirmed', 'given', 'declined', 'failed'] as const;
export type BenefitStage = (typeof BENEFIT_STAGES)[number];

/**
 * One benefit that was found, from the check on. Of the holder it has the ЕЦС's own number and the categories, until nobody need
 * be told any more.
 */
export type BenefitCase = {
  readonly id: number;
  /** When it was found, epoch ms. */
  readonly at: number;
  readonly connection: ConnectionType;
  readonly service: BenefitService;
  readonly transactionId: number;
  readonly clientId: number | null;
  /** Empty once the case is over. */
  readonly categories: readonly BenefitCategory[];
  /** The one that the cashier took; `null` until then, and once the case is over. */
  readonly category: BenefitCategory | null;
  /** Of the service before and with the benefit. */
  readonly price: Kopecks | null;
  readonly discountedPrice: Kopecks | null;
  /** The receipt that it lowers. */
  readonly receipt: ReceiptId | null;
  readonly stage: BenefitStage;
};

/** How telling the ЕЦС of a case goes. `dead`: it refused, and a person has to decide. */
export type BenefitDelivery = { readonly dead: boolean; readonly problem: Problem | null };

/** Checks of one day, as the regulation counts them (6.4, 7.4). */
export type ServiceLevel = {
  readonly checks: number;
  /** Answered later than the regulation allows. */
  readonly late: number;
  /** Not answered. */
  readonly failed: number;
};

/** What a case is called in the outbox and in the event log. */
export function benefitLane(caseId: number): string {
  return `benefit-${caseId}`;
}
