import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { commanded } from '../support/desk.ts';
import { type Keyring, startKeyring } from '../support/keyring.ts';
import { saleScreen } from '../support/screen.ts';
import { test as base, expect, launch, type Surroundings, surround } from '../support/till.ts';

const WATER = '4600494000218';

type Sealed = {
  readonly shop: Surroundings;
  readonly keyring: Keyring;
  /** Starts the till without its profile: its token can come from nowhere but the keyring. */
  start(): ReturnType<typeof launch>;
};

const test = base.extend<{ sealed: Sealed }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
  sealed: async ({}, use) => {
    const [shop, keyring] = await Promise.all([surround(), startKeyring()]);
    const args = ['--data-dir', shop.dataDir];
    const first = await launch([...args, '--import-profile', shop.profileFile], undefined, keyring);
    const file = path.join(shop.dataDir, 'secrets.json');
    await expect.poll(() => readFile(file, 'utf8').catch(() => '')).toContain('gnome_libsecret');
    expect(await readFile(file, 'utf8')).not.toContain(shop.maxbonus.token);
    await first.app.close();
    await use({ shop, keyring, start: () => launch(args, undefined, keyring) });
    await keyring.close();
    await shop.close();
  },
});

test('a token that a real gnome-keyring sealed is there after a restart', { tag: ['@maxbonus', '@hardening'] }, async ({
  sealed: { shop, start },
}) => {
  const { app, page } = await start();
  const { field, lines, dialog, written } = saleScreen(page);
  await field.fill(WATER);
  await page.keyboard.press('Enter');
  await expect(lines).toContainText('49,90');
  await page.keyboard.press('Control+Shift+F8');
  await dialog.getByRole('button', { name: 'Провести чек' }).click();
  await expect(written).toBeVisible();
  expect(shop.maxbonus.control.ledger().receipts).toHaveLength(1);
  await expect(page.getByText('Ключ не прочитан')).toBeHidden();
  await app.close();
});

test('a locked keyring keeps nobody from selling, and is read again without a restart', {
  tag: ['@maxbonus', '@hardening'],
}, async ({ sealed: { shop, keyring, start } }) => {
  await keyring.lock();
  const { app, page } = await start();
  const { field, lines, dialog, queued } = saleScreen(page);
  // The window is there, while the question of the keyring stands unanswered behind it.
  await field.fill(WATER);
  await page.keyboard.press('Enter');
  await expect(lines).toContainText('49,90');
  const notice = page.getByText('Ключ не прочитан (MaxBonus): связка ключей закрыта');
  await expect(notice).toBeVisible({ timeout: 15_000 });
  expect(await keyring.isLocked()).toBe(true);
  await page.keyboard.press('Control+Shift+F8');
  await dialog.getByRole('button', { name: 'Принять чек' }).click();
  await expect(queued).toBeVisible();
  expect(shop.maxbonus.control.requests()).toEqual([]);

  await keyring.unlock();
  await page.keyboard.press('Control+u');
  await expect(notice).toBeHidden();
  await expect
    .poll(async () => (await commanded(page, 'view.current', undefined)).outbox, { timeout: 15_000 })
    .toEqual({ waiting: 0, dead: 0 });
  expect(shop.maxbonus.control.ledger().receipts).toHaveLength(1);
  await app.close();

  // Nobody asks for a till that is gone.
  await keyring.lock();
  const next = await start();
  await expect.poll(() => helpersOf(shop.dataDir)).toHaveLength(1);
  next.app.process().kill('SIGKILL');
  await expect.poll(() => helpersOf(shop.dataDir)).toEqual([]);
});

/** Processes that ask the keychain for this till. */
async function helpersOf(dataDir: string): Promise<string[]> {
  const lines = await Promise.all(
    (await readdir('/proc')).map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')),
  );
  return lines.filter((line) => line.includes(`--keychain-helper=${dataDir}`) && !line.includes('--type='));
}
