import { z } from 'zod';

const port = z.int().min(1).max(65535);

/** How the till's printers are connected, and what they are like. */
export const printerSchema = z.strictObject({
  kind: z.literal('tcp'),
  name: z.string().min(1).max(40).optional(),
  host: z.string().min(1),
  port: port.default(9100),
  columns: z.union([z.literal(32), z.literal(35), z.literal(42), z.literal(44), z.literal(48)]).default(48),
  /** Number of the printer's CP866 table for `ESC t`. */
  codeTable: z.int().min(0).max(255).default(17),
});

export type PrinterSettings = z.output<typeof printerSchema>;
