import { problem } from '../../domain/problem.ts';
import type { Clock, LoyaltyGateway } from '../ports.ts';
import { isAbsent, isGone, sent, serviceProblem, standstill } from '../service-problem.ts';
import { Acquaintance } from './acquaintance.ts';
import type { EntryOf } from './entry.ts';
import type { Courier, Delivery } from './outbox.ts';

type RollbackCourierPorts = {
  readonly loyalty: Pick<LoyaltyGateway, 'rollback'>;
  /** Ends an entry whose outcome leaves nothing to store. */
  readonly drop: (entry: number) => void;
  readonly clock: Clock;
};

/**
 * A write whose answer was lost may still be under way at the service; by now it has arrived, ms since this run of the program
 * first asked for it to be deleted. The time of day is not believed: put forward it would end this early, put back never.
 */
const LATEST_ARRIVAL_MS = 120_000;

const MAY_YET_ARRIVE: Delivery = {
  kind: 'waits',
  inDoubt: true,
  down: false,
  problem: problem('write-outcome-unknown'),
};

/**
 * Deletes a cancelled receipt at the loyalty service. That it is not there is as good, once nothing can arrive any more. However
 * often it is asked, and whatever cannot be read, nothing is deleted twice.
 */
export class RollbackCourier implements Courier<'receipt-rollback'> {
  readonly #ports: RollbackCourierPorts;
  readonly #acquaintance: Acquaintance;

  constructor(ports: RollbackCourierPorts) {
    this.#ports = ports;
    this.#acquaintance = new Acquaintance(ports.clock);
  }

  async deliver(entry: EntryOf<'receipt-rollback'>): Promise<Delivery> {
    const { id, request } = entry;
    const { knownMs } = this.#acquaintance.with(entry);
    const answer = await sent(() => this.#ports.loyalty.rollback(request.receiptId));
    const absent = !answer.ok && isAbsent(answer.error);
    if (absent && knownMs < LATEST_ARRIVAL_MS) return MAY_YET_ARRIVE;
    if (answer.ok || isGone(answer.error)) {
      this.#ports.drop(id);
      this.#acquaintance.end(id);
      return { kind: 'done' };
    }
    const { error } = answer;
    if (error.kind === 'refused')
      return { kind: 'dead', inDoubt: false, problem: problem('rollback-refused', { message: error.message }) };
    return { kind: 'waits', inDoubt: true, ...standstill(error), problem: serviceProblem(error) };
  }
}
