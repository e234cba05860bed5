import type { Benefit, BenefitService } from '../../domain/benefit.ts';
import { ok } from '../../domain/result.ts';
import type { TestEcs } from '../../testing/till.ts';
import type { BenefitSettings } from './benefit-state.ts';
import type { BenefitGateway } from './ports.ts';

/** An ЕЦС for the tests of this folder. */

/** Bar code of a social card and a holder's code, both of nobody. */
export const SOCIAL_CARD = '964390140000000001899120114';
export const CLIENT_CODE = 'KJA7T4M2P01';
export const SNILS = '111-111-111 45';

export const BREAD: BenefitService = { id: 101, name: 'Хлеб и молочные продукты' };
export const WATER: BenefitService = { id: 108, name: 'Питьевая вода' };

export const FOUND: Benefit = {
  transactionId: 700_005,
  clientId: 5_001,
  categories: [
    { id: 12, name: 'Многодетная семья' },
    { id: 27, name: 'Пенсионер по старости' },
  ],
};

export const settings: BenefitSettings = {
  connection: 1,
  cards: {
    clientCode: '[0-9A-Z]{1,15}',
    socialCardBarcode: true,
    socialCardCheck: 'luhn',
    socialCardLengths: { number: 19, series: 8 },
  },
  slowMs: 3_000,
  tellsRefusals: false,
  discounts: new Map([[12, 10]]),
};

/** Finds the same benefit for everybody; a test replaces the answers it is about. */
export function ecs(replaced: Partial<BenefitGateway> = {}, changed: Partial<BenefitSettings> = {}): TestEcs {
  return {
    settings: { ...settings, ...changed },
    gateway: {
      services: async () => ok([BREAD, WATER]),
      check: async () => ok(FOUND),
      confirm: async () => ok(undefined),
      refuse: async () => ok('told'),
      transactions: async () => ok({ transactions: [], total: 0 }),
      ...replaced,
    },
  };
}
