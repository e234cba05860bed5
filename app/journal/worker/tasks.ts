import { z } from 'zod';
import { findGoods } from '../../catalogue/search.ts';
import { receiptPage, receiptRange } from '../../schema/receipts.ts';
import { receiptId, resultOf } from '../../schema/values.ts';
import { newBreaks, notedBreaks } from '../chain-breaks.ts';
import type { ReadOnlyJournal } from '../connection.ts';
import { exportOrder, exportReceipts } from '../export/export.ts';
import { backUp } from '../file/backup.ts';
import type { JournalFiles } from '../file/names.ts';
import { receiptDetails, receiptDetailsSchema } from '../receipt-details.ts';
import { listReceipts } from '../receipt-list.ts';
import { checkpoint, checkWhole } from './upkeep-tasks.ts';

type AtHand = { readonly files: JournalFiles; readonly reader: ReadOnlyJournal };

/** A question with its shapes; `run` may throw: whoever asked gets the reason. */
function task<Input extends z.ZodType, Output extends z.ZodType>(
  input: Input,
  output: Output,
  run: (atHand: AtHand, input: z.output<Input>) => z.input<Output> | Promise<z.input<Output>>,
) {
  const answer = async (atHand: AtHand, raw: unknown): Promise<z.output<Output>> =>
    output.parse(await run(atHand, input.parse(raw)));
  return { input, output, answer };
}

/**
 * What the worker can be asked. A new question is one entry: what goes in, what comes out, and a function that reads, in the
 * module of its part.
 */
export const tasks = {
  /** Looks at every page, row and index; says what is wrong, `null` when nothing is. */
  check: task(z.object({}), z.object({ problem: z.string().nullable() }), ({ files }) => checkWhole(files)),
  /** Follows the event log's chain; gives the breaks that are not noted in it yet, the first rows first. */
  chain: task(
    z.object({}),
    z.object({ breaks: z.array(z.object({ event: z.int(), mark: z.string() })).readonly() }),
    ({ reader }) => ({ breaks: newBreaks(reader) }),
  ),
  /** Rows of the event log at which its chain is known to break. */
  breaks: task(z.object({}), z.array(z.int()).readonly(), ({ reader }) => notedBreaks(reader)),
  /** Makes the backup of the day of `at` (epoch ms), unless there is one. */
  backup: task(z.object({ at: z.int() }), z.object({}), async ({ reader, files }, { at }) => {
    await backUp(reader, files, at);
    return {};
  }),
  /** A page of the list of receipts. */
  receipts: task(receiptRange, receiptPage, ({ reader }, { filter, offset, most }) =>
    listReceipts(reader, filter, offset, most),
  ),
  /** All that is known of one receipt. */
  receipt: task(z.object({ id: receiptId }), receiptDetailsSchema.nullable(), ({ reader }, { id }) =>
    receiptDetails(reader, id),
  ),
  /** Writes receipts into a file; how many, or why not. */
  export: task(exportOrder, resultOf(z.int(), z.string()), ({ reader }, order) => exportReceipts(reader, order)),
  /** Articles of goods that are looked for by name, and whether there are more. */
  goods: task(
    z.object({ text: z.string(), most: z.int() }),
    z.object({ codes: z.array(z.string()).readonly(), more: z.boolean() }),
    ({ reader }, { text, most }) => findGoods(reader, text, most),
  ),
  /** Empties the write-ahead log; `done` is false when somebody was just reading or writing. */
  checkpoint: task(z.object({}), z.object({ done: z.boolean() }), ({ files }) => checkpoint(files)),
};

export type TaskName = keyof typeof tasks;
export type TaskInput<Name extends TaskName> = z.input<(typeof tasks)[Name]['input']>;
export type TaskOutput<Name extends TaskName> = z.output<(typeof tasks)[Name]['output']>;
