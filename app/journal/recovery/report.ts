import { z } from 'zod';

/** How many of each there are that the till cannot go on with by itself: a person has to look. */
const unsettled = z.object({
  /** Receipts that were paid and of which the loyalty service cannot be told any more. */
  receipts: z.int(),
  /** Returns of which nothing but the event log speaks. */
  returns: z.int(),
  /** Benefits of which the ЕЦС cannot be told any more, or of which nothing but the event log speaks. */
  benefits: z.int(),
  /** Receipts without their slip, which may not have been printed. */
  slips: z.int(),
});

/** What was done about a damaged journal: kept beside it until somebody was told, and told then. */
export const recoverySchema = z.object({
  /** Epoch ms. */
  at: z.int(),
  /** What was found, in SQLite's words or ours. */
  reason: z.string(),
  /** Name of the damaged file, in the journal's folder. */
  damaged: z.string(),
  /** Rows taken over from it, and rows that were read but are not what the schema allows. */
  rows: z.int(),
  refused: z.int(),
  /** Receipts that are in the journal now; of these, how many only the backup had. */
  receipts: z.int(),
  restored: z.int(),
  /** Name of that backup; `null` when there was none to rely on. */
  backup: z.string().nullable(),
  /** Numbers of receipts that neither the damaged file nor the backup gave. */
  lost: z.array(z.int()),
  unsettled,
});

export type Recovery = z.output<typeof recoverySchema>;
