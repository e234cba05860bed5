import type { BenefitCase } from '../../domain/benefit-case.ts';
import { type Kopecks, minus } from '../../domain/money.ts';
import { problem } from '../../domain/problem.ts';
import { fail } from '../../domain/result.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { Clock, SlipComposer, SlipQueue } from '../ports.ts';
import type { SaleEvent } from '../sale.ts';
import { stored } from '../stored.ts';
import { DONE, type Done, type Workspace } from '../workspace.ts';
import type { BenefitJournal } from './ports.ts';

export type DecisionPorts = {
  readonly cases: BenefitJournal;
  readonly slips: SlipQueue;
  readonly compose: SlipComposer;
  readonly clock: Clock;
};

/** What the cashier decided about a benefit that was found. */
export type Decision = {
  readonly caseId: number;
  readonly categoryId: number;
  /** Of the service, before and with the benefit. */
  readonly price: Kopecks | null;
  readonly discountedPrice: Kopecks | null;
  /** Where on the receipt the difference comes off: one line, or all of them; `null`: not there. */
  readonly onto: { readonly line: number | null } | null;
};

/**
 * The holder takes the service with the benefit, or does without. With connection types 1 and 2 the ЕЦС is told by the outbox,
 * exactly once: at once, or, where the benefit lowers a receipt, when that is paid, since what was confirmed cannot be taken
 * back. Decision, slip and the lowered receipt are durable together.
 */
export class BenefitDecisions {
  readonly #workspace: Workspace;
  readonly #outbox: Outbox;
  readonly #ports: DecisionPorts;
  readonly #tellsRefusals: boolean;
  readonly #refresh: () => void;

  /** @param refresh shows the cases anew */
  constructor(workspace: Workspace, outbox: Outbox, ports: DecisionPorts, tellsRefusals: boolean, refresh: () => void) {
    this.#workspace = workspace;
    this.#outbox = outbox;
    this.#ports = ports;
    this.#tellsRefusals = tellsRefusals;
    this.#refresh = refresh;
  }

  give(decision: Decision): Done {
    const { cases, compose, clock, slips } = this.#ports;
    const found = this.#undecided(decision.caseId);
    if (!found) return fail(problem('benefit-case-gone'));
    const given = this.#given(found, decision);
    if (!given) return fail(problem('benefit-price-wrong'));
    const slip = compose.benefit(given, clock.now());
    const event = discountOf(given, decision.onto);
    const done = event
      ? this.#workspace.apply(event, (sale, before) => cases.take(given, slip, { sale, before, event }))
      : stored(() => cases.give(given, slip));
    if (!done.ok) return done;
    slips.wake();
    return this.#decided();
  }

  decline(caseId: number): Done {
    const found = this.#undecided(caseId);
    if (!found) return fail(problem('benefit-case-gone'));
    const declined = stored(() => this.#ports.cases.decline(found, this.#tellsRefusals));
    return declined.ok ? this.#decided() : declined;
  }

  /** Takes the discount off the receipt on the desk again: the cashier has to decide anew. */
  takeOff(caseId: number): Done {
    const removed = this.#workspace.apply({ kind: 'benefit-removed', caseId });
    return removed.ok ? this.#decided() : removed;
  }

  /** `null` for prices that do not go together, or a category that was not found. */
  #given(found: BenefitCase, { categoryId, discountedPrice, onto, ...decision }: Decision): BenefitCase | null {
    // With type 3 the ЕЦС was asked with a price: it stands.
    const price = found.price ?? decision.price;
    const category = found.categories.find(({ id }) => id === categoryId);
    const fits = discountedPrice === null ? onto === null : price !== null && discountedPrice <= price;
    if (!category || !fits) return null;
    return { ...found, category, price, discountedPrice, receipt: onto && this.#workspace.sale.id };
  }

  #undecided(caseId: number): BenefitCase | null {
    const found = this.#ports.cases.get(caseId);
    return found?.stage === 'found' ? found : null;
  }

  #decided(): Done {
    this.#outbox.changed();
    this.#outbox.wake();
    this.#refresh();
    return DONE;
  }
}

function discountOf({ id, category, price, discountedPrice }: BenefitCase, onto: Decision['onto']): SaleEvent | null {
  if (!onto || price === null || discountedPrice === null) return null;
  const granted = { caseId: id, name: category?.name ?? '' };
  return { kind: 'benefit-applied', granted, off: minus(price, discountedPrice), line: onto.line };
}
