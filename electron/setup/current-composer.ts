import type { SlipComposer } from '../../app/sale/ports.ts';

/** A composer for whoever keeps it, that composes as the one does that is current at the time. */
export function currentComposer(current: () => SlipComposer): SlipComposer {
  return {
    sale: (sale, outcome, at) => current().sale(sale, outcome, at),
    notice: (sale, at) => current().notice(sale, at),
    refusal: (sale, message, at) => current().refusal(sale, message, at),
    receiptReturn: (receipt, pending, outcome) => current().receiptReturn(receipt, pending, outcome),
    registration: (customer, at) => current().registration(customer, at),
    shift: (report, at) => current().shift(report, at),
    benefit: (given, at) => current().benefit(given, at),
  };
}
