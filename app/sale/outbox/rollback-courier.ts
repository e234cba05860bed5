import { problem } from '../../domain/problem.ts';
import type { LoyaltyGateway } from '../ports.ts';
import { isAbsent, isDown, sent, serviceProblem } from '../service-problem.ts';
import type { EntryOf } from './entry.ts';
import type { Courier, Delivery } from './outbox.ts';

type RollbackCourierPorts = {
  readonly loyalty: Pick<LoyaltyGateway, 'rollback'>;
  /** Ends an entry whose outcome leaves nothing to store. */
  readonly drop: (entry: number) => void;
};

/** Deletes a cancelled receipt at the loyalty service. That it is not there is as good, however often it is asked. */
export class RollbackCourier implements Courier<'receipt-rollback'> {
  readonly #ports: RollbackCourierPorts;

  constructor(ports: RollbackCourierPorts) {
    this.#ports = ports;
  }

  async deliver({ id, request }: EntryOf<'receipt-rollback'>): Promise<Delivery> {
    const answer = await sent(() => this.#ports.loyalty.rollback(request.receiptId));
    if (answer.ok || isAbsent(answer.error)) {
      this.#ports.drop(id);
      return { kind: 'done' };
    }
    const { error } = answer;
    if (error.kind === 'refused')
      return { kind: 'dead', problem: problem('rollback-refused', { message: error.message }) };
    return { kind: 'waits', inDoubt: true, down: isDown(error), problem: serviceProblem(error) };
  }
}
