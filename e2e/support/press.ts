import { expect, type Locator, type Page } from '@playwright/test';

/** Presses a key until `gone` is not there any more: for a moment after something has come up the till hears no answer to it. */
export async function pressAway(page: Page, key: string, gone: Locator): Promise<void> {
  await expect(async () => {
    await page.keyboard.press(key);
    await expect(gone).toBeHidden({ timeout: 300 });
  }).toPass();
}

/** A thumb that stays on a key: it goes down once and repeats. */
export async function holdDown(page: Page, key: string, repetitions = 12): Promise<void> {
  for (let press = 0; press <= repetitions; press++) await page.keyboard.down(key);
  await page.keyboard.up(key);
}
