import { z } from 'zod';

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
});

export type Recovery = z.output<typeof recoverySchema>;
