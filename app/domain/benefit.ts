import type { CardIdentifier, ConnectionType, HolderCard } from './benefit-card.ts';
import type { Kopecks } from './money.ts';
import type { Snils } from './snils.ts';

/** Benefits of the card of a resident of Yakutia, in the words of the ЕЦС specification 0.1-alpha. */

/** A service that the organisation gives with benefits; its id is the ЕЦС's. */
export type BenefitService = { readonly id: number; readonly name: string };

/** Why a holder has a benefit: «Многодетная семья». */
export type BenefitCategory = { readonly id: number; readonly name: string };

/** A holder's right to one service, as one check found it. */
export type Benefit = {
  readonly transactionId: number;
  /** The holder at the ЕЦС; tells nothing to anybody else. */
  readonly clientId: number;
  /** In the order of the answer; the regulation (6.3, 7.3) has the bank choose the one with the highest priority. */
  readonly categories: readonly [BenefitCategory, ...BenefitCategory[]];
};

/** A service that somebody has got with a benefit, here or elsewhere. */
export type BenefitTransaction = {
  readonly id: number;
  /** Epoch ms. */
  readonly confirmedAt: number;
  readonly service: BenefitService;
  readonly organization: string;
  readonly area: string;
  readonly discountedPrice: Kopecks | null;
};

/** The question whether a holder has a benefit, with the fields that the connection type may send and no others. */
export type BenefitCheck = { readonly serviceId: number } & (
  | { readonly connection: 1; readonly card: HolderCard }
  | { readonly connection: 2; readonly snils: Snils }
  /** `price`: of the service before the discount. */
  | { readonly connection: 3; readonly card: HolderCard; readonly price: Kopecks | null }
);

/** The question as this connection type may ask it; `null` for an identifier that it must not send. */
export function benefitCheck(
  connection: ConnectionType,
  serviceId: number,
  identifier: CardIdentifier,
  price: Kopecks | null,
): BenefitCheck | null {
  if ('snils' in identifier) return connection === 2 ? { serviceId, connection, snils: identifier.snils } : null;
  switch (connection) {
    case 1:
      return { serviceId, connection, card: identifier };
    case 2:
      return null;
    case 3:
      return { serviceId, connection, card: identifier, price };
  }
}
