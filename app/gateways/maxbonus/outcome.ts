import { ZERO } from '../../domain/money.ts';
import type { ReturnOutcome, WriteRequest } from '../../sale/ports.ts';
import type { WriteOutcome } from '../../sale/sale.ts';
import { cleanLine } from '../http/service-text.ts';
import type { Printed, ReturnAnswer, WriteAnswer } from './wire.ts';

/** A slip as long as a metre of paper is an error of the service. */
const MOST_LINES = 200;

/** What was written. Sums the service does not name are those that were asked for; an anonymous customer has no balance. */
export function toOutcome(answer: WriteAnswer, request: WriteRequest): WriteOutcome {
  return {
    redeemed: answer.total_bonus_pay ?? request.redemption,
    accrued: answer.total_add_bonus ?? ZERO,
    balance: request.customerToken === null ? null : (answer.customer_total_bonus ?? null),
    text: printedLines(answer),
  };
}

export function toReturnOutcome(answer: ReturnAnswer): ReturnOutcome {
  return {
    restored: answer.total_bonus_return,
    withdrawn: answer.total_add_bonus_return,
    balance: answer.customer_total_bonus ?? null,
    text: printedLines(answer),
  };
}

function printedLines(answer: Printed): readonly string[] {
  const lines = answer.lines ?? answer.text?.split(/\r\n|\r|\n/) ?? [];
  return withoutBlankEnds(lines.slice(0, MOST_LINES).map(cleanLine));
}

function withoutBlankEnds(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line !== '');
  const last = lines.findLastIndex((line) => line !== '');
  return first < 0 ? [] : lines.slice(first, last + 1);
}
