import { type Kopecks, kopecks, least, minus, plus, ZERO } from '../../domain/money.ts';
import { ok, type Result } from '../../domain/result.ts';
import { HEX, type Random, randomText } from '../random.ts';
import { accountOf } from './accounts.ts';
import { type BookEntry, Books, type CertificateChange } from './books.ts';
import type { Shop, TrainingCustomer } from './model.ts';
import { discountOf, type PromoCodes } from './promo-codes.ts';
import { type Refusal, refuse } from './refusal.ts';
import { backToCertificates, type GivenBack, withReturned, worthOf } from './returning.ts';
import { type CheckedItem, calculate, type Rules, type Sums } from './rules.ts';
import { checkTendered, type Tendered } from './tender.ts';

/** What a till asks to be calculated. */
export type Check = {
  readonly items: readonly CheckedItem[];
  readonly payBonus: Kopecks;
  readonly certificates: readonly Tendered[];
  readonly promos: PromoCodes;
};

/** One answer to «Подсчет бонусов по чеку», remembered until it is written or too old. */
export type Calculation = Check & {
  readonly id: string;
  readonly customer: TrainingCustomer | null;
  readonly balance: Kopecks;
  readonly sums: Sums;
  readonly at: number;
};

export type WrittenReceipt = {
  readonly checkNumber: string;
  readonly calculation: Calculation;
  readonly balanceBefore: Kopecks;
  readonly balanceAfter: Kopecks;
  readonly returns: readonly WrittenReturn[];
};

export type WrittenReturn = {
  readonly returnNumber: string;
  readonly checkNumber: string;
  readonly customer: TrainingCustomer | null;
  /** Everything that came back of the receipt up to and with this return. */
  readonly given: GivenBack;
  readonly restored: Kopecks;
  readonly withdrawn: Kopecks;
  readonly certificates: readonly CertificateChange[];
  readonly balanceAfter: Kopecks;
};

const CALCULATION_LIFETIME_MS = 30 * 60_000;

/** Calculations, written receipts and returns, and what they do to the books. */
export class Ledger {
  readonly books = new Books();
  readonly #shop: Shop;
  readonly #rules: Rules;
  readonly #now: () => number;
  readonly #random: Random;
  /** Whether a return may take back accrued bonuses that are spent, so that a balance falls below zero. */
  overdraft = false;
  readonly #calculations = new Map<string, Calculation>();
  readonly #receipts = new Map<string, WrittenReceipt>();

  constructor(shop: Shop, goods: Rules['goods'], now: () => number, random: Random) {
    this.#shop = shop;
    this.#rules = { ...shop, goods };
    this.#now = now;
    this.#random = random;
  }

  get receipts(): readonly WrittenReceipt[] {
    return [...this.#receipts.values()];
  }

  calculate(customer: TrainingCustomer | null, check: Check): Result<Calculation, Refusal> {
    const balance = this.#balance(customer);
    const account = customer && { balance, accrualPercent: customer.accrualPercent };
    const sums = calculate(this.#rules, check.items, check.payBonus, account, discountOf(check.promos));
    const payable = this.#canPay(check, sums);
    if (!payable.ok) return payable;
    const id = randomText(this.#random, HEX, 32);
    const calculation: Calculation = { ...check, id, customer, balance, sums, at: this.#now() };
    this.#calculations.set(id, calculation);
    return ok(calculation);
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
    const balanceBefore = this.#balance(customer);
    if (sums.redeemed > ZERO && sums.redeemed > balanceBefore) return refuse('Недостаточно бонусов');
    const payable = this.#canPay(calculation, sums);
    if (!payable.ok) return payable;

    this.#enter('written', checkNumber, customer, minus(sums.accrued, sums.redeemed), paidBy(calculation));
    const balanceAfter = this.#balance(customer);
    const receipt: WrittenReceipt = { checkNumber, calculation, balanceBefore, balanceAfter, returns: [] };
    this.#receipts.set(checkNumber, receipt);
    return ok(receipt);
  }

  /** Forgets the receipt altogether; its calculation can be written again (manual, «Во время проведения чека зависла касса»). */
  rollback(checkNumber: string): Result<void, Refusal> {
    const receipt = this.#receipts.get(checkNumber);
    if (!receipt) return refuse('Чек не найден');
    // Goods came back for it: deleting it would leave their return without a receipt.
    if (receipt.returns.length > 0) return refuse('По чеку оформлен возврат. Удалить его нельзя');
    const { calculation } = receipt;
    const { customer, sums } = calculation;
    const change = minus(sums.redeemed, sums.accrued);
    if (plus(this.#balance(customer), change) < ZERO) return refuse('Бонусы, начисленные по чеку, уже списаны');
    this.#receipts.delete(checkNumber);
    this.#enter('rolled-back', checkNumber, customer, change, paidBy(calculation).map(opposite));
    return ok(undefined);
  }

  /** Takes goods back. Accrued bonuses that are spent by now are not withdrawn, unless an overdraft is allowed. */
  takeBack(
    checkNumber: string,
    returnNumber: string,
    items: readonly Pick<CheckedItem, 'code' | 'index' | 'qty'>[],
  ): Result<WrittenReturn, Refusal> {
    if (this.receipts.some(({ returns }) => returns.some((written) => written.returnNumber === returnNumber))) {
      return refuse('Такой возврат уже проведен');
    }
    const receipt = this.#receipts.get(checkNumber);
    if (!receipt) return refuse('Чек не найден');
    const { sums, certificates: tendered, customer } = receipt.calculation;
    const before = receipt.returns.at(-1)?.given ?? NOTHING_GIVEN;
    const given = withReturned(sums, before, items);
    if (!given.ok) return given;

    const [then, now] = [worthOf(sums, tendered, before), worthOf(sums, tendered, given.value)];
    const restored = minus(now.redeemed, then.redeemed);
    const owed = minus(now.accrued, plus(...receipt.returns.map((written) => written.withdrawn)));
    const withdrawn = this.overdraft ? owed : least(owed, plus(this.#balance(customer), restored));
    const certificates = backToCertificates(tendered, then.certificates, now.certificates);
    this.#enter('returned', checkNumber, customer, minus(restored, withdrawn), certificates, returnNumber);
    const written: WrittenReturn = {
      returnNumber,
      checkNumber,
      customer,
      given: given.value,
      restored,
      withdrawn,
      certificates,
      balanceAfter: this.#balance(customer),
    };
    this.#receipts.set(checkNumber, { ...receipt, returns: [...receipt.returns, written] });
    return ok(written);
  }

  #balance(customer: TrainingCustomer | null): Kopecks {
    return customer ? this.books.balance(customer) : ZERO;
  }

  #canPay({ certificates }: Check, { payable }: Sums): Result<void, Refusal> {
    return checkTendered(certificates, payable, this.#shop.certificates, this.books);
  }

  #enter(
    kind: BookEntry['kind'],
    checkNumber: string,
    customer: TrainingCustomer | null,
    bonuses: Kopecks,
    certificates: readonly CertificateChange[],
    returnNumber?: string,
  ): void {
    const account = customer && accountOf(customer);
    const ofReturn = returnNumber === undefined ? {} : { returnNumber };
    this.books.enter({ kind, checkNumber, ...ofReturn, at: this.#now(), account, bonuses, certificates });
  }
}

const NOTHING_GIVEN: GivenBack = new Map();

function paidBy({ certificates }: Check): readonly CertificateChange[] {
  return certificates.map(({ code, summ }) => ({ code, amount: kopecks(-summ) }));
}

function opposite({ code, amount }: CertificateChange): CertificateChange {
  return { code, amount: kopecks(-amount) };
}
