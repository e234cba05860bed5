import type { SaleView, View } from '../app/contract/view.ts';

/**
 * True when a code came in for the receipt: goods, a customer, a promo code, a certificate, or one that has to be asked about.
 * Whoever scans is selling, so the sale comes back in front. What a service does to the receipt by itself is no reason.
 */
export function callsForSale(before: View, now: View): boolean {
  const asked = now.question !== null && now.question.id !== before.question?.id;
  return (
    asked ||
    (now.certificate !== null && before.certificate === null) ||
    (now.lockedCertificate !== null && before.lockedCertificate === null) ||
    (now.sale.promo !== null && now.sale.promo.code !== before.sale.promo?.code) ||
    hasOtherCustomer(before.sale, now.sale) ||
    hasMoreGoods(before.sale, now.sale)
  );
}

function hasOtherCustomer({ customer: before }: SaleView, { customer: now }: SaleView): boolean {
  return now !== null && (now.name !== before?.name || now.phoneEnding !== before.phoneEnding);
}

/** Lines are there, or in quantities, that were not. */
export function hasMoreGoods(before: SaleView, now: SaleView): boolean {
  const known = before.number === now.number ? before.lines : [];
  const quantities = new Map(known.map(({ index, quantity }) => [index, quantity]));
  return now.lines.some(({ index, quantity }) => quantities.get(index) !== quantity);
}
