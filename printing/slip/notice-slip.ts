import { ZERO } from '../../app/domain/money.ts';
import type { SlipDocument } from '../../app/domain/slip.ts';
import { due, type Sale } from '../../app/sale/sale.ts';
import { amount, centred, footer, heading, RULE, type SlipStyle, text, title } from './parts.ts';
import { receiptBlocks } from './receipt-parts.ts';

/**
 * For a customer who leaves before the service is told of the receipt: the receipt, and that its bonuses come later. The only
 * slip that this receipt gets.
 * @throws Error for a sale that is not paid: a defect of the caller.
 */
export function queuedSlip(style: SlipStyle, sale: Sale, at: number): SlipDocument {
  const { say, slip } = style;
  return {
    blocks: [
      ...heading(style, say('receipt', { number: sale.number }), at),
      RULE,
      ...receiptBlocks(style, sale, sale.calculation?.redeemed ?? ZERO),
      ...(slip.form === 'tear-off' ? [amount(say('due'), due(sale), true)] : []),
      centred(say(sale.customer ? 'queuedBonuses' : 'queued')),
      ...footer(style),
    ],
  };
}

/** For the shop's own papers: the service will not have a receipt that was paid. `message` is its own sentence, cleaned. */
export function refusalSlip(style: SlipStyle, sale: Sale, message: string, at: number): SlipDocument {
  const { say } = style;
  return {
    blocks: [
      title(say('refused')),
      ...heading(style, say('receipt', { number: sale.number }), at),
      RULE,
      amount(say('due'), due(sale), true),
      text(say('refusedBy', { message })),
      ...(sale.customer ? [text(say('refusedBonuses'))] : []),
    ],
  };
}
