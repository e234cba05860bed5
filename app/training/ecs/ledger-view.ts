import { fromRoubles, type Kopecks } from '../../domain/money.ts';
import type { Transaction } from './transactions.ts';

/** The books as a test or a trainer reads them. Prices in kopecks, times in epoch ms. */
export type LedgerView = {
  /** Oldest first; what holders got elsewhere before the bank opened comes first. */
  readonly transactions: readonly TransactionView[];
};

type TransactionView = Pick<
  Transaction,
  'id' | 'clientId' | 'state' | 'checkedAt' | 'confirmedAt' | 'confirmations' | 'categories'
> & {
  readonly serviceId: number;
  readonly organization: string;
  readonly price: Kopecks | null;
  readonly discountedPrice: Kopecks | null;
};

export function ledgerView(transactions: readonly Transaction[]): LedgerView {
  return {
    transactions: transactions.map(({ service, organization, price, discountedPrice, ...transaction }) => ({
      ...transaction,
      serviceId: service.id,
      organization: organization.shortName,
      price: price === null ? null : fromRoubles(price),
      discountedPrice: discountedPrice === null ? null : fromRoubles(discountedPrice),
    })),
  };
}
