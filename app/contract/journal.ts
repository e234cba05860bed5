import { z } from 'zod';
import { receiptFacts, receiptFilter, receiptPage, receiptRange } from '../schema/receipts.ts';
import { nothing, receiptId } from '../schema/values.ts';
import type { CommandSchemas } from './command.ts';

/** `slip`: as it prints, line by line; empty when there is none. */
const receiptDetails = receiptFacts.extend({ slip: z.array(z.string()) });

/** The journal as people look into it: receipts and what happened to them. */
export const journalCommands = {
  'journal.list': { input: receiptRange, output: receiptPage },
  /** Rows of the event log at which its chain is known to break. */
  'journal.breaks': { input: nothing, output: z.array(z.int()).readonly() },
  'journal.details': { input: z.object({ receipt: receiptId }), output: receiptDetails },
  /** Prints a receipt's slip once more, marked as a copy. */
  'journal.reprint': { input: z.object({ receipt: receiptId }), output: nothing },
  /** Asks where to and writes the filtered journal there; `null` when the person thought better of it. */
  'journal.export': {
    input: z.object({ filter: receiptFilter, format: z.enum(['csv', 'json']) }),
    output: z.object({ file: z.string(), receipts: z.int() }).nullable(),
  },
} as const satisfies Record<string, CommandSchemas>;

export type { ReceiptFilter, ReceiptRow } from '../schema/receipts.ts';
export type ReceiptDetails = z.output<typeof receiptDetails>;
export type ReceiptEvent = ReceiptDetails['events'][number];
