import { z } from 'zod';
import { FaultQueue } from '../fault-queue.ts';
import { OPERATIONS, type Operation } from './operations.ts';

const scope = {
  operation: z.enum([...OPERATIONS, 'all']).default('all'),
  /** How many requests it hits; `null` for all until the next reset. */
  times: z.int().min(1).nullable().default(1),
};

/**
 * What may go wrong with a request. Up to `refused` the request has no effect (but a `status` with `commit` has); from
 * `drop-after-commit` on it takes effect and the answer is spoilt. `latency` holds the answer back, not the effect, and may
 * come with any other.
 */
export const faultSchema = z.discriminatedUnion('kind', [
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
  /** A code of appendix 7, whatever was asked. */
  z.strictObject({ kind: z.literal('code'), code: z.literal([1, 2, 5, 6, 7, 8]), ...scope }),
  z.strictObject({
    kind: z.literal('refused'),
    status: z.int().min(400).max(499),
    message: z.string(),
    errorCode: z.int().optional(),
    ...scope,
  }),
  /** Success with an empty list of benefits. */
  z.strictObject({ kind: z.literal('no-benefits'), ...scope }),
  z.strictObject({ kind: z.literal('drop-after-commit'), ...scope }),
  z.strictObject({ kind: z.literal('truncated'), ...scope }),
  z.strictObject({ kind: z.literal('html'), ...scope }),
  z.strictObject({ kind: z.literal('wrong-types'), ...scope }),
  z.strictObject({ kind: z.literal('huge'), ...scope }),
]);

export type Fault = z.output<typeof faultSchema>;
export type FaultInput = z.input<typeof faultSchema>;
export type Outcome = Exclude<Fault, { kind: 'latency' }>;

/** What one request has to suffer: any latency, and one outcome at most. */
export type Plan = { readonly latencyMs: number; readonly outcome: Outcome | null };

/** The switches. */
export class Faults {
  readonly #queue = new FaultQueue<Fault>();

  get waiting(): readonly Fault[] {
    return this.#queue.waiting;
  }

  add(input: FaultInput): void {
    this.#queue.add(faultSchema.parse(input));
  }

  clear(): void {
    this.#queue.clear();
  }

  /** The faults for the next request of an operation; uses them up. */
  take(operation: Operation): Plan {
    let latencyMs = 0;
    let outcome: Outcome | null = null;
    this.#queue.offer(operation, (fault) => {
      if (fault.kind === 'latency') {
        latencyMs += fault.ms;
        return true;
      }
      if (outcome) return false;
      outcome = fault;
      return true;
    });
    return { latencyMs, outcome };
  }
}
