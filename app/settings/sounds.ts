import { z } from 'zod';

/** Sounds by which the till calls a cashier who looks at the goods. */
export const soundsSchema = z.strictObject({
  /** Per cent; 0 is silence. */
  volume: z.int().min(0).max(100).default(60),
});
