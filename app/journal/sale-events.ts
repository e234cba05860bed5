import { ZERO } from '../domain/money.ts';
import { byKind } from '../domain/payment.ts';
import type { SaleEvent } from '../sale/sale.ts';
import type { EventBody } from './event-log.ts';

/** What of a sale's event stays in the log: enough to tell a customer's complaint from a cashier's, and nothing personal. */
export function eventBody(event: SaleEvent): EventBody {
  switch (event.kind) {
    case 'line-added':
      return { code: event.product.code, price: event.product.price, quantity: event.quantity };
    case 'quantity-changed':
      return { index: event.index, quantity: event.quantity };
    case 'line-removed':
      return { index: event.index };
    case 'customer-identified':
      return { phoneEnding: event.customer.phoneEnding };
    case 'redemption-chosen':
      return { amount: event.amount };
    case 'certificate-added':
      return { ending: event.certificate.code.slice(-4), amount: event.certificate.amount };
    case 'certificate-removed':
      return { ending: event.code.slice(-4) };
    case 'certificates-limited':
      return { most: event.most };
    case 'benefit-applied':
      return { case: event.granted.caseId, off: event.off };
    case 'benefit-removed':
      return { case: event.caseId };
    case 'calculated':
      return { due: event.calculation.due, redeemed: event.calculation.redeemed };
    case 'loyalty-waived':
      return { why: event.why };
    case 'write-started':
      return {
        ...byKind(event.payment.cash, event.payment.card, event.payment.credit ?? ZERO),
        offline: event.offline ?? false,
      };
    case 'written':
      return { redeemed: event.outcome.redeemed, accrued: event.outcome.accrued };
    default:
      return {};
  }
}
