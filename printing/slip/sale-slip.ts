import type { Customer } from '../../app/domain/customer.ts';
import { minus, plus, ZERO } from '../../app/domain/money.ts';
import type { Payment } from '../../app/domain/payment.ts';
import { type Line, linesTotal, lineTotal } from '../../app/domain/receipt.ts';
import type { SlipBlock, SlipDocument } from '../../app/domain/slip.ts';
import { due, type Sale, type WriteOutcome } from '../../app/sale/sale.ts';
import type { Words } from '../text/words.ts';
import {
  amount,
  amountIfAny,
  centred,
  customerPair,
  heading,
  quantityTimesPrice,
  RULE,
  type SlipStyle,
  serviceText,
} from './parts.ts';

/**
 * The slip of a written sale, in the order of MaxBonus's sample receipts (integrator's manual, appendix 2): the whole receipt
 * with the bonuses at its foot, or only the bonuses to tear off. Without a customer there is no block of bonuses.
 * @throws Error for a sale that is not paid: a defect of the caller.
 */
export function saleSlip(style: SlipStyle, sale: Sale, outcome: WriteOutcome, at: number): SlipDocument {
  const { say, form } = style;
  const receipt = [
    ...sale.lines.flatMap((line) => goods(say, line, sale)),
    RULE,
    ...totals(say, sale, outcome),
    ...payment(say, paymentOf(sale)),
    RULE,
  ];
  return {
    blocks: [
      ...heading(style, say('receipt', { number: sale.number }), at),
      RULE,
      ...(form === 'receipt' ? receipt : []),
      ...foot(say, sale, outcome),
    ],
  };
}

/** The service's own text where it gives one, else a foot of ours that says the same. */
function foot(say: Words, sale: Sale, outcome: WriteOutcome): SlipBlock[] {
  if (outcome.text.length > 0) return serviceText(outcome.text);
  const thanks = centred(say('thanks'));
  return sale.customer ? [...bonuses(say, sale, sale.customer, outcome), RULE, thanks] : [thanks];
}

function goods(say: Words, line: Line, sale: Sale): SlipBlock[] {
  const { product, quantity } = line;
  const discount = sale.calculation?.lines.find(({ index }) => index === line.index)?.discount ?? ZERO;
  return [
    { kind: 'text', text: product.name },
    amount(quantityTimesPrice(say, quantity, product.price), lineTotal(line)),
    ...(discount > 0 ? [amount(say('lineDiscount'), minus(ZERO, discount))] : []),
  ];
}

function totals(say: Words, sale: Sale, outcome: WriteOutcome): SlipBlock[] {
  const { discount = ZERO, certificates = ZERO } = sale.calculation ?? {};
  return [
    amount(say('sum'), linesTotal(sale.lines)),
    ...(discount > 0 ? [amount(say('discount'), minus(ZERO, discount))] : []),
    ...(outcome.redeemed > 0 ? [amount(say('bonuses'), minus(ZERO, outcome.redeemed))] : []),
    amount(say('due'), plus(due(sale), certificates), true),
    ...amountIfAny(say('certificate'), certificates),
  ];
}

function paymentOf({ stage }: Sale): Payment {
  if (stage.at === 'open') throw new Error('a slip is composed of a paid sale only');
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

function bonuses(say: Words, sale: Sale, customer: Customer, outcome: WriteOutcome): SlipBlock[] {
  return [
    ...customerPair(say, customer.phoneEnding),
    amount(say('balanceBefore'), sale.calculation?.balance ?? customer.balance),
    ...amountIfAny(say('redeemed'), outcome.redeemed),
    amount(say('accrued'), outcome.accrued),
    ...(outcome.balance === null ? [] : [amount(say('balanceAfter'), outcome.balance)]),
  ];
}
