import type { CalculatedLine, Calculation } from '../../domain/calculation.ts';
import { type Kopecks, least, minus, plus, ZERO } from '../../domain/money.ts';
import { linesTotal, lineTotal } from '../../domain/receipt.ts';
import type { CalculationRequest } from '../../sale/ports.ts';
import { cleanLine } from '../http/service-text.ts';
import { toPromo } from './promo.ts';
import { spreadOver } from './spread.ts';
import { type CheckAnswer, isAnonymous } from './wire.ts';

/**
 * The service's calculation of the receipt that was asked about; `null` when the answer cannot be one, for it is nobody's
 * though a customer was named, takes off more bonuses or certificates than asked, takes off more than there is, takes more
 * off the lines than off the receipt, or is about another sum.
 *
 * What is due is our own sum of the lines less the discount, the bonuses and the certificates of the answer. The documents do
 * not say whether `total_check_amount` is that sum before, between or after them; whichever it is, it has to agree. The lines
 * add up to the totals: what the answer takes off no line in particular, such as a coupon, is spread over all of them.
 */
export function toCalculation(answer: CheckAnswer, request: CalculationRequest): Calculation | null {
  if (request.customerToken !== null && isAnonymous(answer.customer_token ?? '')) return null;
  const total = linesTotal(request.lines);
  if (answer.total_bonus_pay > request.redemption) return null;
  if (answer.total_discount + answer.total_bonus_pay > total) return null;
  const discounted = minus(total, answer.total_discount);
  const payable = minus(discounted, answer.total_bonus_pay);
  const certificates = paidByCertificates(answer, request, payable);
  if (certificates === null) return null;
  const due = minus(payable, certificates);

  // The service may round a weighed line its own way: a kopeck per line.
  const agrees = (sum: number) => Math.abs(answer.total_check_amount - sum) <= request.lines.length;
  if (![total, discounted, payable, due].some(agrees)) return null;

  const lines = linesOf(answer, request);
  if (lines === null) return null;

  const campaign = cleanLine(answer.campaign_name ?? '').trim();
  return {
    id: answer.calc_id,
    total,
    discount: answer.total_discount,
    redemptionLimit: answer.total_max_bonus_can_pay,
    redeemed: answer.total_bonus_pay,
    accrued: answer.total_add_bonus,
    certificates,
    promo: request.promo === null ? null : toPromo(answer),
    ...(campaign !== '' && { campaign }),
    balance: answer.customer_total_bonus,
    due,
    lines,
  };
}

/** As the answer says, else what was sent, up to what is left to pay; `null` for more than either. */
function paidByCertificates(answer: CheckAnswer, request: CalculationRequest, payable: Kopecks): Kopecks | null {
  const sent = plus(...request.certificates.map(({ amount }) => amount));
  const most = least(sent, payable);
  const said = answer.total_certificate_pay ?? most;
  return said > most ? null : said;
}

/** A line the answer leaves out is one the service does not know. */
function linesOf(answer: CheckAnswer, { lines }: CalculationRequest): readonly CalculatedLine[] | null {
  const items = lines.map(({ index }) => answer.items.find((item) => item.index === index));
  const sums = lines.map(lineTotal);
  const discounts = spreadOver(
    answer.total_discount,
    items.map((item) => item?.calc_discount ?? ZERO),
    sums,
  );
  if (!discounts) return null;
  const redeemed = spreadOver(
    answer.total_bonus_pay,
    items.map((item) => item?.pay_bonus ?? ZERO),
    sums.map((sum, at) => minus(sum, discounts[at] ?? ZERO)),
  );
  if (!redeemed) return null;
  return lines.map(({ index }, at) => ({
    index,
    discount: discounts[at] ?? ZERO,
    redeemed: redeemed[at] ?? ZERO,
    accrued: items[at]?.calc_bonus_add ?? ZERO,
    unknown: items[at]?.not_exist ?? items[at] === undefined,
  }));
}
