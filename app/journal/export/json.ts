import { z } from 'zod';
import type { JournalReader } from '../connection.ts';
import { storedLine } from '../stored.ts';
import type { ExportForm } from './rows.ts';

const body = z.string();

/**
 * Receipts of this journal for another program, each on a line of its own: `{"version": 1, "receipts": [{…}, …]}`. Amounts are
 * kopecks, quantities thousandths, times ISO 8601 in UTC; the integrator's guide shows the whole shape.
 * @param breaks rows of the event log at which its chain breaks: told at the end, where there are any
 */
export function jsonForm(db: JournalReader, breaks: readonly number[]): ExportForm {
  const select = db.prepare('SELECT body FROM sale_line WHERE sale_id = ? ORDER BY line_index').pluck();
  let first = true;
  return {
    head: '{"version":1,"receipts":[',
    row({ at, openedAt, ...receipt }) {
      const lines = select.all(receipt.id).map((row) => {
        const { product, quantity } = storedLine.parse(JSON.parse(body.parse(row)));
        return { code: product.code, barcode: product.barcode, name: product.name, quantity, price: product.price };
      });
      const times = { at: new Date(at).toISOString(), openedAt: new Date(openedAt).toISOString() };
      const comma = first ? '' : ',';
      first = false;
      return `${comma}\n${JSON.stringify({ ...receipt, ...times, lines })}`;
    },
    tail: breaks.length === 0 ? '\n]}\n' : `\n],"brokenEvents":${JSON.stringify(breaks)}}\n`,
  };
}
