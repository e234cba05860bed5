import { z } from 'zod';
import { type Kopecks, toDecimal } from '../../domain/money.ts';
import { RECEIPT_STATES } from '../../domain/receipt-state.ts';
import { dayOf } from '../file/names.ts';
import type { ExportedReceipt, ExportForm } from './rows.ts';

/** The columns of the table, in their order. */
export const CSV_COLUMNS = [
  'number',
  'at',
  'state',
  'cashier',
  'phone',
  'discount',
  'redeemed',
  'certificates',
  'paid',
  'cash',
  'card',
  'accrued',
  'credit',
] as const;

/** How the table speaks to whoever opens it; `decimalSign` stands between roubles and kopecks. */
export const csvWords = z.object({
  columns: z.record(z.enum(CSV_COLUMNS), z.string()),
  states: z.record(z.enum(RECEIPT_STATES), z.string()),
  decimalSign: z.enum([',', '.']),
  /** Before the rows at which the event log breaks. */
  broken: z.string(),
});

export type CsvWords = Readonly<z.output<typeof csvWords>>;

/** Spreadsheet programs take a file for UTF-8 by it. */
const BYTE_ORDER_MARK = '\u{feff}';

/**
 * Receipts as spreadsheet programs read them: RFC 4180 but for the semicolon, which leaves the comma to the decimals. Text that
 * a program would take for a formula is led by an apostrophe (OWASP, «CSV Injection»). Times are the till's own.
 * @param breaks rows of the event log at which its chain breaks: a last line says so, where there are any
 */
export function csvForm(words: CsvWords, breaks: readonly number[]): ExportForm {
  return {
    head: BYTE_ORDER_MARK + csvLine(CSV_COLUMNS.map((column) => text(words.columns[column]))),
    row: (receipt) => csvLine(cellsOf(receipt, words)),
    tail:
      breaks.length === 0
        ? ''
        : csvLine(CSV_COLUMNS.map((_, place) => (place === 0 ? `${words.broken}: ${breaks.join(', ')}` : ''))),
  };
}

function cellsOf(receipt: ExportedReceipt, { states, decimalSign }: CsvWords): readonly string[] {
  const { number, at, state, cashier, phoneEnding } = receipt;
  const money = (of: Kopecks): string => toDecimal(of).replace('.', decimalSign);
  return [
    String(number),
    `${dayOf(at)} ${new Date(at).toTimeString().slice(0, 8)}`,
    text(states[state]),
    text(cashier),
    // As on the slip; bare digits would lose their zeros.
    phoneEnding === null ? '' : `***${phoneEnding}`,
    money(receipt.discount),
    money(receipt.redeemed),
    money(receipt.certificates),
    money(receipt.paid),
    money(receipt.cash),
    money(receipt.card),
    money(receipt.accrued),
    money(receipt.credit),
  ];
}

function text(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map(quoted).join(';')}\r\n`;
}

function quoted(cell: string): string {
  return /[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
