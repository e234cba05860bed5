import { z } from 'zod';

/** How the till's scanners are connected. */
export const scannerSchema = z.strictObject({
  kind: z.literal('serial'),
  name: z.string().min(1).max(40).optional(),
  path: z.string().min(1),
  baudRate: z.int().min(300).max(921_600).default(9600),
});

export type ScannerSettings = z.output<typeof scannerSchema>;
