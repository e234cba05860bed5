import type { BenefitCase } from '../../app/domain/benefit-case.ts';
import { kopecks, plus, ZERO } from '../../app/domain/money.ts';
import type { Line } from '../../app/domain/receipt.ts';
import { refund, type WrittenReceipt } from '../../app/domain/receipt-return.ts';
import type { ShiftReport } from '../../app/domain/shift.ts';
import type { PendingReturn, ReturnOutcome } from '../../app/sale/ports.ts';
import { newSale, type Sale, type WriteOutcome } from '../../app/sale/sale.ts';
import { receiptId, soldQuantity } from '../../app/schema/values.ts';
import type { Words } from '../text/words.ts';

/** A receipt of an imaginary shop and what follows from it, for previews of slips. All figures agree with each other. */

const MORNING = new Date(2026, 10, 21, 9, 5).getTime();
const EVENING = new Date(2026, 10, 21, 21, 2).getTime();

export const EXAMPLE_TIMES = { sale: MORNING, shift: EVENING };

export const EXAMPLE_OUTCOME: WriteOutcome = {
  redeemed: kopecks(3_000),
  accrued: kopecks(1_927),
  balance: kopecks(8_927),
  text: [],
};

export function exampleSale(say: Words): Sale & { readonly customer: NonNullable<Sale['customer']> } {
  return {
    ...newSale(RECEIPT, 12),
    lines: lines(say),
    customer: {
      token: '',
      name: say('exampleCustomer'),
      phoneEnding: PHONE_ENDING,
      balance: kopecks(10_000),
      hasChatBot: true,
      pinRequired: false,
    },
    redemption: EXAMPLE_OUTCOME.redeemed,
    calculation: { ...CALCULATION, campaign: say('exampleCampaign') },
    stage: { at: 'written', payment: PAYMENT, outcome: EXAMPLE_OUTCOME },
  };
}

/** The same goods, bought while the service cannot be reached. */
export function exampleQueued(say: Words): Sale {
  const payment = { cash: kopecks(22_547), card: kopecks(20_000), change: kopecks(453) };
  return { ...exampleSale(say), redemption: ZERO, calculation: null, stage: { at: 'queued', payment } };
}

/** One of two pieces comes back. */
export function exampleReturn(say: Words): {
  readonly receipt: WrittenReceipt;
  readonly pending: PendingReturn;
  readonly outcome: ReturnOutcome;
} {
  const receipt: WrittenReceipt = {
    id: RECEIPT,
    number: 12,
    writtenAt: MORNING,
    lines: lines(say),
    calculation: CALCULATION,
    payment: PAYMENT,
    phoneEnding: PHONE_ENDING,
    returned: new Map(),
  };
  const given = lines(say)
    .slice(0, 1)
    .map((line) => ({ ...line, quantity: soldQuantity.parse(1_000) }));
  const back = refund(receipt, given);
  return {
    receipt,
    pending: { request: { id: '', receiptId: RECEIPT, at: EVENING, cashier: '', lines: given }, given, refund: back },
    outcome: {
      restored: back.bonuses,
      withdrawn: kopecks(438),
      balance: plus(kopecks(8_927), back.bonuses, kopecks(-438)),
      text: [],
    },
  };
}

export function exampleShift(say: Words, kind: ShiftReport['kind']): ShiftReport {
  const cashier = say('exampleCashier');
  return {
    kind,
    number: 34,
    openedAt: new Date(2026, 10, 21, 8, 55).getTime(),
    openedBy: cashier,
    closedAt: kind === 'z' ? EVENING : null,
    closedBy: kind === 'z' ? cashier : null,
    receipts: 57,
    sales: kopecks(6_841_250),
    discounts: kopecks(123_000),
    redeemed: kopecks(94_000),
    accrued: kopecks(312_040),
    certificates: kopecks(150_000),
    cash: kopecks(2_474_250),
    card: kopecks(4_000_000),
    credit: ZERO,
    returns: { count: 1, cash: kopecks(9_900), card: ZERO, certificates: ZERO, bonuses: kopecks(692) },
    queued: { count: 2, sum: kopecks(187_000) },
    belated: { count: 1, accrued: kopecks(2_150), redeemed: ZERO },
    hours: [
      { hour: 9, sum: kopecks(1_400_000), receipts: 12 },
      { hour: 13, sum: kopecks(2_874_250), receipts: 25 },
      { hour: 20, sum: kopecks(2_200_000), receipts: 20 },
    ],
    lastEvent: { id: 1_834, hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' },
  };
}

/** The second line of the receipt above, with a benefit. */
export function exampleBenefit(say: Words): BenefitCase {
  const category = { id: 12, name: say('exampleCategory') };
  return {
    id: 3,
    at: MORNING,
    connection: 1,
    service: { id: 101, name: say('exampleService') },
    transactionId: 700_123,
    clientId: 5_001,
    categories: [category],
    category,
    price: kopecks(22_747),
    discountedPrice: kopecks(20_472),
    receipt: RECEIPT,
    stage: 'confirming',
  };
}

const RECEIPT = receiptId.parse('0190b1f2-7c3a-7d4e-9f10-1234567890ab');
const PHONE_ENDING = '2249';
const PAYMENT = { cash: kopecks(18_547), card: kopecks(20_000), change: kopecks(1_453) };

const CALCULATION = {
  id: '',
  total: kopecks(42_547),
  discount: kopecks(1_000),
  redemptionLimit: kopecks(5_000),
  redeemed: EXAMPLE_OUTCOME.redeemed,
  accrued: EXAMPLE_OUTCOME.accrued,
  certificates: ZERO,
  promo: null,
  balance: kopecks(10_000),
  due: kopecks(38_547),
  lines: [
    { index: 1, discount: kopecks(1_000), redeemed: kopecks(1_384), accrued: kopecks(876), unknown: false },
    { index: 2, discount: ZERO, redeemed: kopecks(1_616), accrued: kopecks(1_051), unknown: false },
  ],
};

function lines(say: Words): readonly Line[] {
  const piece = { code: '1', barcode: null, name: say('examplePiece'), price: kopecks(9_900), weighed: false };
  const weighed = { code: '2', barcode: null, name: say('exampleWeighed'), price: kopecks(64_990), weighed: true };
  return [
    { index: 1, product: piece, quantity: soldQuantity.parse(2_000) },
    { index: 2, product: weighed, quantity: soldQuantity.parse(350) },
  ];
}
