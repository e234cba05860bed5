import { ZERO } from '../../domain/money.ts';
import type { ReturnOutcome, WriteRequest } from '../../sale/ports.ts';
import type { WriteOutcome } from '../../sale/sale.ts';
import { type Odd, readFields } from '../http/answer-form.ts';
import { fieldsOf } from '../http/service-error.ts';
import { printedLines } from './printed.ts';
import { returnAnswer, writeAnswer } from './wire.ts';

/**
 * What was written. That it was is said by the answer's status: its body, whatever shape it has, only tells what to print. Sums the
 * service does not name are those that were asked for; an anonymous customer has no balance.
 */
export function toOutcome(data: unknown, request: WriteRequest, odd: Odd): WriteOutcome {
  const answer = readFields(writeAnswer, flat(data), odd);
  return {
    redeemed: answer?.total_bonus_pay ?? request.redemption,
    accrued: answer?.total_add_bonus ?? ZERO,
    balance: request.customerToken === null ? null : (answer?.customer_total_bonus ?? null),
    text: printedLines(data),
  };
}

export function toReturnOutcome(data: unknown, odd: Odd): ReturnOutcome {
  const answer = readFields(returnAnswer, flat(data), odd);
  return {
    restored: answer?.total_bonus_return ?? ZERO,
    withdrawn: answer?.total_add_bonus_return ?? ZERO,
    balance: answer?.customer_total_bonus ?? null,
    text: printedLines(data),
  };
}

/** The fields of an answer and of the objects in it, which some services have it in; its own come first. */
function flat(data: unknown): unknown {
  const fields = fieldsOf(data);
  if (!fields) return data;
  return Object.assign({}, ...Object.values(fields).map(fieldsOf), fields);
}
