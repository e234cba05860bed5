import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test as plain } from '@playwright/test';
import Database from 'better-sqlite3';
import { run } from '../support/run.ts';
import { saleScreen } from '../support/screen.ts';
import { launch, openTill, surround, test } from '../support/till.ts';

plain.describe('a program that cannot start says why and exits with an error', () => {
  let dir = '';
  plain.beforeEach(async () => {
    dir = await mkdtemp(path.join(tmpdir(), 'start-'));
  });
  plain.afterEach(() => rm(dir, { recursive: true, force: true }));

  plain('a profile that is not there', { tag: '@settings' }, async () => {
    const { code, stderr } = await run(['--data-dir', dir, '--import-profile', path.join(dir, 'nope.json')]);
    expect(stderr).toContain('Файл профиля не найден');
    expect(code).toBe(1);
  });

  plain('a profile with a mistyped key', { tag: '@settings' }, async () => {
    const file = path.join(dir, 'profile.json');
    await writeFile(file, JSON.stringify({ version: 1, outlet: { name: 'М', till: '1' }, pinters: [] }));
    const { code, stderr } = await run(['--data-dir', dir, '--import-profile', file]);
    expect(stderr).toContain('заполнен неверно');
    expect(stderr).toContain('pinters');
    expect(code).toBe(1);
  });

  plain('a switch without its value', { tag: '@settings' }, async () => {
    const { code, stderr } = await run(['--data-dir=']);
    expect(stderr).toContain('У ключа --data-dir нет значения');
    expect(code).toBe(2);
  });

  plain('a data folder that cannot be made', { tag: '@settings' }, async () => {
    const { code, stderr } = await run(['--data-dir', '/dev/null/no-such-place']);
    expect(stderr).toContain('Папка данных /dev/null/no-such-place недоступна');
    expect(code).toBe(1);
  });

  plain('a journal that cannot be opened', { tag: '@journal' }, async () => {
    await symlink('/dev/null/no-such-place', path.join(dir, 'training.sqlite'));
    const { code, stderr } = await run(['--data-dir', dir]);
    expect(stderr).toContain('training.sqlite не открывается');
    expect(code).toBe(1);
  });

  plain('a journal of a newer program', { tag: '@journal' }, async () => {
    const journal = new Database(path.join(dir, 'training.sqlite'));
    journal.exec('CREATE TABLE from_the_future (id INTEGER PRIMARY KEY); PRAGMA user_version = 999');
    journal.close();
    const { code, stderr } = await run(['--data-dir', dir]);
    expect(stderr).toContain('training.sqlite создан более новой версией программы');
    expect(code).toBe(1);
  });
});

test('a second program on the same data refuses, and brings the first to the front', { tag: '@journal' }, async ({
  till,
}) => {
  await till.app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.focus = () => window.setTitle('in front');
  });
  const second = await run(['--data-dir', till.dataDir]);
  expect(second.stderr).toContain('Программа уже работает с этой папкой данных');
  expect(second.code).toBe(1);
  const titles = () =>
    till.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((one) => one.getTitle()));
  await expect.poll(titles).toEqual(['in front']);
  await till.scan('4600494000218');
  await expect(till.screen.lines).toContainText('49,90');
});

test('a second program whose folder leads to the same journal refuses too', { tag: '@journal' }, async ({ till }) => {
  const other = await mkdtemp(path.join(tmpdir(), 'start-'));
  await symlink(path.join(till.dataDir, 'journal.sqlite'), path.join(other, 'journal.sqlite'));
  const second = await run(['--data-dir', other, '--import-profile', till.profileFile]);
  expect(second.stderr).toContain('уже работает другая программа');
  expect(second.code).toBe(1);
  await rm(other, { recursive: true });
});

test('the token of a profile is never written in the clear', { tag: '@settings' }, async ({ till }) => {
  await till.scan('4600494000218');
  await till.page.getByRole('button', { name: /Рассчитать/ }).click();
  await expect(till.page.getByText('К оплате, ₽')).toBeVisible();
  const settings = await readFile(path.join(till.dataDir, 'settings.json'), 'utf8');
  const log = await readFile(path.join(till.dataDir, 'logs/main.log'), 'utf8');
  expect(settings).toContain(till.maxbonus.url);
  expect(settings + log).not.toContain(till.maxbonus.token);
});

plain(
  'a port that does not exist and a printer that refuses are lights, not the end',
  { tag: ['@scanner', '@printing'] },
  async () => {
    const around = await surround((profile) => ({
      ...profile,
      scanners: [{ kind: 'serial', path: '/dev/no-such-scanner' }],
      printers: [{ kind: 'tcp', host: '127.0.0.1', port: 1 }],
    }));
    const till = await openTill(around);
    await expect(till.page.getByText('Сканер: не найден')).toBeVisible();
    await till.page.keyboard.type('4600494000218');
    await till.page.keyboard.press('Enter');
    await till.page.keyboard.press('Control+Shift+F8');
    await till.page.getByRole('dialog').getByRole('button', { name: 'Провести чек' }).click();
    await expect(till.screen.written).toBeVisible();
    await expect(till.page.getByText('Принтер: нет связи')).toBeVisible();
    await till.close();
  },
);

plain(
  'without a profile the program trains, unmistakably, and a whole sale can be made',
  { tag: ['@ui', '@sale'] },
  async () => {
    const dir = await mkdtemp(path.join(tmpdir(), 'training-'));
    const { app, page } = await launch(['--data-dir', dir]);
    await expect(page.getByText('Учебный режим')).toBeVisible();
    await saleScreen(page).field.fill('4601234500012');
    await page.keyboard.press('Enter');
    await expect(saleScreen(page).lines).toContainText('54,90');
    await page.keyboard.press('Control+Shift+F7');
    await page.getByRole('dialog').getByRole('button', { name: 'Без сдачи' }).click();
    await page.keyboard.press('Enter');
    await expect(saleScreen(page).written).toBeVisible();
    await expect(page.getByRole('region', { name: 'Бонусный слип' })).toContainText('54.90');
    for (const [key, place] of [
      ['F2', 'Журнал'],
      ['F3', 'Смена'],
      ['F6', 'Льготы'],
      ['Control+F2', 'Настройки'],
    ] as const) {
      await page.keyboard.press(key);
      await expect(page.getByRole('button', { name: place })).toHaveAttribute('aria-current', 'page');
      await expect(page.getByText('Учебный режим')).toBeVisible();
    }
    await app.close();
    await rm(dir, { recursive: true, force: true });
  },
);
