import type { BenefitCase } from '../../app/domain/benefit-case.ts';
import { minus } from '../../app/domain/money.ts';
import type { SlipBlock, SlipDocument } from '../../app/domain/slip.ts';
import { amount, footer, heading, pair, RULE, type SlipStyle, text } from './parts.ts';

/** For the holder of a card who takes a service with a benefit. Nothing on it tells who that is. */
export function benefitSlip(style: SlipStyle, given: BenefitCase, at: number): SlipDocument {
  const { say } = style;
  return {
    blocks: [
      ...heading(style, say('benefit'), at),
      RULE,
      text(given.service.name),
      ...(given.category ? [text(say('benefitCategory', { name: given.category.name }))] : []),
      ...prices(style, given),
      pair(say('benefitTransaction'), String(given.transactionId)),
      ...footer(style),
    ],
  };
}

function prices({ say }: SlipStyle, { price, discountedPrice }: BenefitCase): SlipBlock[] {
  if (price === null) return [];
  if (discountedPrice === null) return [amount(say('benefitPrice'), price, true)];
  return [
    amount(say('benefitPrice'), price),
    amount(say('benefitOff'), minus(discountedPrice, price)),
    amount(say('benefitDue'), discountedPrice, true),
  ];
}
