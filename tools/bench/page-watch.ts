import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

/** Gives the page `watchFor` and `watchKey` of painted.js. */
export async function installWatch(page: Page): Promise<void> {
  await page.evaluate(await readFile(join(import.meta.dirname, 'painted.js'), 'utf8'));
}
