import { minus, ZERO } from '../../app/domain/money.ts';
import type { ShiftReport } from '../../app/domain/shift.ts';
import type { SlipBlock, SlipDocument } from '../../app/domain/slip.ts';
import type { Words } from '../text/words.ts';
import { amount, amountIfAny, centred, heading, pair, RULE, type SlipStyle, text, title } from './parts.ts';

/** So much of the journal's checksum stands on paper. */
const CHECKSUM_SIGNS = 8;

/** An X report, or a Z report with the journal's checksum. */
export function shiftSlip(style: SlipStyle, report: ShiftReport, at: number): SlipDocument {
  const { say } = style;
  const { kind, number } = report;
  return {
    blocks: [
      title(kind === 'z' ? say('zReport', { number }) : say('xReport')),
      ...heading(style, say('shift', { number }), at),
      RULE,
      ...openedAndClosed(style, report),
      RULE,
      ...sales(say, report),
      ...returns(say, report),
      ...queued(say, report),
      ...belated(say, report),
      ...hours(say, report),
      ...checksum(say, report),
    ],
  };
}

function openedAndClosed(
  { say, time }: SlipStyle,
  { openedAt, openedBy, closedAt, closedBy }: ShiftReport,
): SlipBlock[] {
  return [
    pair(say('opened'), time(openedAt)),
    ...person(say('openedBy'), openedBy),
    ...(closedAt === null ? [] : [pair(say('closed'), time(closedAt))]),
    ...person(say('closedBy'), closedBy),
  ];
}

function person(label: string, name: string | null): SlipBlock[] {
  return name ? [pair(label, name)] : [];
}

function sales(say: Words, report: ShiftReport): SlipBlock[] {
  return [
    pair(say('receipts'), String(report.receipts)),
    amount(say('sales'), report.sales, true),
    ...(report.discounts > 0 ? [amount(say('discount'), minus(ZERO, report.discounts))] : []),
    ...(report.redeemed > 0 ? [amount(say('bonuses'), minus(ZERO, report.redeemed))] : []),
    ...amountIfAny(say('certificate'), report.certificates),
    amount(say('cash'), report.cash),
    amount(say('card'), report.card),
    ...amountIfAny(say('credit'), report.credit),
    ...amountIfAny(say('accruedInShift'), report.accrued),
  ];
}

function returns(say: Words, { returns: back }: ShiftReport): SlipBlock[] {
  if (back.count === 0) return [];
  return [
    RULE,
    pair(say('returns'), String(back.count)),
    ...amountIfAny(say('returnedCash'), back.cash),
    ...amountIfAny(say('returnedToCard'), back.card),
    ...amountIfAny(say('returnedCredit'), back.credit ?? ZERO),
    ...amountIfAny(say('returnedToCertificates'), back.certificates),
    ...amountIfAny(say('returnedBonuses'), back.bonuses),
  ];
}

function queued(say: Words, { queued: waiting }: ShiftReport): SlipBlock[] {
  if (waiting.count === 0) return [];
  return [RULE, pair(say('notSent'), String(waiting.count)), amount(say('notSentSum'), waiting.sum)];
}

/** Of earlier shifts: their own reports could not have it any more. */
function belated(say: Words, { belated: late }: ShiftReport): SlipBlock[] {
  if (late.count === 0) return [];
  return [
    RULE,
    pair(say('belated'), String(late.count)),
    ...amountIfAny(say('belatedAccrued'), late.accrued),
    ...(late.redeemed === 0 ? [] : [amount(say('belatedRedeemed'), minus(ZERO, late.redeemed))]),
  ];
}

function hours(say: Words, report: ShiftReport): SlipBlock[] {
  if (report.hours.length === 0) return [];
  return [
    RULE,
    centred(say('byHour')),
    ...report.hours.map(({ hour, receipts, sum }) =>
      amount(say('hour', { hour: String(hour).padStart(2, '0'), receipts }), sum),
    ),
  ];
}

function checksum(say: Words, { kind, lastEvent }: ShiftReport): SlipBlock[] {
  if (kind === 'x' || !lastEvent) return [];
  return [RULE, text(say('journalSum', { id: lastEvent.id, hash: lastEvent.hash.slice(0, CHECKSUM_SIGNS) }))];
}
