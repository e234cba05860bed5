import type { CalculatedLine, Calculation } from '../../domain/calculation.ts';
import { type Kopecks, kopecks, least, minus, plus, ZERO } from '../../domain/money.ts';
import { linesTotal, lineTotal } from '../../domain/receipt.ts';
import type { CalculationRequest } from '../../sale/ports.ts';
import type { MaxBonusSettings } from '../../settings/maxbonus.ts';
import { type Odd, readFields } from '../http/answer-form.ts';
import { fieldsOf } from '../http/service-error.ts';
import { cleanLine } from '../http/service-text.ts';
import { toPromo } from './promo.ts';
import { spreadOver } from './spread.ts';
import { type CheckAnswer, type CheckLine, checkLine, isAnonymous } from './wire.ts';

/**
 * The service's calculation of the receipt that was asked about; `null` when the answer cannot be one, for it is nobody's
 * though a customer was named, takes off more bonuses or certificates than asked, takes off more than there is, takes more
 * off the lines than off the receipt, or is about another sum.
 *
 * What is due is our own sum of the lines less the discount, the bonuses and the certificates of the answer. The documents do
 * not say whether `total_check_amount` is that sum before, between or after them; whichever it is, it has to agree. The lines
 * add up to the totals: what the answer takes off no line in particular, such as a coupon, is spread over all of them. A total
 * that the answer leaves out is what its lines say.
 */
export function toCalculation(
  answer: CheckAnswer,
  request: CalculationRequest,
  { discounts }: Pick<MaxBonusSettings, 'discounts'>,
  odd: Odd,
): Calculation | null {
  if (request.customerToken !== null && isAnonymous(answer.customer_token ?? '')) return null;
  const said = saidOf(answer.items ?? [], odd);
  const redeemed = redeemedOf(answer, request, said);
  if (redeemed === null) return null;
  const total = linesTotal(request.lines);
  if (redeemed > request.redemption) return null;
  const inDiscount = discounts === 'with-bonuses' ? redeemed : ZERO;
  const discount = minus(answer.total_discount ?? sumOf(said, 'calc_discount'), inDiscount);
  if (discount < 0 || discount + redeemed > total) return null;
  const discounted = minus(total, discount);
  const payable = minus(discounted, redeemed);
  const certificates = paidByCertificates(answer, request, payable);
  if (certificates === null) return null;
  const due = minus(payable, certificates);

  // The service may round a weighed line its own way: a kopeck per line.
  const amount = answer.total_check_amount ?? total;
  const agrees = (sum: number) => Math.abs(amount - sum) <= request.lines.length;
  if (![total, discounted, payable, due].some(agrees)) return null;

  const lines = linesOf(said, request, discount, redeemed, discounts);
  if (lines === null) return null;

  const campaign = cleanLine(answer.campaign_name ?? '').trim();
  return {
    id: answer.calc_id,
    total,
    discount,
    redemptionLimit: kopecks(Math.max(answer.total_max_bonus_can_pay ?? ZERO, redeemed)),
    redeemed,
    accrued: answer.total_add_bonus ?? sumOf(said, 'calc_bonus_add'),
    certificates,
    promo: request.promo === null ? null : toPromo(answer),
    ...(campaign !== '' && { campaign }),
    balance: answer.customer_total_bonus ?? null,
    due,
    lines,
  };
}

/** The lines of an answer, be they a list or an object that has them by their index. */
function saidOf(items: NonNullable<CheckAnswer['items']>, odd: Odd): readonly CheckLine[] {
  const isList = Array.isArray(items);
  if (!isList) odd(['items']);
  return Object.entries(items).flatMap(([key, item]) => {
    if (!fieldsOf(item)) return [];
    const line = readFields(checkLine, item, (fields) => odd(fields.map((field) => `items.${field}`)));
    const index = line?.index ?? (isList || !/^\d{1,9}$/.test(key) ? null : Number(key));
    return line ? [{ ...line, index }] : [];
  });
}

type Part = 'calc_discount' | 'pay_bonus' | 'calc_bonus_add';

function sumOf(lines: readonly CheckLine[], part: Part): Kopecks {
  return plus(...lines.map((line) => line[part] ?? ZERO));
}

/** `null` when bonuses were to be taken off and the answer does not tell how many are. */
function redeemedOf(
  answer: CheckAnswer,
  { redemption }: CalculationRequest,
  said: readonly CheckLine[],
): Kopecks | null {
  const { total_bonus_pay: total } = answer;
  if (total !== null && total !== undefined) return total;
  const isTold = redemption === 0 || said.some(({ pay_bonus: part }) => part !== null && part !== undefined);
  return isTold ? sumOf(said, 'pay_bonus') : null;
}

/** As the answer says, else what was sent, up to what is left to pay; `null` for more than either. */
function paidByCertificates(answer: CheckAnswer, request: CalculationRequest, payable: Kopecks): Kopecks | null {
  const sent = plus(...request.certificates.map(({ amount }) => amount));
  const most = least(sent, payable);
  const said = answer.total_certificate_pay ?? most;
  return said > most ? null : said;
}

/** A line the answer leaves out is one the service does not know. */
function linesOf(
  said: readonly CheckLine[],
  { lines }: CalculationRequest,
  discount: Kopecks,
  redeemed: Kopecks,
  mode: MaxBonusSettings['discounts'],
): readonly CalculatedLine[] | null {
  const nameless = said.filter(({ index }) => index === null || index === undefined);
  const items = lines.map(
    ({ index, product }) =>
      said.find((item) => item.index === index) ?? nameless.find(({ code }) => code === product.code),
  );
  const sums = lines.map(lineTotal);
  const bonuses = items.map((item) => item?.pay_bonus ?? ZERO);
  const off = items.map((item, at) => {
    const own = item?.calc_discount ?? ZERO;
    return mode === 'with-bonuses' ? kopecks(Math.max(0, own - (bonuses[at] ?? ZERO))) : own;
  });
  const discounted = spreadOver(discount, off, sums);
  if (!discounted) return null;
  const paid = spreadOver(
    redeemed,
    bonuses,
    sums.map((sum, at) => minus(sum, discounted[at] ?? ZERO)),
  );
  if (!paid) return null;
  return lines.map(({ index }, at) => ({
    index,
    discount: discounted[at] ?? ZERO,
    redeemed: paid[at] ?? ZERO,
    accrued: items[at]?.calc_bonus_add ?? ZERO,
    unknown: items[at]?.not_exist ?? items[at] === undefined,
  }));
}
