import { accrualPercent } from '../../app/domain/accrual.ts';
import type { Customer } from '../../app/domain/customer.ts';
import { plus, toDecimal, ZERO } from '../../app/domain/money.ts';
import type { SlipBlock, SlipDocument } from '../../app/domain/slip.ts';
import { due, type Sale, type WriteOutcome } from '../../app/sale/sale.ts';
import {
  amount,
  amountIfAny,
  balancePair,
  centred,
  customerPair,
  footer,
  heading,
  RULE,
  type SlipStyle,
  serviceText,
  text,
} from './parts.ts';
import { qrOfSale } from './qr.ts';
import { receiptBlocks } from './receipt-parts.ts';

/**
 * The slip of a written sale, in the order of MaxBonus's sample receipts (integrator's manual, appendix 2): the receipt in the
 * form that the shop wants, and the bonuses at its foot. Without a customer there is no block of bonuses.
 * @throws Error for a sale that is not paid: a defect of the caller.
 */
export function saleSlip(style: SlipStyle, sale: Sale, outcome: WriteOutcome, at: number): SlipDocument {
  return {
    blocks: [
      ...heading(style, style.say('receipt', { number: sale.number }), at),
      RULE,
      ...receiptBlocks(style, sale, outcome.redeemed),
      ...foot(style, sale, outcome),
      ...qrOfSale(style, sale, at),
    ],
  };
}

/** The service's own text where it gives one, else a foot of ours that says the same; then the shop's. */
function foot(style: SlipStyle, sale: Sale, outcome: WriteOutcome): SlipBlock[] {
  const shop = footer(style);
  if (outcome.text.length > 0) return [...serviceText(outcome.text), ...shop];
  const thanks = shop.length > 0 ? shop : [centred(style.say('thanks'))];
  return sale.customer ? [...bonuses(style, sale, sale.customer, outcome), RULE, ...thanks] : thanks;
}

function bonuses(style: SlipStyle, sale: Sale, customer: Customer, outcome: WriteOutcome): SlipBlock[] {
  const { say } = style;
  return [
    ...customerPair(style, customer.phoneEnding),
    ...balancePair(style, say('balanceBefore'), sale.calculation?.balance ?? customer.balance),
    ...amountIfAny(say('redeemed'), outcome.redeemed),
    amount(say('accrued'), outcome.accrued),
    ...accrualPair(style, sale, outcome),
    ...balancePair(style, say('balanceAfter'), outcome.balance),
  ];
}

/** Which per cent that is, and of what, where the till can work it out. */
function accrualPair({ say, slip }: SlipStyle, sale: Sale, { accrued }: WriteOutcome): SlipBlock[] {
  const paid = plus(due(sale), sale.calculation?.certificates ?? ZERO);
  const percent = slip.show.accrualPercent ? accrualPercent(accrued, paid, sale.lines.length) : null;
  return percent === null ? [] : [text(say('accrualPercent', { percent, paid: toDecimal(paid) }))];
}
