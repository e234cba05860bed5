import { fromRoubles, type Kopecks, plus, ZERO } from '../../domain/money.ts';
import { accountOf } from './accounts.ts';
import type { TrainingCertificate, TrainingCustomer } from './model.ts';

/** A change of what is on a certificate, in kopecks. */
export type CertificateChange = { readonly code: string; readonly amount: Kopecks };

/** What happened, in order: a test sees here that a receipt was written once, and what it did. */
export type BookEntry = {
  readonly kind: 'written' | 'rolled-back' | 'returned';
  readonly checkNumber: string;
  /** Of a return only. */
  readonly returnNumber?: string;
  readonly at: number;
  /** Phone or card of the customer, `null` for an anonymous receipt. */
  readonly account: string | null;
  /** By how much the customer's bonuses changed. */
  readonly bonuses: Kopecks;
  readonly certificates: readonly CertificateChange[];
};

/** The books of the service: every balance is the opening one and all that was entered since. */
export class Books {
  readonly #entries: BookEntry[] = [];

  get entries(): readonly BookEntry[] {
    return this.#entries;
  }

  enter(entry: BookEntry): void {
    this.#entries.push(entry);
  }

  balance(customer: TrainingCustomer): Kopecks {
    const account = accountOf(customer);
    const changes = this.#entries.filter((entry) => entry.account === account).map(({ bonuses }) => bonuses);
    return plus(fromRoubles(customer.balance) ?? ZERO, ...changes);
  }

  certificateBalance({ code, balance }: TrainingCertificate): Kopecks {
    const changes = this.#entries.flatMap(({ certificates }) => certificates.filter((change) => change.code === code));
    return plus(fromRoubles(balance) ?? ZERO, ...changes.map(({ amount }) => amount));
  }
}
