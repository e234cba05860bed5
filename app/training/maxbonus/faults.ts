import { z } from 'zod';
import { FaultQueue } from '../fault-queue.ts';
import { commonFaults, times } from '../faults.ts';
import { OPERATIONS, type Operation } from './operations.ts';
import { SHAPES } from './shapes.ts';

const scope = { operation: z.enum([...OPERATIONS, 'all']).default('all'), times };

/** How a refusal is said: its HTTP status, or else HTTP 200 with the status in the envelope, and the number of the error. */
const saying = {
  status: z.int().min(400).max(499).default(422),
  under200: z.boolean().default(false),
  code: z.int().nullable().default(null),
};
export type Saying = { readonly status: number; readonly under200: boolean; readonly code: number | null };

/** What may go wrong with a request, besides what may with any service. */
export const faultSchema = z.discriminatedUnion('kind', [
  ...commonFaults(scope),
  /** Without effect. `code`: the number of the error. */
  z.strictObject({ kind: z.literal('refused'), message: z.string(), ...saying, ...scope }),
  /** The service says its own refusals another way than by a bare 422. */
  z.strictObject({ kind: z.literal('refusals'), ...saying, ...scope }),
  /** Without effect: a page of somebody in between, such as a captive portal or a firewall. */
  z.strictObject({ kind: z.literal('page'), status: z.int().min(200).max(499).default(200), ...scope }),
  /** The same answer in another shape. */
  z.strictObject({ kind: z.literal('shape'), shape: z.enum(SHAPES), ...scope }),
  /** The answer comes without its envelope, whatever else befalls it. */
  z.strictObject({ kind: z.literal('bare'), ...scope }),
]);

export type Fault = z.output<typeof faultSchema>;
export type FaultInput = z.input<typeof faultSchema>;
type Outcome = Exclude<Fault, { kind: 'latency' | 'bare' | 'refusals' }>;

/** What one request has to suffer. */
export type Plan = {
  readonly latencyMs: number;
  readonly bare: boolean;
  readonly refusals: Saying | null;
  readonly outcome: Outcome | null;
};

/** The switches. A request takes one outcome at most. */
export class Faults extends FaultQueue<Fault, FaultInput> {
  constructor() {
    super(faultSchema);
  }

  /** The faults for the next request of an operation; uses them up. */
  take(operation: Operation): Plan {
    let plan: Plan = { latencyMs: 0, bare: false, refusals: null, outcome: null };
    this.offer(operation, (fault) => {
      const before = plan;
      plan = added(plan, fault);
      return plan !== before;
    });
    return plan;
  }
}

/** The plan itself when there is no room for the fault in it. */
function added(plan: Plan, fault: Fault): Plan {
  if (fault.kind === 'latency') return { ...plan, latencyMs: plan.latencyMs + fault.ms };
  if (fault.kind === 'bare') return { ...plan, bare: true };
  if (fault.kind === 'refusals') return plan.refusals ? plan : { ...plan, refusals: fault };
  return plan.outcome ? plan : { ...plan, outcome: fault };
}
