import type { ReceiptState } from '../domain/receipt-state.ts';
import type { ReceiptFilter } from '../schema/receipts.ts';

/** Receipts in SQL: what stands behind FROM, and the values of its named parameters. */
export type Selection = { readonly from: string; readonly values: Readonly<Record<string, string | number>> };

/** In thousandths, however many lines and returns they are of; NULL for a receipt of which nothing came back. */
const GIVEN_BACK = `(
  SELECT sum(given.value ->> '$.quantity') FROM receipt_return AS back, json_each(back.request, '$.given') AS given
  WHERE back.sale_id = sale.id AND back.stage <> 'refused')`;
const SOLD = "(SELECT sum(body ->> '$.quantity') FROM sale_line WHERE sale_id = sale.id)";

/** The receipt's state. Of no line more comes back than was sold, so that sums say whether all of it did. */
export const STATE = `
  CASE WHEN stage <> 'written' OR ${GIVEN_BACK} IS NULL THEN stage
       WHEN ${GIVEN_BACK} < ${SOLD} THEN 'returned-in-part' ELSE 'returned' END`;

const OF_RETURNS = "id IN (SELECT sale_id FROM receipt_return WHERE stage <> 'refused')";

/** CROSS JOIN keeps the order: for each range a search. The colon comes after the digits. */
const OF_TEXT = `number IN (
  SELECT number FROM json_each(@ranges) AS range CROSS JOIN sale
  WHERE number BETWEEN range.value ->> 0 AND range.value ->> 1
  UNION SELECT number FROM sale WHERE phone_ending >= @text AND phone_ending < @text || ':')`;

/**
 * The filter in SQL. It is answered from indexes alone, without a look into the receipts, however many there are; which of them
 * leads is said here, for SQLite does not know how much narrower a day is than a state.
 */
export function selectionOf({ from, until, text, state }: ReceiptFilter): Selection {
  const interval = [...(from === null ? [] : ['at >= @from']), ...(until === null ? [] : ['at < @until'])];
  const terms = [...interval, ...(state === null ? [] : [stateTerm(state)]), ...(text === '' ? [] : [OF_TEXT])];
  return {
    from: `sale ${indexFor(interval.length > 0, state)} ${terms.length === 0 ? '' : `WHERE ${terms.join(' AND ')}`}`,
    values: {
      ...(from !== null && { from }),
      ...(until !== null && { until }),
      ...(state !== null && { state }),
      ...(text !== '' && { text, ranges: JSON.stringify(rangesOf(text)) }),
    },
  };
}

function indexFor(interval: boolean, state: ReceiptState | null): string {
  if (interval) return 'INDEXED BY sale_at';
  return state === null || isOfReturns(state) ? '' : 'INDEXED BY sale_stage';
}

function isOfReturns(state: ReceiptState): boolean {
  return state === 'returned' || state === 'returned-in-part';
}

function stateTerm(state: ReceiptState): string {
  if (isOfReturns(state)) return `number IN (SELECT number FROM sale WHERE ${OF_RETURNS} AND ${STATE} = @state)`;
  const nothingBack = state === 'written' ? ` AND number NOT IN (SELECT number FROM sale WHERE ${OF_RETURNS})` : '';
  return `stage = @state${nothingBack}`;
}

/** No till comes to a number of more digits. */
const MOST_DIGITS = 12;

/** The numbers that begin so, as ranges: 12 begins 12, 120 to 129, 1200 to 1299 and so on. */
function rangesOf(text: string): readonly (readonly [first: number, last: number])[] {
  if (!/^[1-9]\d*$/.test(text) || text.length > MOST_DIGITS) return [];
  return Array.from({ length: MOST_DIGITS - text.length + 1 }, (_, more) => {
    const first = Number(text) * 10 ** more;
    return [first, first + 10 ** more - 1] as const;
  });
}
