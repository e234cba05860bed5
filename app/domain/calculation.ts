import type { Kopecks } from './money.ts';

/** What the loyalty service made of one line. */
export type CalculatedLine = {
  readonly index: number;
  /** Off the line by the shop's promotions, without bonuses. */
  readonly discount: Kopecks;
  readonly redeemed: Kopecks;
  readonly accrued: Kopecks;
  /** The service does not know this product. */
  readonly unknown: boolean;
};

/** A code that is not accepted is no error: the receipt is calculated without it, and `message` says why. */
export type PromoAnswer = { readonly accepted: boolean; readonly message: string };

/** The service's answer for exactly one state of a receipt (MaxBonus integrator’s manual, «Подсчет бонусов по чеку»). */
export type Calculation = {
  /** The service's id of it; writing the receipt needs it. */
  readonly id: string;
  readonly total: Kopecks;
  readonly discount: Kopecks;
  /** Most bonuses that may be taken off this receipt. */
  readonly redemptionLimit: Kopecks;
  /** Bonuses this calculation takes off. */
  readonly redeemed: Kopecks;
  readonly accrued: Kopecks;
  /** Paid by gift certificates. */
  readonly certificates: Kopecks;
  /** What the service made of the promo code; `null` when none was sent. */
  readonly promo: PromoAnswer | null;
  /** Name of the promotion that the service applied; left out when it names none. */
  readonly campaign?: string;
  /** The customer's bonuses before this receipt, at times below zero; `null` when the service does not say. */
  readonly balance: Kopecks | null;
  /** Left to pay with money. */
  readonly due: Kopecks;
  readonly lines: readonly CalculatedLine[];
};
