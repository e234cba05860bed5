import { z } from 'zod';

/** What main and the journal's worker say to each other. Checked on both sides. */

export const toWorker = z.object({ id: z.int(), task: z.string(), input: z.unknown() });

export const fromWorker = z.object({
  id: z.int(),
  outcome: z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value: z.unknown() }),
    z.object({
      ok: z.literal(false),
      /** `damage`: the journal's file is the reason. */
      error: z.object({ reason: z.string(), damage: z.boolean() }),
    }),
  ]),
});

export type ToWorker = z.output<typeof toWorker>;
export type FromWorker = z.output<typeof fromWorker>;
