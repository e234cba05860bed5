import { type BenefitService, benefitCheck } from '../../domain/benefit.ts';
import { type CardIdentifier, readCard, readIdentifier } from '../../domain/benefit-card.ts';
import { asIfLatin } from '../../domain/codes/layout.ts';
import type { Kopecks } from '../../domain/money.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { parseSnils } from '../../domain/snils.ts';
import { parseSocialCard } from '../../domain/social-card.ts';
import type { Clock } from '../ports.ts';
import { sent } from '../service-problem.ts';
import { stored } from '../stored.ts';
import { DONE, type Done, type Workspace } from '../workspace.ts';
import { benefitProblem, isBenefitOutage } from './benefit-problem.ts';
import { type BenefitSettings, type BenefitState, kindOf } from './benefit-state.ts';
import type {
  BenefitFailure,
  BenefitGateway,
  BenefitJournal,
  CheckCounts,
  TransactionPage,
  TransactionQuery,
  UsedServices,
} from './ports.ts';

export type StepPorts = {
  readonly benefits: BenefitGateway;
  readonly cases: BenefitJournal;
  readonly usedServices: UsedServices;
  readonly checkCounts: CheckCounts;
  readonly clock: Clock;
};

/** Cases that are over and still shown. */
const OTHERS_SHOWN = 5;
const PAGE_SIZE = 10;

/**
 * From the service that a holder came for to what the ЕЦС says of it (ЕЦС regulation, 6.3 and 7.3). Whose card it is lives
 * here alone, until the ЕЦС has answered or the card is put away: nothing of it is shown, logged or stored.
 */
export class BenefitSteps {
  readonly #workspace: Workspace;
  readonly #ports: StepPorts;
  readonly #settings: BenefitSettings;
  #identifier: CardIdentifier | null = null;
  /** Of the organisation, once the ЕЦС has told. */
  #services: readonly BenefitService[] | null = null;

  /** Takes up what was found when the program last stopped; the service that was asked about last is still chosen. */
  constructor(workspace: Workspace, ports: StepPorts, settings: BenefitSettings) {
    this.#workspace = workspace;
    this.#ports = ports;
    this.#settings = settings;
    const service = ports.usedServices.list()[0] ?? null;
    workspace.showBenefits({
      settings,
      service,
      card: null,
      checking: null,
      problem: this.#unanswered(),
      cases: [],
      deliveries: new Map(),
      level: ports.checkCounts.lastDay(),
    });
    this.refresh();
  }

  /** Services to choose from, those asked about lately first. While the ЕЦС does not answer there are only these. */
  async services(): Promise<Result<readonly (BenefitService & { readonly recent: boolean })[], Problem>> {
    const used = this.#ports.usedServices.list();
    const known = this.#services ? ok(this.#services) : await sent(() => this.#ports.benefits.services());
    if (known.ok) this.#services = known.value;
    else if (used.length === 0) return fail(benefitProblem(known.error));
    const all = known.ok ? known.value : used;
    const recent = used.flatMap(({ id }) => all.find((service) => service.id === id) ?? []);
    return ok([
      ...recent.map((service) => ({ ...service, recent: true })),
      ...all.filter((service) => !recent.includes(service)).map((service) => ({ ...service, recent: false })),
    ]);
  }

  choose(id: number): Done {
    const known = [...(this.#services ?? []), ...this.#ports.usedServices.list()];
    const service = known.find((one) => one.id === id);
    if (!service) return fail(problem('benefit-no-service'));
    const used = stored(() => this.#ports.usedServices.use(service));
    if (!used.ok) return used;
    this.#show({ service, problem: this.#unanswered() });
    return DONE;
  }

  /** Reads a card that was typed; `series`: of a social card whose number alone is `text`. */
  card(text: string, series: string | null): Done {
    // Eleven digits would pass for a holder's code, and the number would go out in the wrong field.
    if (series === null && this.#settings.connection !== 2 && parseSnils(text) !== null) {
      this.#hold(null);
      return fail(problem('benefit-snils-not-taken'));
    }
    const { socialCardCheck, socialCardLengths } = this.#settings.cards;
    return this.#take(
      series === null ? this.#read(text) : parseSocialCard(text, series, socialCardCheck, socialCardLengths),
    );
  }

  /** Reads a card that was scanned: what its bar code says is no СНИЛС that somebody mistook for a code. */
  scanned(text: string): Done {
    return this.#take(this.#read(text));
  }

  #take(identifier: CardIdentifier | null): Done {
    this.#hold(identifier);
    if (identifier) return DONE;
    return fail(problem(this.#settings.connection === 2 ? 'benefit-snils-needed' : 'benefit-card-not-read'));
  }

  /** Forgets the card, and what became of its check. */
  putAway(): Done {
    const seen = stored(() => this.#ports.cases.answered());
    if (!seen.ok) return seen;
    this.#hold(null);
    return DONE;
  }

  /**
   * Asks the ЕЦС; the cashier has compared the photograph. What it found, or why nothing, is part of the state. A card that was
   * not answered for stays, so that it need not be read again.
   */
  async check(price: Kopecks | null): Promise<Done> {
    const identifier = this.#identifier;
    const { service, checking } = this.#state ?? {};
    const { connection, slowMs } = this.#settings;
    if (checking) return fail(problem('busy'));
    if (!service) return fail(problem('benefit-no-service'));
    if (!identifier) return fail(problem('benefit-no-card'));
    const asked = benefitCheck(connection, service.id, identifier, price);
    if (!asked) return fail(problem('benefit-snils-needed'));
    // With type 3 the check is the fact that the ЕЦС counts: after a power cut nobody may ask again unaware.
    const noted = connection === 3 ? stored(() => this.#ports.cases.asked(service.name)) : DONE;
    if (!noted.ok) return noted;
    this.#show({ checking: 'asked', problem: null });
    const cancel = this.#ports.clock.after(slowMs, () => this.#show({ checking: 'slow' }));
    const answer = await sent(() => this.#ports.benefits.check(asked));
    cancel();
    const answered = answer.ok || !isBenefitOutage(answer.error);
    if (answered && this.#identifier === identifier) this.#hold(null);
    if (!answer.ok && answer.error.kind === 'refused' && answer.error.reason === 'service-unknown') {
      this.#services = null;
    }
    const found = answer.ok
      ? stored(() => this.#ports.cases.found(connection, service, answer.value, connection === 3 ? price : null))
      : fail(this.#whyNot(answer.error));
    this.#show({ checking: null, problem: found.ok ? null : found.error, level: this.#ports.checkCounts.lastDay() });
    this.refresh();
    return DONE;
  }

  /** What the holder of the card was given, here and elsewhere; nothing of it is kept. */
  async history(interval: Pick<TransactionQuery, 'from' | 'to' | 'page'>): Promise<Result<TransactionPage, Problem>> {
    const card = this.#identifier;
    if (!card) return fail(problem('benefit-no-card'));
    if ('snils' in card) return fail(problem('benefit-card-needed'));
    const answer = await sent(() => this.#ports.benefits.transactions({ ...interval, card, pageSize: PAGE_SIZE }));
    return answer.ok ? answer : fail(benefitProblem(answer.error));
  }

  /** Shows the cases as the journal has them by now. */
  refresh(): void {
    const { cases: journal } = this.#ports;
    const cases = journal.list(OTHERS_SHOWN);
    const deliveries = new Map(
      cases.flatMap(({ id, stage }) => {
        const delivery = stage === 'confirming' ? journal.delivery(id) : null;
        return delivery ? [[id, delivery] as const] : [];
      }),
    );
    this.#show({ cases, deliveries });
  }

  /** As it was sent or, from a scanner that types, as it was meant. With type 2 a card still has a history. */
  #read(text: string): CardIdentifier | null {
    const { connection, cards } = this.#settings;
    for (const form of [text, ...asIfLatin(text)]) {
      const identifier = readIdentifier(form, connection, cards);
      if (identifier) return identifier;
    }
    const isMistypedSnils = /^(?:\D*\d){11}\D*$/.test(text);
    return connection === 2 && !isMistypedSnils ? readCard(text, cards) : null;
  }

  #hold(identifier: CardIdentifier | null): void {
    this.#identifier = identifier;
    this.#show({ card: identifier && kindOf(identifier), problem: this.#unanswered() });
  }

  /** With type 3 a check whose answer is lost may count all the same: that stays noted. */
  #whyNot(failure: BenefitFailure): Problem {
    if (failure.kind === 'lost') return this.#unanswered() ?? benefitProblem(failure);
    const noted = stored(() => this.#ports.cases.answered());
    return noted.ok ? benefitProblem(failure) : noted.error;
  }

  #unanswered(): Problem | null {
    const service = this.#ports.cases.unanswered();
    return service === null ? null : problem('benefit-check-unknown', { service });
  }

  get #state(): BenefitState | null {
    return this.#workspace.state.benefits;
  }

  #show(change: Partial<BenefitState>): void {
    if (this.#state) this.#workspace.showBenefits({ ...this.#state, ...change });
  }
}
