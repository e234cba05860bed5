import { fromRoubles, type Kopecks, kopecks, minus, plus, ZERO } from '../../domain/money.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { Shop, TrainingCustomer } from './model.ts';
import { HEX, type Random, randomText } from './random.ts';
import { type Refusal, refuse } from './refusal.ts';
import { type CheckedItem, calculate, type Sums } from './rules.ts';

/** One answer to «Подсчет бонусов по чеку», remembered until it is written or too old. */
export type Calculation = {
  readonly id: string;
  readonly customer: TrainingCustomer | null;
  readonly items: readonly CheckedItem[];
  readonly payBonus: Kopecks;
  readonly balance: Kopecks;
  readonly sums: Sums;
  readonly at: number;
};

export type WrittenReceipt = {
  readonly checkNumber: string;
  readonly calculation: Calculation;
  readonly balanceBefore: Kopecks;
  readonly balanceAfter: Kopecks;
};

/** What happened, in order: a test sees here that a receipt was written once. */
type LedgerEntry = {
  readonly kind: 'written' | 'rolled-back';
  readonly checkNumber: string;
  readonly at: number;
};

const CALCULATION_LIFETIME_MS = 30 * 60_000;

/** The books of the service. A balance is the opening one and what the written receipts did to it. */
export class Ledger {
  readonly #shop: Shop;
  readonly #now: () => number;
  readonly #random: Random;
  readonly #calculations = new Map<string, Calculation>();
  readonly #receipts = new Map<string, WrittenReceipt>();
  readonly #history: LedgerEntry[] = [];

  constructor(shop: Shop, now: () => number, random: Random) {
    this.#shop = shop;
    this.#now = now;
    this.#random = random;
  }

  get receipts(): readonly WrittenReceipt[] {
    return [...this.#receipts.values()];
  }

  get history(): readonly LedgerEntry[] {
    return this.#history;
  }

  balance(customer: TrainingCustomer): Kopecks {
    const changes = this.receipts
      .filter(({ calculation }) => calculation.customer?.phone === customer.phone)
      .map(({ calculation: { sums } }) => minus(sums.accrued, sums.redeemed));
    return plus(fromRoubles(customer.balance) ?? ZERO, ...changes);
  }

  calculate(customer: TrainingCustomer | null, items: readonly CheckedItem[], payBonus: Kopecks): Calculation {
    const balance = customer ? this.balance(customer) : ZERO;
    const account = customer && { balance, accrualPercent: customer.accrualPercent };
    const calculation: Calculation = {
      id: randomText(this.#random, HEX, 32),
      customer,
      items,
      payBonus,
      balance,
      sums: calculate(this.#shop, items, payBonus, account),
      at: this.#now(),
    };
    this.#calculations.set(calculation.id, calculation);
    return calculation;
  }

  /** A calculation that can still be written. */
  calculation(id: string): Calculation | undefined {
    const found = this.#calculations.get(id);
    return found && this.#now() - found.at <= CALCULATION_LIFETIME_MS ? found : undefined;
  }

  isWritten(checkNumber: string): boolean {
    return this.#receipts.has(checkNumber);
  }

  write(checkNumber: string, calculation: Calculation): Result<WrittenReceipt, Refusal> {
    if (this.receipts.some((receipt) => receipt.calculation.id === calculation.id)) {
      return refuse('Расчёт уже использован в другом чеке');
    }
    const { customer, sums } = calculation;
    const balanceBefore = customer ? this.balance(customer) : ZERO;
    if (sums.redeemed > balanceBefore) return refuse('Недостаточно бонусов');
    const balanceAfter = kopecks(balanceBefore - sums.redeemed + sums.accrued);
    const receipt: WrittenReceipt = { checkNumber, calculation, balanceBefore, balanceAfter };
    this.#receipts.set(checkNumber, receipt);
    this.#history.push({ kind: 'written', checkNumber, at: this.#now() });
    return ok(receipt);
  }

  /** Forgets the receipt altogether; its calculation can be written again (manual, «Во время проведения чека зависла касса»). */
  rollback(checkNumber: string): Result<void, Refusal> {
    const receipt = this.#receipts.get(checkNumber);
    if (!receipt) return refuse('Чек не найден');
    const { customer, sums } = receipt.calculation;
    if (customer && this.balance(customer) + sums.redeemed - sums.accrued < 0) {
      return refuse('Бонусы, начисленные по чеку, уже списаны');
    }
    this.#receipts.delete(checkNumber);
    this.#history.push({ kind: 'rolled-back', checkNumber, at: this.#now() });
    return ok(undefined);
  }
}
