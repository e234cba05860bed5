import { z } from 'zod';
import { amount, nothing } from '../schema/values.ts';
import type { CommandSchemas } from './command.ts';

/** Epoch ms. */
const moment = z.int();

const shiftReport = z.object({
  kind: z.enum(['x', 'z']),
  number: z.int(),
  openedAt: moment,
  openedBy: z.string(),
  closedAt: moment.nullable(),
  closedBy: z.string().nullable(),
  receipts: z.int(),
  sales: amount,
  discounts: amount,
  redeemed: amount,
  accrued: amount,
  certificates: amount,
  cash: amount,
  card: amount,
  credit: amount,
  returns: z.object({
    count: z.int(),
    cash: amount,
    card: amount,
    credit: amount.exactOptional(),
    certificates: amount,
    bonuses: amount,
  }),
  queued: z.object({ count: z.int(), sum: amount }),
  /** Receipts of earlier shifts that their service took since. */
  belated: z.object({ count: z.int(), accrued: amount, redeemed: amount }),
  hours: z.array(z.object({ hour: z.int(), sum: amount, receipts: z.int() })).readonly(),
});

/** Shifts: opened by hand or by the first receipt, looked at by X, ended by Z. */
export const shiftCommands = {
  'shift.open': { input: nothing, output: nothing },
  /** The sums of the open shift; `null` between two. */
  'shift.report': { input: nothing, output: shiftReport.nullable() },
  'shift.printX': { input: nothing, output: nothing },
  /** Closes the shift. `seen`: the person knows of what is unsent or held, and closes all the same. */
  'shift.close': { input: z.object({ seen: z.boolean() }), output: nothing },
  /** Z reports, newest first. */
  'shift.past': { input: z.object({ most: z.int().min(1).max(400) }), output: z.array(shiftReport).readonly() },
  'shift.printZ': { input: z.object({ number: z.int().min(1) }), output: nothing },
} as const satisfies Record<string, CommandSchemas>;

export type ShiftReportView = z.output<typeof shiftReport>;
