import { expect, type Locator, type Page } from '@playwright/test';

/** Presses a key until it is heard: for a moment after something has come up the till takes no answer to it. */
export async function pressUntil(page: Page, key: string, done: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await page.keyboard.press(key);
    await done();
  }).toPass();
}

/** The same until `gone` is not there any more. */
export function pressAway(page: Page, key: string, gone: Locator): Promise<void> {
  return pressUntil(page, key, () => expect(gone).toBeHidden({ timeout: 300 }));
}

/** A thumb that stays on a key: it goes down once and repeats. */
export async function holdDown(page: Page, key: string, repetitions = 12): Promise<void> {
  for (let press = 0; press <= repetitions; press++) await page.keyboard.down(key);
  await page.keyboard.up(key);
}
