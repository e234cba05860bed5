import { problem } from '../../domain/problem.ts';
import { benefitProblem } from '../benefits/benefit-problem.ts';
import type { BenefitFailure, BenefitGateway, BenefitJournal } from '../benefits/ports.ts';
import { isUnreadable, sent, standstill } from '../service-problem.ts';
import { stored } from '../stored.ts';
import type { EntryOf } from './entry.ts';
import type { Courier, Delivery } from './outbox.ts';

type ConfirmationCourierPorts = {
  /** `null` where the till has no ЕЦС any more. */
  readonly benefits: Pick<BenefitGateway, 'confirm'> | null;
  readonly cases: Pick<BenefitJournal, 'confirmed'>;
};

/**
 * Tells the ЕЦС that a service was given. However often it is sent, the same confirmation counts once: a repetition is taken
 * like the first, or refused as one that stands there already, which is as good.
 */
export class ConfirmationCourier implements Courier<'benefit-confirmation'> {
  readonly #ports: ConfirmationCourierPorts;

  constructor(ports: ConfirmationCourierPorts) {
    this.#ports = ports;
  }

  async deliver({ id, request, inDoubt }: EntryOf<'benefit-confirmation'>): Promise<Delivery> {
    const { benefits, cases } = this.#ports;
    if (!benefits) return NOBODY_TO_TELL;
    const answer = await sent(() => benefits.confirm(request.confirmation));
    if (!answer.ok && !isThere(answer.error)) return notTold(answer.error, inDoubt, CONFIRMATION);
    const concluded = stored(() => cases.confirmed(request.caseId, id));
    // Where the disk does not take it the entry still stands, and the confirmation is sent again.
    return concluded.ok ? { kind: 'done' } : { kind: 'waits', inDoubt: true, down: false, problem: concluded.error };
  }
}

type RefusalCourierPorts = {
  readonly benefits: Pick<BenefitGateway, 'refuse'> | null;
  /** Ends an entry whose outcome leaves nothing to store. */
  readonly drop: (entry: number) => void;
};

/** Tells the ЕЦС that a holder did without a service. */
export class RefusalCourier implements Courier<'benefit-refusal'> {
  readonly #ports: RefusalCourierPorts;

  constructor(ports: RefusalCourierPorts) {
    this.#ports = ports;
  }

  async deliver({ id, request, inDoubt }: EntryOf<'benefit-refusal'>): Promise<Delivery> {
    const { benefits, drop } = this.#ports;
    if (!benefits) return NOBODY_TO_TELL;
    const answer = await sent(() => benefits.refuse(request.transactionId));
    if (!answer.ok) return notTold(answer.error, inDoubt, REFUSAL);
    drop(id);
    return { kind: 'done' };
  }
}

const NOBODY_TO_TELL: Delivery = { kind: 'waits', inDoubt: false, down: true, problem: problem('benefit-not-set') };

function isThere(failure: BenefitFailure): boolean {
  return failure.kind === 'refused' && failure.reason === 'already-confirmed';
}

const CONFIRMATION = { rejected: 'benefit-confirmation-rejected', unclear: 'benefit-confirmation-unclear' } as const;
const REFUSAL = { rejected: 'benefit-refusal-rejected', unclear: 'benefit-refusal-unclear' } as const;

/**
 * Once in doubt, that the ЕЦС cannot be reached now says nothing of the first attempt. What cannot be read twice is not repeated
 * by itself any more.
 */
function notTold(failure: BenefitFailure, inDoubt: boolean, told: typeof CONFIRMATION | typeof REFUSAL): Delivery {
  if (failure.kind === 'refused') {
    return { kind: 'dead', inDoubt: false, problem: problem(told.rejected, { message: failure.message }) };
  }
  return {
    kind: 'waits',
    inDoubt: inDoubt || failure.kind === 'lost',
    ...standstill(failure),
    problem: benefitProblem(failure),
    ...(isUnreadable(failure) && { unclear: { problem: problem(told.unclear), most: 2 } }),
  };
}
