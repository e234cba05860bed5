import type { Benefit, BenefitCheck } from '../../domain/benefit.ts';
import { type CardIdentifier, type HolderCard, readCard, readIdentifier } from '../../domain/benefit-card.ts';
import { kopecks } from '../../domain/money.ts';
import type { Result } from '../../domain/result.ts';
import type { BenefitConfirmation, BenefitFailure } from '../../sale/benefits/ports.ts';
import type { EcsSettings } from '../../settings/ecs.ts';
import { type ProfileInput, profileSchema } from '../../settings/profile.ts';
import type { EcsEmulator } from '../../training/ecs/server.ts';

/** What the tests of this folder share: settings as a profile makes them, cards of the training bank, and a fact to confirm. */

type Section = NonNullable<ProfileInput['ecs']>;

export function settingsOf(section: Pick<Section, 'baseUrl'> & Partial<Section>): EcsSettings {
  const ecs: Section = { clientId: 'till', clientSecret: 'secret', connectionType: 1, terminalId: 77001, ...section };
  const profile = profileSchema.parse({ version: 1, outlet: { name: 'Магазин', till: 'Касса' }, ecs });
  if (!profile.ecs) throw new Error('no settings');
  return profile.ecs;
}

export function settingsFor(service: EcsEmulator, section: Partial<Section> = {}): EcsSettings {
  const { url: baseUrl, clientId, clientSecret, terminalId } = service;
  return settingsOf({ baseUrl, clientId, clientSecret, terminalId, ...section });
}

const RULES = {
  clientCode: '[0-9A-Z]{1,15}',
  socialCardBarcode: true,
  socialCardCheck: 'luhn',
  socialCardLengths: { number: 19, series: 8 },
} as const;

export function cardOf(text: string): HolderCard {
  return present(readCard(text, RULES));
}

export function snilsOf(text: string): Extract<CardIdentifier, { readonly snils: unknown }>['snils'] {
  const read = present(readIdentifier(text, 2, RULES));
  if (!('snils' in read)) throw new Error(`no СНИЛС: ${text}`);
  return read.snils;
}

function present<Value>(read: Value | null): Value {
  if (read === null) throw new Error('no identifier');
  return read;
}

export const BREAD = 101;

export function checkOf(text: string, serviceId = BREAD): BenefitCheck {
  return { serviceId, connection: 1, card: cardOf(text) };
}

export function confirmationOf({ transactionId, clientId, categories }: Benefit): BenefitConfirmation {
  const [{ id: benefitCategoryId }] = categories;
  return { transactionId, clientId, benefitCategoryId, price: kopecks(100_00), discountedPrice: kopecks(85_50) };
}

/** The value of an answer that has to be good. */
export function good<Value>(answer: Result<Value, BenefitFailure>): Value {
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
}

export function failed(error: BenefitFailure) {
  return { ok: false, error };
}
