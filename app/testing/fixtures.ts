import type { Calculation } from '../domain/calculation.ts';
import type { CodeRules } from '../domain/codes/recognise.ts';
import type { Customer } from '../domain/customer.ts';
import { type Kopecks, kopecks, least, minus, plus } from '../domain/money.ts';
import type { Product } from '../domain/product.ts';
import { linesTotal, lineTotal } from '../domain/receipt.ts';
import type { CalculationRequest } from '../sale/ports.ts';
import { apply, type Sale, type SaleEvent } from '../sale/sale.ts';

/** Goods, a customer and calculations for unit tests. */

export const water: Product = {
  code: 'W15',
  barcode: '4600494000218',
  name: 'Вода питьевая негазированная 1,5 л',
  price: kopecks(4990),
  weighed: false,
};

export const bag: Product = {
  code: 'BAG',
  barcode: '4680000000017',
  name: 'Пакет-майка',
  price: kopecks(700),
  weighed: false,
};

export const lard: Product = {
  code: '00123',
  barcode: null,
  name: 'Сало кручёное, кг',
  price: kopecks(10_900),
  weighed: true,
};

/** Weighed, and marked piece by piece. */
export const cheese: Product = {
  code: 'C7',
  barcode: '4600494000904',
  name: 'Сыр, головка',
  price: kopecks(65_000),
  weighed: true,
};

/** A shop whose codes have no shapes of their own. */
export const NO_RULES: CodeRules = {
  cards: [],
  certificates: [],
  promos: [],
  weighed: [],
  separators: [],
  phoneCountry: 'RU',
};

export const dmitry: Customer = {
  token: 'token-of-a-customer',
  name: 'Дмитрий Сергеевич И.',
  phoneEnding: '3377',
  balance: kopecks(184_216),
  hasChatBot: true,
  pinRequired: true,
};

/** The one promo code that is accepted. */
export const GOOD_PROMO = 'SPRING';

/** What a service without promotions answers: at most `limit` may be taken off, 5 % of the rest are accrued. */
export function calculationOf(request: CalculationRequest, limit: Kopecks): Calculation {
  const total = linesTotal(request.lines);
  const redeemed = least(request.redemption, limit);
  const certificates = plus(...request.certificates.map((one) => one.amount));
  return {
    id: `calculation-of-${total}-${redeemed}`,
    total,
    discount: kopecks(0),
    redemptionLimit: request.customerToken === null ? kopecks(0) : limit,
    redeemed,
    accrued: kopecks(Math.round((total - redeemed) * 0.05)),
    certificates,
    promo:
      request.promo === null ? null : { accepted: request.promo === GOOD_PROMO, message: 'Купон не найден в чеке' },
    balance: dmitry.balance,
    due: minus(minus(total, redeemed), certificates),
    lines: request.lines.map((line) => ({
      index: line.index,
      discount: kopecks(0),
      redeemed: kopecks(0),
      accrued: kopecks(Math.round(lineTotal(line) * 0.05)),
      unknown: false,
    })),
  };
}

/** The sale after these events, each of which must be allowed. */
export function having(sale: Sale, ...events: readonly SaleEvent[]): Sale {
  return events.reduce((state, event) => {
    const next = apply(state, event);
    if (!next.ok) throw new Error(`${event.kind}: ${next.error.code}`);
    return next.value;
  }, sale);
}
