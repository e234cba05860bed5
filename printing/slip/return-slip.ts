import { ZERO } from '../../app/domain/money.ts';
import type { WrittenReceipt } from '../../app/domain/receipt-return.ts';
import type { SlipBlock, SlipDocument } from '../../app/domain/slip.ts';
import type { PendingReturn, ReturnOutcome } from '../../app/sale/ports.ts';
import type { Words } from '../text/words.ts';
import {
  amountIfAny,
  balancePair,
  customerPair,
  footer,
  heading,
  quantityTimesPrice,
  RULE,
  type SlipStyle,
  serviceText,
  text,
} from './parts.ts';

/** The slip of a return: what was given back, what the customer gets for it and what became of the bonuses. */
export function returnSlip(
  style: SlipStyle,
  receipt: WrittenReceipt,
  pending: PendingReturn,
  outcome: ReturnOutcome,
): SlipDocument {
  const { say } = style;
  return {
    blocks: [
      ...heading(style, say('return', { number: receipt.number }), pending.request.at),
      RULE,
      ...pending.given.flatMap(({ product, quantity }) => [
        text(product.name),
        text(quantityTimesPrice(say, quantity, product.price)),
      ]),
      RULE,
      ...moneyBack(say, pending),
      ...bonuses(style, receipt, outcome),
      ...footer(style),
    ],
  };
}

function moneyBack(say: Words, { refund }: PendingReturn): SlipBlock[] {
  return [
    ...amountIfAny(say('backInCash'), refund.cash),
    ...amountIfAny(say('backToCard'), refund.card),
    ...amountIfAny(say('backToCredit'), refund.credit ?? ZERO),
    ...amountIfAny(say('backToCertificate'), refund.certificates),
  ];
}

/** The service's own text where it gives one, else its figures in words of ours. */
function bonuses(style: SlipStyle, { phoneEnding }: WrittenReceipt, outcome: ReturnOutcome): SlipBlock[] {
  const { say } = style;
  if (outcome.text.length > 0) return [RULE, ...serviceText(outcome.text)];
  if (phoneEnding === null) return [];
  return [
    RULE,
    ...customerPair(style, phoneEnding),
    ...amountIfAny(say('restored'), outcome.restored),
    ...amountIfAny(say('withdrawn'), outcome.withdrawn),
    ...balancePair(style, say('balanceAfter'), outcome.balance),
  ];
}
