import type { Customer } from '../../app/domain/customer.ts';
import type { SlipDocument } from '../../app/domain/slip.ts';
import { balancePair, centred, customerPair, footer, heading, RULE, type SlipStyle } from './parts.ts';
import { qrOfShop } from './qr.ts';

/** Welcomes a customer who has just been registered. */
export function registrationSlip(style: SlipStyle, customer: Customer, at: number): SlipDocument {
  const { say } = style;
  return {
    blocks: [
      ...heading(style, say('registration'), at),
      RULE,
      centred(customer.name),
      ...customerPair(style, customer.phoneEnding),
      ...balancePair(style, say('balanceBefore'), customer.balance),
      RULE,
      centred(say('welcome')),
      ...footer(style),
      ...qrOfShop(style),
    ],
  };
}
