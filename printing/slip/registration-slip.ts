import type { Customer } from '../../app/domain/customer.ts';
import type { SlipDocument } from '../../app/domain/slip.ts';
import { amount, centred, customerPair, heading, RULE, type SlipStyle } from './parts.ts';

/** Welcomes a customer who has just been registered. */
export function registrationSlip(style: SlipStyle, customer: Customer, at: number): SlipDocument {
  const { say } = style;
  return {
    blocks: [
      ...heading(style, say('registration'), at),
      RULE,
      centred(customer.name),
      ...customerPair(say, customer.phoneEnding),
      amount(say('balanceBefore'), customer.balance),
      RULE,
      centred(say('welcome')),
    ],
  };
}
