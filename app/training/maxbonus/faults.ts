import { z } from 'zod';
import { FaultQueue } from '../fault-queue.ts';
import { commonFaults, times } from '../faults.ts';
import { OPERATIONS, type Operation } from './operations.ts';

const scope = { operation: z.enum([...OPERATIONS, 'all']).default('all'), times };

/** What may go wrong with a request, besides what may with any service. */
export const faultSchema = z.discriminatedUnion('kind', [
  ...commonFaults(scope),
  /** Without effect. */
  z.strictObject({ kind: z.literal('refused'), message: z.string(), ...scope }),
  /** The answer comes without its envelope, whatever else befalls it. */
  z.strictObject({ kind: z.literal('bare'), ...scope }),
]);

export type Fault = z.output<typeof faultSchema>;
export type FaultInput = z.input<typeof faultSchema>;
type Outcome = Exclude<Fault, { kind: 'latency' | 'bare' }>;

/** What one request has to suffer. */
export type Plan = { readonly latencyMs: number; readonly bare: boolean; readonly outcome: Outcome | null };

/** The switches. A request takes one outcome at most. */
export class Faults extends FaultQueue<Fault, FaultInput> {
  constructor() {
    super(faultSchema);
  }

  /** The faults for the next request of an operation; uses them up. */
  take(operation: Operation): Plan {
    let plan: Plan = { latencyMs: 0, bare: false, outcome: null };
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
  return plan.outcome ? plan : { ...plan, outcome: fault };
}
