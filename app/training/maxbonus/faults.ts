import { z } from 'zod';
import { OPERATIONS, type Operation } from './operations.ts';

const scope = {
  operation: z.enum([...OPERATIONS, 'all']).default('all'),
  /** How many requests it hits; `null` for all until the next reset. */
  times: z.int().min(1).nullable().default(1),
};

/**
 * What may go wrong with a request. Up to `refused` the request has no effect (but a `status` with `commit` has); from
 * `drop-after-commit` on it takes effect and the answer is spoilt. `latency` holds the answer back, not the effect; it and
 * `bare`, an answer without its envelope, may come with any other.
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
  z.strictObject({ kind: z.literal('refused'), message: z.string(), ...scope }),
  z.strictObject({ kind: z.literal('drop-after-commit'), ...scope }),
  z.strictObject({ kind: z.literal('truncated'), ...scope }),
  z.strictObject({ kind: z.literal('html'), ...scope }),
  z.strictObject({ kind: z.literal('wrong-types'), ...scope }),
  z.strictObject({ kind: z.literal('huge'), ...scope }),
  z.strictObject({ kind: z.literal('bare'), ...scope }),
]);

export type Fault = z.output<typeof faultSchema>;
export type FaultInput = z.input<typeof faultSchema>;
type Outcome = Exclude<Fault, { kind: 'latency' | 'bare' }>;

/** What one request has to suffer. */
export type Plan = { readonly latencyMs: number; readonly bare: boolean; readonly outcome: Outcome | null };

/** The switches. Faults wait in the order in which they were set; a request takes one outcome at most. */
export class Faults {
  #waiting: Fault[] = [];

  get waiting(): readonly Fault[] {
    return this.#waiting;
  }

  add(input: FaultInput): void {
    this.#waiting.push(faultSchema.parse(input));
  }

  clear(): void {
    this.#waiting = [];
  }

  /** The faults for the next request of an operation; uses them up. */
  take(operation: Operation): Plan {
    let plan: Plan = { latencyMs: 0, bare: false, outcome: null };
    this.#waiting = this.#waiting.flatMap((fault) => {
      const hits = fault.operation === 'all' || fault.operation === operation;
      const next = hits ? added(plan, fault) : plan;
      if (next === plan) return [fault];
      plan = next;
      return oneLess(fault);
    });
    return plan;
  }
}

/** The plan itself when there is no room for the fault in it. */
function added(plan: Plan, fault: Fault): Plan {
  if (fault.kind === 'latency') return { ...plan, latencyMs: plan.latencyMs + fault.ms };
  if (fault.kind === 'bare') return { ...plan, bare: true };
  return plan.outcome ? plan : { ...plan, outcome: fault };
}

function oneLess(fault: Fault): Fault[] {
  if (fault.times === null) return [fault];
  return fault.times > 1 ? [{ ...fault, times: fault.times - 1 }] : [];
}
