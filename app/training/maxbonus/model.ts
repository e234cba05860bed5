/** What the emulated service knows of goods. Prices and balances are roubles, as a person writes them. */
export type TrainingProduct = {
  readonly code: string;
  /** Weighed goods have none: the scales print their own. */
  readonly barcode?: string;
  readonly name: string;
  readonly price: number;
  readonly weighed?: boolean;
  /** Code of its group. */
  readonly group?: string;
  /** The running promotion, in per cent off the price. */
  readonly discountPercent?: number;
};

export type TrainingCustomer = {
  /** Digits with the country code; empty for the holder of a card handed out without a questionnaire. */
  readonly phone: string;
  readonly firstName: string;
  readonly patronymic: string;
  readonly familyName: string;
  /** Three things the customer may show: the number of a plastic card, a QR of the chat bot, a code to type. */
  readonly card?: string;
  readonly qr?: string;
  readonly shortCode?: string;
  readonly balance: number;
  readonly accrualPercent: number;
  readonly needsPin: boolean;
  readonly hasChatBot: boolean;
};

export type TrainingCertificate = {
  readonly code: string;
  /** Empty when it needs none. */
  readonly pin: string;
  /** Used up at 0. */
  readonly balance: number;
};

/** A coupon takes per cents off what promotions leave, a gift code a fixed sum in roubles. */
export type TrainingPromo =
  | { readonly kind: 'coupon'; readonly code: string; readonly percent: number }
  | { readonly kind: 'gift'; readonly code: string; readonly amount: number };

export type Shop = {
  readonly name: string;
  readonly products: readonly TrainingProduct[];
  readonly customers: readonly TrainingCustomer[];
  /** Plastic cards that nobody has yet. */
  readonly blankCards: readonly string[];
  readonly certificates: readonly TrainingCertificate[];
  readonly promos: readonly TrainingPromo[];
  /** Most of a line's sum before discounts that bonuses may pay, per cent: 30 as in the manual, appendix 1. */
  readonly redemptionPercent: number;
  /** Most bonuses for one receipt, roubles. */
  readonly redemptionLimit: number;
};
