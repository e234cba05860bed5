import { existsSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { z } from 'zod';
import { fail, ok, type Result } from '../../domain/result.ts';
import { receiptFilter } from '../../schema/receipts.ts';
import { notedBreaks } from '../chain-breaks.ts';
import type { JournalReader } from '../connection.ts';
import { publish } from '../file/disk.ts';
import { csvForm, csvWords } from './csv.ts';
import { jsonForm } from './json.ts';
import { type ExportedReceipt, type ExportForm, exportedReceipts } from './rows.ts';

/** `file`: where to; what stands there is replaced. */
export const exportOrder = z.object({
  filter: receiptFilter,
  format: z.enum(['csv', 'json']),
  file: z.string(),
  words: csvWords,
});

export type ExportOrder = z.output<typeof exportOrder>;

/** What is gathered before it is written, in characters. */
const PORTION = 64 * 1024;

/**
 * Writes receipts into a file, whole or not at all. Between two portions other questions to the journal are answered.
 * @returns how many, or why not
 */
export async function exportReceipts(db: JournalReader, order: ExportOrder): Promise<Result<number, string>> {
  const { filter, format, file, words } = order;
  const part = `${file}.part`;
  try {
    const breaks = notedBreaks(db);
    const form = format === 'json' ? jsonForm(db, breaks) : csvForm(words, breaks);
    const receipts = await writePart(part, form, exportedReceipts(db, filter));
    publish(part, file);
    return ok(receipts);
  } catch (error) {
    if (existsSync(part)) rmSync(part);
    return fail(error instanceof Error ? error.message : String(error));
  }
}

async function writePart(part: string, form: ExportForm, rows: Iterable<ExportedReceipt>): Promise<number> {
  const file = await open(part, 'w');
  try {
    let waiting = form.head;
    let receipts = 0;
    for (const receipt of rows) {
      waiting += form.row(receipt);
      receipts += 1;
      if (waiting.length < PORTION) continue;
      await file.writeFile(waiting);
      waiting = '';
    }
    await file.writeFile(waiting + form.tail);
    return receipts;
  } finally {
    await file.close();
  }
}
