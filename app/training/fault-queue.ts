import type { z } from 'zod';

/** A fault that waits for its request. */
type Waiting = {
  /** The operation whose request it hits, or `all`. */
  readonly operation: string;
  /** How many requests it hits; `null` for all until it is cleared. */
  readonly times: number | null;
};

/** Faults of an emulator, in the order in which they were set. */
export class FaultQueue<Fault extends Waiting, FaultInput = Fault> {
  readonly #schema: z.ZodType<Fault, FaultInput>;
  #waiting: readonly Fault[] = [];

  constructor(schema: z.ZodType<Fault, FaultInput>) {
    this.#schema = schema;
  }

  get waiting(): readonly Fault[] {
    return this.#waiting;
  }

  add(fault: FaultInput): void {
    this.#waiting = [...this.#waiting, this.#schema.parse(fault)];
  }

  clear(): void {
    this.#waiting = [];
  }

  /** Offers a request of `operation` every fault for it; those that `takes` says yes to are used up by one. */
  offer(operation: string, takes: (fault: Fault) => boolean): void {
    this.#waiting = this.#waiting.flatMap((fault) => {
      const hits = fault.operation === 'all' || fault.operation === operation;
      return hits && takes(fault) ? oneLess(fault) : [fault];
    });
  }
}

function oneLess<Fault extends Waiting>(fault: Fault): readonly Fault[] {
  if (fault.times === null) return [fault];
  return fault.times > 1 ? [{ ...fault, times: fault.times - 1 }] : [];
}
