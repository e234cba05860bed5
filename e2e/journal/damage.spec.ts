import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from '@playwright/test';
import Database from 'better-sqlite3';
import { payByCard } from '../support/screen.ts';
import { expect, openTill, type Surroundings, surround, type Till } from '../support/till.ts';
import { journalScreen, sell } from './journal-screen.ts';

const WATER = '4600494000218';
const BUTTER = '4601234500043';
const PAGE_BYTES = 4096;

const journalOf = ({ dataDir }: Surroundings): string => path.join(dataDir, 'journal.sqlite');

async function start(around: Surroundings): Promise<Till> {
  const till = await openTill(around);
  await expect(till.page.getByText('Сканер в порядке')).toBeAttached();
  return till;
}

async function sellThree(till: Till): Promise<void> {
  for (const goods of [WATER, BUTTER, WATER]) {
    await sell(till, [goods]);
    await till.page.keyboard.press('Control+F12');
  }
}

/** The three receipts are in the journal, and a fourth one can be sold under the next number. */
async function expectWorkGoesOn(till: Till): Promise<void> {
  const { page } = till;
  await expect(page.getByText('Сканер в порядке')).toBeAttached();
  const slip = await sell(till, [BUTTER]);
  expect(slip).toContain('Чек № 4');
  await page.keyboard.press('F2');
  await expect(journalScreen(page).rows).toHaveCount(4);
}

test('a journal whose bytes changed is salvaged at start, and the cashier is told', { tag: '@journal' }, async () => {
  const around = await surround();
  const first = await start(around);
  await sellThree(first);
  await first.app.close();
  const bytes = await readFile(journalOf(around));
  // The schema, and the beginning of every tenth page.
  bytes.fill(0, 0, PAGE_BYTES);
  for (let page = 10; page * PAGE_BYTES < bytes.length; page += 10) bytes[page * PAGE_BYTES + 1] = 0xff;
  await writeFile(journalOf(around), bytes);

  const till = await start(around);
  await expect(till.page.getByText('Файл журнала был повреждён и восстановлен')).toBeVisible();
  await expect(
    till.page.getByText(/прежний файл сохранён на 30 дней под именем journal-damaged-.*\.sqlite/),
  ).toBeVisible();
  const warned = till.page.getByRole('alert').filter({ hasText: 'Файл журнала был повреждён' });
  await till.page.keyboard.press('Shift+Escape');
  await expect(warned).toBeHidden();
  await till.page.keyboard.press('Shift+F3');
  await expect(till.page.getByRole('dialog', { name: 'Предупреждения' })).toContainText('Файл журнала был повреждён');
  await till.page.keyboard.press('Escape');
  await expect(till.page.getByRole('dialog')).toBeHidden();
  await expectWorkGoesOn(till);
  await till.close();
});

test('a file that is no journal gives way to the backup of the day', { tag: '@journal' }, async () => {
  const around = await surround();
  const first = await start(around);
  await sellThree(first);
  await first.app.close();
  await writeFile(journalOf(around), 'not a database at all '.repeat(400));
  const till = await start(around);
  await expect(till.page.getByText('из них взято из резервной копии: 3. Ни один чек не потерян')).toBeVisible();
  await expectWorkGoesOn(till);
  expect((await readdir(around.dataDir)).filter((name) => /^journal-damaged-.*sqlite$/.test(name))).toHaveLength(1);
  await till.close();
});

test('damage found while working ends in the same recovery', { tag: '@journal' }, async () => {
  const around = await surround();
  const till = await start(around);
  await sellThree(till);
  // The next program would be out of this test's reach.
  await till.app.evaluate(({ app }) => {
    app.relaunch = () => {};
  });
  const journal = journalOf(till);
  const gone = till.app.waitForEvent('close');
  // Another hand in the file: what main remembers of it counts no more, and the log is empty.
  const other = new Database(journal);
  other.exec('UPDATE product SET name = name');
  await expect.poll(() => other.pragma('wal_checkpoint(TRUNCATE)')).toMatchObject([{ busy: 0 }]);
  other.close();
  const bytes = await readFile(journal);
  await writeFile(
    journal,
    Buffer.concat([
      bytes.subarray(0, PAGE_BYTES),
      bytes.subarray(PAGE_BYTES).map((byte, at) => (at % PAGE_BYTES < 8 ? 0xff : byte)),
    ]),
  );
  await till.scan(WATER);
  await gone;
  expect(await readdir(till.dataDir)).toContain('journal-suspicion.txt');
  await writeFile(journal, bytes);
  const next = await start(around);
  await expect(next.page.getByText('Файл журнала был повреждён и восстановлен')).toBeVisible();
  await expectWorkGoesOn(next);
  await next.close();
});

test('the journal is deleted while the till sells: it starts anew with every receipt; with its folder gone by morning it says so', {
  tag: ['@journal', '@hardening'],
}, async () => {
  const around = await surround();
  const till = await start(around);
  await sellThree(till);
  await till.app.evaluate(({ app }) => {
    app.relaunch = () => {};
  });
  const gone = till.app.waitForEvent('close');
  const journals = async () => (await readdir(around.dataDir)).filter((name) => name.startsWith('journal'));
  for (const name of await journals()) await rm(path.join(around.dataDir, name));
  await till.scan(WATER);
  await gone;

  const next = await start(around);
  await expect(next.page.getByText('Файлы журнала удалили или заменили, пока программа работала.')).toBeVisible();
  await expect(next.screen.lines).toContainText(WATER);
  await expect(next.page.getByText('Чек продолжен после перезапуска программы.')).toBeVisible();
  await expect(next.screen.totals).toContainText('49,90');
  await payByCard(next.page);
  expect(await next.nextSlip()).toContain('Чек № 4');
  await next.app.close();

  for (const name of [...(await journals()), 'backups']) {
    await rm(path.join(around.dataDir, name), { recursive: true });
  }
  const bare = await start(around);
  await expect(bare.page.getByText('Журнала этой кассы нет: начат новый, с чека № 1.')).toBeVisible();
  await bare.close();
});
