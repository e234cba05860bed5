import { fail, ok, type Result } from '../../domain/result.ts';
import type { TrainingBank } from './model.ts';
import { errorReply, type Reply } from './reply.ts';
import type { ConfirmBody } from './requests.ts';
import type { Variant } from './variant.ts';
import { DAY_MS } from './yakutsk.ts';

type Named = { readonly id: number; readonly name: string };

/** One check that found a benefit, and what became of it. Prices in roubles, times in epoch ms. */
export type Transaction = {
  readonly id: number;
  readonly clientId: number;
  readonly service: Named;
  readonly organization: TrainingBank['organization'];
  readonly categories: readonly number[];
  readonly checkedAt: number;
  readonly state: 'checked' | 'confirmed' | 'cancelled';
  readonly confirmedAt: number | null;
  /** How often the confirmation came; it counts once. */
  readonly confirmations: number;
  /** Of a check by type 3, or of the confirmation. */
  readonly price: number | null;
  readonly discountedPrice: number | null;
};

const FIRST_ID = 700_001;

/** The books of the bank. */
export class Transactions {
  readonly #now: () => number;
  #all: readonly Transaction[];

  constructor(bank: TrainingBank, now: () => number) {
    this.#now = now;
    this.#all = bank.visits.map((visit, at) => ({
      id: FIRST_ID + at,
      clientId: visit.clientId,
      service: visit.service,
      organization: visit.organization,
      categories: [],
      checkedAt: now() - visit.daysAgo * DAY_MS,
      state: 'confirmed',
      confirmedAt: now() - visit.daysAgo * DAY_MS,
      confirmations: 1,
      price: null,
      discountedPrice: visit.discountedPrice ?? null,
    }));
  }

  get all(): readonly Transaction[] {
    return this.#all;
  }

  open(found: Pick<Transaction, 'clientId' | 'service' | 'organization' | 'categories' | 'price'>): Transaction {
    const opened: Transaction = {
      ...found,
      id: FIRST_ID + this.#all.length,
      checkedAt: this.#now(),
      state: 'checked',
      confirmedAt: null,
      confirmations: 0,
      discountedPrice: null,
    };
    this.#all = [...this.#all, opened];
    return opened;
  }

  /** The fact that the service was given. The first confirmation stands; what later ones say changes nothing. */
  confirm(fact: ConfirmBody, variant: Variant): Result<void, Reply> {
    const found = this.#find(fact.transactionId);
    if (!found) return fail(errorReply(404, 'Транзакция не найдена'));
    if (found.clientId !== fact.clientId) return fail(errorReply(400, 'Транзакция другого держателя'));
    if (!found.categories.includes(fact.benefitCategoryId)) {
      return fail(errorReply(400, 'Категория льготы не соответствует транзакции'));
    }
    if (found.state === 'cancelled') return fail(errorReply(409, 'Транзакция отменена'));
    if (found.state === 'confirmed') {
      this.#put({ ...found, confirmations: found.confirmations + 1 });
      return variant.repeatedConfirmation === 'accepted'
        ? ok(undefined)
        : fail(errorReply(409, 'Транзакция уже подтверждена'));
    }
    const { price = null, discountedPrice = null } = fact;
    this.#put({ ...found, state: 'confirmed', confirmedAt: this.#now(), confirmations: 1, price, discountedPrice });
    return ok(undefined);
  }

  /** «При получении факта отказа … удаляется соответствующая запись»; kept here for a test to see. */
  cancel(transactionId: number): Result<void, Reply> {
    const found = this.#find(transactionId);
    if (!found) return fail(errorReply(404, 'Транзакция не найдена'));
    if (found.state === 'confirmed') return fail(errorReply(409, 'Транзакция подтверждена'));
    this.#put({ ...found, state: 'cancelled' });
    return ok(undefined);
  }

  #find(id: number): Transaction | undefined {
    return this.#all.find((transaction) => transaction.id === id);
  }

  #put(changed: Transaction): void {
    this.#all = this.#all.map((transaction) => (transaction.id === changed.id ? changed : transaction));
  }
}
