import { z } from 'zod';

/** How many requests a fault hits; `null` for all until the next reset. */
export const times = z.int().min(1).nullable().default(1);

/** What says which requests a fault hits. */
type Scope = { readonly operation: z.ZodType<string, string | undefined>; readonly times: typeof times };

/**
 * What may go wrong with a request of any service. Up to `throttled` it has no effect (but a `status` with `commit` has); from
 * `drop-after-commit` on it takes effect and the answer is spoilt. `latency` holds the answer back, not the effect, and may come with any
 * other.
 */
export function commonFaults<Some extends Scope>(scope: Some) {
  return [
    z.strictObject({ kind: z.literal('latency'), ms: z.int().min(0).max(600_000), ...scope }),
    z.strictObject({ kind: z.literal('drop-before'), ...scope }),
    z.strictObject({
      kind: z.literal('status'),
      status: z.int().min(500).max(599),
      commit: z.boolean().default(false),
      ...scope,
    }),
    z.strictObject({ kind: z.literal('unauthorized'), ...scope }),
    /** `retryAfter` as the header says it: seconds or a date; `null` for no header. */
    z.strictObject({ kind: z.literal('throttled'), retryAfter: z.string().nullable(), ...scope }),
    z.strictObject({ kind: z.literal('drop-after-commit'), ...scope }),
    z.strictObject({ kind: z.literal('truncated'), ...scope }),
    z.strictObject({ kind: z.literal('html'), ...scope }),
    z.strictObject({ kind: z.literal('wrong-types'), ...scope }),
    z.strictObject({ kind: z.literal('huge'), ...scope }),
  ] as const;
}
