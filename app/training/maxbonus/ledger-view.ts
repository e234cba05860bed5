import { plus } from '../../domain/money.ts';
import type { BookEntry } from './books.ts';
import type { WrittenReceipt } from './ledger.ts';
import type { Shop } from './model.ts';
import type { LoyaltyService } from './service.ts';
import { tenderedTotal } from './tender.ts';

/** The books as a test or a trainer reads them. Amounts in kopecks, times in epoch ms. */
export type LedgerView = {
  /** Those of the shop, then those who came since; the phone is empty for one known by a card alone. */
  readonly customers: readonly { readonly phone: string; readonly name: string; readonly balance: number }[];
  readonly certificates: readonly { readonly code: string; readonly balance: number }[];
  readonly receipts: readonly ReceiptView[];
  readonly history: readonly BookEntry[];
};

type ReceiptView = {
  readonly checkNumber: string;
  /** `null` for an anonymous customer. */
  readonly phone: string | null;
  readonly total: number;
  readonly discount: number;
  readonly redeemed: number;
  readonly accrued: number;
  /** Paid by certificates. */
  readonly certificates: number;
  readonly returns: readonly {
    readonly returnNumber: string;
    readonly restored: number;
    readonly withdrawn: number;
    /** Given back to certificates. */
    readonly certificates: number;
  }[];
};

export function ledgerView({ ledger, accounts }: LoyaltyService, shop: Shop): LedgerView {
  return {
    customers: accounts.all.map((customer) => ({
      phone: customer.phone,
      name: [customer.firstName, customer.patronymic, customer.familyName].filter(Boolean).join(' '),
      balance: ledger.books.balance(customer),
    })),
    certificates: shop.certificates.map((certificate) => ({
      code: certificate.code,
      balance: ledger.books.certificateBalance(certificate),
    })),
    receipts: ledger.receipts.map(receiptView),
    history: ledger.books.entries,
  };
}

function receiptView({ checkNumber, calculation, returns }: WrittenReceipt): ReceiptView {
  const { customer, sums, certificates } = calculation;
  return {
    checkNumber,
    phone: customer?.phone ?? null,
    total: sums.total,
    discount: sums.discount,
    redeemed: sums.redeemed,
    accrued: sums.accrued,
    certificates: tenderedTotal(certificates),
    returns: returns.map((written) => ({
      returnNumber: written.returnNumber,
      restored: written.restored,
      withdrawn: written.withdrawn,
      certificates: plus(...written.certificates.map(({ amount }) => amount)),
    })),
  };
}
