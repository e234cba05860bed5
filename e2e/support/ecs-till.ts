import type { Locator, Page } from '@playwright/test';
import type { ProfileInput } from '../../app/settings/profile.ts';
import { TRAINING_BANK, TRAINING_DISCOUNTS } from '../../app/training/ecs/bank.ts';
import { type EcsEmulator, startEcs } from '../../app/training/ecs/server.ts';
import type { Variant } from '../../app/training/ecs/variant.ts';
import { test as base, expect, openTill, type Surroundings, surround, type Till } from './till.ts';

/** A till beside an ЕЦС. */
export type EcsTill = Till & { readonly ecs: EcsEmulator };

type Section = Partial<NonNullable<ProfileInput['ecs']>>;

/** What is around a till whose organisation has this connection type; `section` is laid over its settings, `change` over the profile. */
export async function surroundWithEcs(
  connectionType: Variant['connectionType'],
  section: Section = {},
  change: (profile: ProfileInput) => ProfileInput = (same) => same,
  bank = TRAINING_BANK,
): Promise<Surroundings & { readonly ecs: EcsEmulator }> {
  const ecs = await startEcs({ seed: 1, bank, variant: { connectionType } });
  const { url: baseUrl, clientId, clientSecret, terminalId } = ecs;
  const around = await surround((profile) =>
    change({
      ...profile,
      ecs: {
        baseUrl,
        clientId,
        clientSecret,
        terminalId,
        connectionType,
        discounts: TRAINING_DISCOUNTS,
        timeoutMs: 2_000,
        ...section,
      },
    }),
  );
  return {
    ...around,
    ecs,
    async close() {
      await Promise.all([around.close(), ecs.close()]);
    },
  };
}

/** Opens a till whose organisation has this connection type; `section` is laid over its settings. */
export async function openEcsTill(
  connectionType: Variant['connectionType'],
  section: Section = {},
  bank = TRAINING_BANK,
): Promise<EcsTill> {
  const around = await surroundWithEcs(connectionType, section, undefined, bank);
  const till = await openTill(around);
  await expect(till.page.getByText('Сканер в порядке')).toBeAttached();
  // The till's page is another one after a power cut: its getters stay.
  return Object.assign(till, { ecs: around.ecs });
}

/** Playwright's test with a till of connection type 1. */
export const test = base.extend<{ ecsTill: EcsTill }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
  ecsTill: async ({}, use) => {
    const till = await openEcsTill(1);
    await use(till);
    await till.close();
  },
});

/** The parts of the benefits' screen by their accessible names. */
export type BenefitsScreen = {
  readonly card: Locator;
  readonly read: Locator;
  readonly compared: Locator;
  readonly found: Locator;
  readonly outcome: Locator;
};

export function benefitsScreen(page: Page): BenefitsScreen {
  return {
    card: page.getByRole('textbox', { name: 'Карта держателя' }),
    read: page.getByText(/^(Карта ЕЦС|Социальная карта) считана$/),
    compared: page.getByRole('button', { name: 'Фото на карте сверено' }),
    found: page.getByRole('form', { name: 'Льгота найдена' }),
    outcome: page.getByRole('complementary', { name: 'Ответ ЕЦС' }),
  };
}

/** Goes to the benefits and chooses a service by a part of its name. */
export async function chooseService({ page }: Till, part: string): Promise<void> {
  await page.keyboard.press('F6');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.type(part);
  await page.keyboard.press('Enter');
  await expect(benefitsScreen(page).card).toBeFocused();
}

/** Scans a card, compares the photograph and has the ЕЦС asked. */
export async function check(till: Till, card: string): Promise<void> {
  await till.scan(card);
  await expect(benefitsScreen(till.page).read).toBeVisible();
  await till.page.keyboard.press('F10');
}

export { expect };
