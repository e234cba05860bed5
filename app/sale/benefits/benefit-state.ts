import type { BenefitService } from '../../domain/benefit.ts';
import type { CardIdentifier, CardRules, ConnectionType } from '../../domain/benefit-card.ts';
import type { BenefitCase, BenefitDelivery, ServiceLevel } from '../../domain/benefit-case.ts';
import type { Problem } from '../../domain/problem.ts';

/** How a till is connected to the ЕЦС, as far as the desk goes by it. */
export type BenefitSettings = {
  readonly connection: ConnectionType;
  readonly cards: CardRules;
  /** An answer that takes longer is late, ms. */
  readonly slowMs: number;
  /** Whether the ЕЦС is told that a holder did without. */
  readonly tellsRefusals: boolean;
  /** What the shop takes off, in per cent, by the id of the benefit category. */
  readonly discounts: ReadonlyMap<number, number>;
};

export type CardKind = 'client-code' | 'social-card' | 'snils';

/** What can be shown of the benefits at this till. The holder's card itself is no part of it. */
export type BenefitState = {
  readonly settings: BenefitSettings;
  readonly service: BenefitService | null;
  /** What kind of card was read and waits to be checked. */
  readonly card: CardKind | null;
  readonly checking: 'asked' | 'slow' | null;
  /** Why the last check found nothing. */
  readonly problem: Problem | null;
  /** Newest first. */
  readonly cases: readonly BenefitCase[];
  /** How telling the ЕЦС goes, by case. */
  readonly deliveries: ReadonlyMap<number, BenefitDelivery>;
  readonly level: ServiceLevel;
};

export function kindOf(identifier: CardIdentifier): CardKind {
  if ('snils' in identifier) return 'snils';
  return 'clientCode' in identifier ? 'client-code' : 'social-card';
}
