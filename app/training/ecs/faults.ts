import { z } from 'zod';
import { FaultQueue } from '../fault-queue.ts';
import { commonFaults, times } from '../faults.ts';
import { OPERATIONS, type Operation } from './operations.ts';

const scope = { operation: z.enum([...OPERATIONS, 'all']).default('all'), times };

/** What may go wrong with a request, besides what may with any service: all of it leaves the request without effect. */
export const faultSchema = z.discriminatedUnion('kind', [
  ...commonFaults(scope),
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
]);

export type Fault = z.output<typeof faultSchema>;
export type FaultInput = z.input<typeof faultSchema>;
export type Outcome = Exclude<Fault, { kind: 'latency' }>;

/** What one request has to suffer: any latency, and one outcome at most. */
export type Plan = { readonly latencyMs: number; readonly outcome: Outcome | null };

/** The switches. */
export class Faults extends FaultQueue<Fault, FaultInput> {
  constructor() {
    super(faultSchema);
  }

  /** The faults for the next request of an operation; uses them up. */
  take(operation: Operation): Plan {
    let latencyMs = 0;
    let outcome: Outcome | null = null;
    this.offer(operation, (fault) => {
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
