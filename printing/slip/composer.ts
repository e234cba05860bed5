import type { SlipDocument } from '../../app/domain/slip.ts';
import type { SlipComposer } from '../../app/sale/ports.ts';
import type { Sale } from '../../app/sale/sale.ts';
import type { PrinterTraits } from '../../app/settings/printer-traits.ts';
import { benefitSlip } from './benefit-slip.ts';
import { queuedSlip, refusalSlip } from './notice-slip.ts';
import { type SlipLook, slipStyle } from './parts.ts';
import { registrationSlip } from './registration-slip.ts';
import { returnSlip } from './return-slip.ts';
import { saleSlip } from './sale-slip.ts';
import { shiftSlip } from './shift-slip.ts';
import { testPage } from './test-page.ts';

/** The slips of the desk, and those that are none of its business. Times are epoch ms. */
export type Composer = SlipComposer & {
  refusal(sale: Sale, message: string, at: number): SlipDocument;
  testPage(printer: PrinterTraits, at: number): SlipDocument;
};

/** Composes every slip of a till in its language and form. */
export function slipComposer(look: SlipLook): Composer {
  const style = slipStyle(look);
  return {
    sale: (sale, outcome, at) => saleSlip(style, sale, outcome, at),
    notice: (sale, at) => queuedSlip(style, sale, at),
    refusal: (sale, message, at) => refusalSlip(style, sale, message, at),
    receiptReturn: (receipt, pending, outcome) => returnSlip(style, receipt, pending, outcome),
    registration: (customer, at) => registrationSlip(style, customer, at),
    shift: (report, at) => shiftSlip(style, report, at),
    benefit: (given, at) => benefitSlip(style, given, at),
    testPage: (printer, at) => testPage(style, printer, at),
  };
}
