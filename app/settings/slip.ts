import { z } from 'zod';

/** What the shop's slips look like. */
export const slipSchema = z.strictObject({
  /** `receipt`: goods, payment and bonuses; `tear-off`: only the bonuses, beside a fiscal till's own receipt. */
  form: z.enum(['receipt', 'tear-off']).default('receipt'),
});
