import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Page, test } from '@playwright/test';
import { openDatabase } from '../../app/journal/database.ts';
import { manyReceipts } from '../../app/testing/many-receipts.ts';
import { expect, launchWindow, type Surroundings, surround } from '../support/till.ts';
import { journalScreen } from './journal-screen.ts';

/** Takes far longer to restore than a window takes to open. */
const RECEIPTS = 90_000;
const PAGE_BYTES = 4096;

const journalOf = ({ dataDir }: Surroundings): string => path.join(dataDir, 'journal.sqlite');
const argsFor = ({ dataDir, profileFile }: Surroundings) => ['--data-dir', dataDir, '--import-profile', profileFile];

/** A large journal that was closed in order, its schema overwritten since. */
async function damageJournal(around: Surroundings): Promise<Buffer> {
  const opened = openDatabase(journalOf(around));
  if (!opened.ok) throw new Error(opened.error.kind);
  manyReceipts(opened.value, RECEIPTS);
  opened.value.close();
  const bytes = await readFile(journalOf(around));
  bytes.fill(0, 0, PAGE_BYTES);
  await writeFile(journalOf(around), bytes);
  return bytes;
}

/** That the window says at once what is done, and goes on saying how much of it. */
async function expectProgress(page: Page, heading: string, name: string): Promise<void> {
  await expect(page.getByRole('heading', { name: heading })).toBeVisible();
  const bar = page.getByRole('progressbar', { name });
  const done = async (): Promise<number> => Number(await bar.getAttribute('aria-valuenow'));
  const before = await done();
  await expect.poll(done).toBeGreaterThan(before);
  expect(before).toBeLessThan(75);
}

test('a large damaged journal is restored in view of the cashier, and begun anew when it is cut off', {
  tag: '@journal',
}, async () => {
  test.slow();
  const around = await surround();
  const damaged = await damageJournal(around);

  const killed = await launchWindow(argsFor(around));
  await expectProgress(killed.page, 'Журнал восстанавливается', 'Сколько сделано');
  await expect(killed.page.getByText('Читаем повреждённый файл')).toBeVisible();
  const dead = killed.app.waitForEvent('close');
  killed.app.process().kill('SIGKILL');
  await dead;
  expect((await readFile(journalOf(around))).equals(damaged)).toBe(true);

  const closed = await launchWindow(argsFor(around));
  await expectProgress(closed.page, 'Журнал восстанавливается', 'Сколько сделано');
  const gone = closed.app.waitForEvent('close');
  await closed.page.close();
  await gone;
  expect((await readFile(journalOf(around))).equals(damaged)).toBe(true);

  const { app, page } = await launchWindow(argsFor(around));
  await expectProgress(page, 'Журнал восстанавливается', 'Сколько сделано');
  await expect(page.getByText('Файл журнала был повреждён и восстановлен')).toBeVisible({ timeout: 120_000 });
  await page.keyboard.press('F2');
  await expect(journalScreen(page).rows.first()).toContainText(String(RECEIPTS));
  const names = await readdir(around.dataDir);
  expect(names.filter((name) => name.startsWith('journal-damaged-') && name.endsWith('.sqlite'))).toHaveLength(1);
  expect(names.filter((name) => name.includes('salvage'))).toEqual([]);
  await app.close();
  await around.close();
});

test('the window speaks the language of the profile', { tag: '@journal' }, async () => {
  const around = await surround((profile) => ({ ...profile, language: 'uk' }));
  await damageJournal(around);
  const { app, page } = await launchWindow(argsFor(around));
  await expectProgress(page, 'Журнал відновлюється', 'Скільки зроблено');
  await app.close();
  await around.close();
});
