import type { Preview } from '../app/domain/printing.ts';
import type { SlipDocument } from '../app/domain/slip.ts';
import type { PrinterTraits } from '../app/settings/printer-traits.ts';
import { layOut } from './layout.ts';
import { slipComposer } from './slip/composer.ts';
import {
  EXAMPLE_OUTCOME,
  EXAMPLE_TIMES,
  exampleBenefit,
  exampleQueued,
  exampleReturn,
  exampleSale,
  exampleShift,
} from './slip/examples.ts';
import type { SlipLook } from './slip/parts.ts';
import type { SlipLine } from './slip-line.ts';
import { words } from './text/words.ts';

/** An example of a slip, laid out for the printer just as a real one is: what an administrator sees while changing settings. */
export function previewSlip(kind: Preview, look: SlipLook, printer: PrinterTraits): SlipLine[] {
  return layOut(exampleSlip(kind, look, printer), printer.columns);
}

function exampleSlip(kind: Preview, look: SlipLook, printer: PrinterTraits): SlipDocument {
  const say = words(look.language);
  const compose = slipComposer(look);
  const { sale: at, shift: evening } = EXAMPLE_TIMES;
  const sale = exampleSale(say);
  switch (kind) {
    case 'sale':
      return compose.sale(sale, EXAMPLE_OUTCOME, at);
    case 'return': {
      const { receipt, pending, outcome } = exampleReturn(say);
      return compose.receiptReturn(receipt, pending, outcome);
    }
    case 'registration':
      return compose.registration(sale.customer, at);
    case 'queued':
      return compose.notice(exampleQueued(say), at);
    case 'refused':
      return compose.refusal(exampleQueued(say), say('exampleRefusal'), evening);
    case 'x-report':
      return compose.shift(exampleShift(say, 'x'), evening);
    case 'z-report':
      return compose.shift(exampleShift(say, 'z'), evening);
    case 'benefit':
      return compose.benefit(exampleBenefit(say), at);
    case 'test-page':
      return compose.testPage(printer, at);
  }
}
