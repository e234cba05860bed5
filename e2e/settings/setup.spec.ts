import { mkdir, mkdtemp, readFile, rm, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { decodeEscPos } from '../support/devices/escpos-decoder.ts';
import { startPrinter } from '../support/devices/printer.ts';
import { startPty } from '../support/devices/pty.ts';
import { payByCard, saleScreen } from '../support/screen.ts';
import { expect, launch, type Till, test } from '../support/till.ts';

const WATER = '4600494000218';
const MARKED = ']d2010460049400021821kFd3w8?xP1LmZ\u001d93d0Zq';

function tab(page: Page, name: string) {
  return page.getByRole('tab', { name });
}

async function openSetup(page: Page, part: string): Promise<void> {
  await page.keyboard.press('Control+F2');
  await tab(page, part).click();
}

async function save(page: Page): Promise<void> {
  await page.keyboard.press('Control+S');
  await expect(page.getByText('Сохранено и уже действует')).toBeVisible();
}

async function sellWater(till: Till): Promise<void> {
  await till.scan(WATER);
  await expect(till.screen.lines).toContainText('49,90');
  await payByCard(till.page);
}

/** The text of a slip on a printer that has Cyrillic in just this code table. */
function textIn(table: number, bytes: Uint8Array): string {
  return decodeEscPos(bytes, table)
    .lines.map(({ text }) => text)
    .join('\n');
}

test('a till that trains gets a scanner and a printer, uses them at once, and after a new start still trains', {
  tag: ['@settings', '@scanner', '@printing'],
}, async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'setup-'));
  const [scanner, printer] = await Promise.all([startPty(), startPrinter()]);
  const first = await launch(['--data-dir', dataDir]);
  const { page } = first;

  await openSetup(page, 'Сканеры');
  await page.getByRole('button', { name: 'Указать порт' }).click();
  await page.getByRole('textbox', { name: 'Порт' }).fill(scanner.portPath);
  await page.getByLabel('Название на экране').fill('Прилавок');
  await tab(page, 'Принтеры').click();
  await page.getByRole('button', { name: 'Сетевой принтер' }).click();
  await page.getByLabel('Адрес').fill(printer.host);
  await page.getByLabel('Порт').fill(String(printer.port));
  await save(page);
  await expect(page.getByText('Прилавок в порядке')).toBeAttached();

  await tab(page, 'Сканеры').click();
  const scans = page.getByRole('list', { name: 'Последние сканы' }).getByRole('listitem');
  await expect(page.getByText('Отсканируйте любой код')).toBeVisible();
  await scanner.type(`${MARKED}\r`);
  await expect(scans).toHaveCount(1);
  await expect(scans.first()).toContainText('GS1 DataMatrix');
  await expect(scans.first()).toContainText('5A 1D 39 33');
  await expect(scans.first()).toContainText('Вода питьевая');
  await page.keyboard.press('Escape');
  await expect(page.getByText('Чек пуст')).toBeVisible();

  await scanner.type(`${WATER}\r`);
  await expect(saleScreen(page).lines).toContainText('49,90');
  await payByCard(page);
  expect(textIn(17, (await printer.nextJob()).bytes)).toContain('Вода питьевая');
  await first.app.close();

  const again = await launch(['--data-dir', dataDir]);
  await expect(again.page.getByText('Учебный режим')).toBeVisible();
  await expect(again.page.getByText('Прилавок в порядке')).toBeAttached();
  await again.app.close();
  await Promise.all([scanner.close(), printer.close()]);
  await rm(dataDir, { recursive: true, force: true });
});

test('a printer that prints rubbish is put right by its test page, and the next slip can be read', {
  tag: ['@settings', '@printing'],
}, async ({ till }) => {
  const { page, printer } = till;
  await openSetup(page, 'Принтеры');
  await page.getByRole('button', { name: 'Пробный слип' }).click();
  await expect(page.getByText('Пробный слип напечатан.')).toBeVisible();
  const readable = textIn(7, (await printer.nextJob()).bytes).match(/.*Привет.*/g);
  expect(readable).toEqual([expect.stringMatching(/^7: АБВГ/)]);

  await page.getByRole('radio', { name: 'Таблица 7', exact: true }).click();
  await save(page);
  await page.keyboard.press('Escape');
  await sellWater(till);
  expect(textIn(7, (await printer.nextJob()).bytes)).toContain('Вода питьевая негазированная');
});

test('the shop’s own lines are seen while they are typed, and stand on the next slip', {
  tag: ['@settings', '@printing'],
}, async ({ till }) => {
  const { page } = till;
  await openSetup(page, 'Слип');
  const preview = page.getByRole('region', { name: 'Как это напечатается' });
  await expect(preview).toContainText('Магазин "Центральный"');
  await page.getByLabel('Под названием магазина, строка 1').fill('г. Якутск, ул. «Ленина», 1');
  await expect(preview).toContainText('г. Якутск, ул. "Ленина", 1');
  await page.getByLabel('кассира').click();
  await expect(preview).not.toContainText('Кассир');
  await page.getByLabel('QR-код: адрес или текст').fill('https://shop.example/{receipt}');
  await expect(page.getByText('В скобках может быть только')).toBeVisible();
  await page.getByLabel('QR-код: адрес или текст').fill('');
  await expect(page.getByText('В скобках может быть только')).toBeHidden();

  // Whoever leaves without saving is asked, once.
  await page.keyboard.press('Escape');
  await till.screen.dialog.getByRole('button', { name: 'Сохранить' }).click();
  await expect(till.screen.field).toBeVisible();
  await sellWater(till);
  const slip = await till.nextSlip();
  expect(slip).toContain('г. Якутск, ул. "Ленина", 1');
  expect(slip).not.toContain('Кассир');
});

test('what is wrong is told at its field, and nothing of it is kept', { tag: '@settings' }, async ({ till }) => {
  const { page, printer, dataDir } = till;
  const settings = path.join(dataDir, 'settings.json');
  const before = await readFile(settings, 'utf8');
  await openSetup(page, 'Принтеры');
  await page.getByLabel('Порт').fill('99999');
  await page.keyboard.press('Control+S');
  await expect(page.getByText('Не больше 65535')).toBeVisible();
  await page.getByLabel('Порт').fill(String(printer.port));
  await expect(page.getByText('Не больше 65535')).toBeHidden();

  await page.getByRole('button', { name: 'Сетевой принтер' }).click();
  await page.keyboard.press('Control+S');
  await expect(page.getByText('Заполните')).toBeVisible();
  await page.getByLabel('Адрес').fill(printer.host);
  await page.getByLabel('Порт').fill(String(printer.port));
  // From another part of the settings it leads back to what is wrong.
  await tab(page, 'Слип').click();
  await page.keyboard.press('Control+S');
  await expect(page.getByText('Такое устройство уже есть в списке.')).toBeVisible();
  expect(await readFile(settings, 'utf8')).toBe(before);
});

test('settings that the disk does not take stay on the screen, and a customer who comes in between takes nothing away', {
  tag: ['@settings', '@scanner'],
}, async ({ till }) => {
  const { page, dataDir } = till;
  const inTheWay = path.join(dataDir, 'settings.json.new');
  await mkdir(inTheWay);
  await openSetup(page, 'Слип');
  await page.getByLabel('Внизу слипа, строка 1').fill('Обмен в течение 14 дней');
  await page.keyboard.press('Control+S');
  await expect(page.getByText('Настройки не сохранены')).toBeVisible();

  await till.scan(WATER);
  await expect(till.screen.lines).toContainText('49,90');
  await page.keyboard.press('Control+F2');
  await expect(page.getByLabel('Внизу слипа, строка 1')).toHaveValue('Обмен в течение 14 дней');
  await rmdir(inTheWay);
  await save(page);
  await page.keyboard.press('Escape');
  await payByCard(page);
  expect(await till.nextSlip()).toContain('Обмен в течение 14 дней');
});
