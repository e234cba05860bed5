import type { SlipComposer } from '../../app/sale/ports.ts';
import { slipStyle } from './parts.ts';
import { registrationSlip } from './registration-slip.ts';
import { returnSlip } from './return-slip.ts';
import { saleSlip } from './sale-slip.ts';

/** Composes every slip of a till in its language and form. */
export function slipComposer(settings: Parameters<typeof slipStyle>[0]): SlipComposer {
  const style = slipStyle(settings);
  return {
    sale: (sale, outcome, at) => saleSlip(style, sale, outcome, at),
    receiptReturn: (receipt, pending, outcome) => returnSlip(style, receipt, pending, outcome),
    registration: (customer, at) => registrationSlip(style, customer, at),
  };
}
