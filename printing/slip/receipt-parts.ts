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
export function receiptBlocks(style: SlipStyle, sale: Sale, redeemed: Kopecks): SlipBlock[] {
  const { say, slip } = style;
  if (slip.form === 'tear-off') return discounts(style, sale);
  const inLines = slip.bonuses === 'lines' && slip.show.goods && redeemed === inAllLines(sale, redeemedOf);
  const goods = sale.lines.flatMap((line) => bought(style, line, sale, inLines));
  return [
    ...(slip.show.goods ? [...goods, RULE] : []),
    ...totals(style, sale, redeemed, inLines),
    ...payment(say, paymentOf(sale)),
    RULE,
  ];
}

/** @param inLines bonuses stand with the goods that they paid */
function bought({ say, slip }: SlipStyle, line: Line, sale: Sale, inLines: boolean): SlipBlock[] {
  const off = inLines ? plus(discountOf(line, sale), redeemedOf(line, sale)) : discountOf(line, sale);
  return [
    text(line.product.name),
    amount(quantityTimesPrice(say, line.quantity, line.product.price), lineTotal(line)),
    ...(line.benefit ? [amount(say('benefitBefore'), line.benefit.price)] : []),
    ...(off > 0 ? [amount(say('lineDiscount'), minus(ZERO, off))] : []),
    ...(slip.section ? [text(say('section', { number: slip.section }))] : []),
  ];
}

function discounts(style: SlipStyle, sale: Sale): SlipBlock[] {
  const { say } = style;
  const { discount = ZERO } = sale.calculation ?? {};
  const named = campaign(style, sale);
  if (discount <= 0) return named.length > 0 ? [...named, RULE] : [];
  const lines = sale.lines.flatMap((line): SlipBlock[] => {
    const off = discountOf(line, sale);
    return off > 0 ? [amount(line.product.name, minus(ZERO, off))] : [];
  });
  return [
    centred(say('byPromotions')),
    ...named,
    ...lines,
    amount(say('discountOfReceipt'), minus(ZERO, discount)),
    RULE,
  ];
}

type OfLine = (line: Line, sale: Sale) => Kopecks;

const discountOf: OfLine = ({ index }, { calculation }) =>
  calculation?.lines.find((line) => line.index === index)?.discount ?? ZERO;

const redeemedOf: OfLine = ({ index }, { calculation }) =>
  calculation?.lines.find((line) => line.index === index)?.redeemed ?? ZERO;

function inAllLines(sale: Sale, of: OfLine): Kopecks {
  return plus(...sale.lines.map((line) => of(line, sale)));
}

function campaign({ say, slip }: SlipStyle, { calculation }: Sale): SlipBlock[] {
  const name = calculation?.campaign;
  return slip.show.campaign && name ? [text(say('campaign', { name }))] : [];
}

function totals(style: SlipStyle, sale: Sale, redeemed: Kopecks, inLines: boolean): SlipBlock[] {
  const { say } = style;
  const { discount = ZERO, certificates = ZERO } = sale.calculation ?? {};
  const off = inLines ? plus(discount, redeemed) : discount;
  const label = inLines && redeemed > 0 ? say('lineDiscount') : say('discount');
  return [
    amount(say('sum'), linesTotal(sale.lines)),
    ...(off > 0 ? [amount(label, minus(ZERO, off))] : []),
    ...campaign(style, sale),
    ...(redeemed > 0 && !inLines ? [amount(say('bonuses'), minus(ZERO, redeemed))] : []),
    amount(say('due'), plus(due(sale), certificates), true),
    ...amountIfAny(say('certificate'), certificates),
  ];
}

function paymentOf({ stage }: Sale): Payment {
  if (!('payment' in stage)) throw new Error('a slip is composed of a paid sale only');
  return stage.payment;
}

/** Cash as it was handed over, so that less the change it is what was due. */
function payment(say: Words, { cash, card, credit = ZERO, change }: Payment): SlipBlock[] {
  return [
    ...amountIfAny(say('cash'), plus(cash, change)),
    ...amountIfAny(say('card'), card),
    ...amountIfAny(say('credit'), credit),
    ...amountIfAny(say('change'), change),
  ];
}
