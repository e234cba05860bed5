import { type Kopecks, minus, plus, ZERO } from '../../app/domain/money.ts';
import type { Payment } from '../../app/domain/payment.ts';
import { type Line, linesTotal, lineTotal } from '../../app/domain/receipt.ts';
import type { SlipBlock } from '../../app/domain/slip.ts';
import { due, type Sale } from '../../app/sale/sale.ts';
import type { Words } from '../text/words.ts';
import { amount, amountIfAny, centred, quantityTimesPrice, RULE, type SlipStyle, text } from './parts.ts';

/**
 * What was bought and how it was paid, as the form of the shop's slips wants it: the whole receipt, or to tear off beside a
 * fiscal one only what the shop's promotions took off (MaxBonus integrator's manual, appendix 2). Ends with a rule.
 * @throws Error for a sale that is not paid: a defect of the caller.
 */
export function receiptBlocks({ say, slip }: SlipStyle, sale: Sale, redeemed: Kopecks): SlipBlock[] {
  if (slip.form === 'tear-off') return discounts(say, sale);
  const goods = slip.show.goods ? [...sale.lines.flatMap((line) => bought(say, line, sale)), RULE] : [];
  return [...goods, ...totals(say, sale, redeemed), ...payment(say, paymentOf(sale)), RULE];
}

function bought(say: Words, line: Line, sale: Sale): SlipBlock[] {
  const discount = discountOf(line, sale);
  return [
    text(line.product.name),
    amount(quantityTimesPrice(say, line.quantity, line.product.price), lineTotal(line)),
    ...(line.benefit ? [amount(say('benefitBefore'), line.benefit.price)] : []),
    ...(discount > 0 ? [amount(say('lineDiscount'), minus(ZERO, discount))] : []),
  ];
}

function discounts(say: Words, sale: Sale): SlipBlock[] {
  const { discount = ZERO } = sale.calculation ?? {};
  if (discount <= 0) return [];
  const lines = sale.lines.flatMap((line): SlipBlock[] => {
    const off = discountOf(line, sale);
    return off > 0 ? [amount(line.product.name, minus(ZERO, off))] : [];
  });
  return [centred(say('byPromotions')), ...lines, amount(say('discountOfReceipt'), minus(ZERO, discount)), RULE];
}

function discountOf({ index }: Line, { calculation }: Sale): Kopecks {
  return calculation?.lines.find((line) => line.index === index)?.discount ?? ZERO;
}

function totals(say: Words, sale: Sale, redeemed: Kopecks): SlipBlock[] {
  const { discount = ZERO, certificates = ZERO } = sale.calculation ?? {};
  return [
    amount(say('sum'), linesTotal(sale.lines)),
    ...(discount > 0 ? [amount(say('discount'), minus(ZERO, discount))] : []),
    ...(redeemed > 0 ? [amount(say('bonuses'), minus(ZERO, redeemed))] : []),
    amount(say('due'), plus(due(sale), certificates), true),
    ...amountIfAny(say('certificate'), certificates),
  ];
}

function paymentOf({ stage }: Sale): Payment {
  if (!('payment' in stage)) throw new Error('a slip is composed of a paid sale only');
  return stage.payment;
}

/** Cash as it was handed over, so that less the change it is what was due. */
function payment(say: Words, { cash, card, change }: Payment): SlipBlock[] {
  return [
    ...amountIfAny(say('cash'), plus(cash, change)),
    ...amountIfAny(say('card'), card),
    ...amountIfAny(say('change'), change),
  ];
}
