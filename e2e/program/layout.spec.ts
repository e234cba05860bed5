import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { TRAINING_BARCODES, TRAINING_CLIENT_CODES } from '../../app/training/ecs/bank.ts';
import { journalScreen, sell } from '../journal/journal-screen.ts';
import { commanded } from '../support/desk.ts';
import { startPrinter } from '../support/devices/printer.ts';
import { startPty } from '../support/devices/pty.ts';
import { benefitsScreen, check, chooseService, openEcsTill } from '../support/ecs-till.ts';
import { cutOff } from '../support/measure.ts';
import { pressAway } from '../support/press.ts';
import { chooseWhole, giveBack, payByCard, saleScreen } from '../support/screen.ts';
import { expect, launch, openTill, ROOT, surround, type Till, test } from '../support/till.ts';

/** Every state of the screen: nothing may be cut off at any size. With `npm run screens` pictures of all, to be looked at. */
const PICTURES = path.join(ROOT, 'out/screens');
const SIZES = [
  { width: 1024, height: 768 },
  { width: 1280, height: 720 },
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
];
/** Drawing takes the time: without being asked for, there are no pictures. */
const SCHEMES = process.env['SCREENS'] ? ['light', 'dark'] : [];

/** Pictures of the guides, so that they can be drawn anew: which of ours, and whether all of the window or what stands in front. */
const GUIDES: ReadonlyMap<string, { readonly file: string; readonly of: 'window' | 'dialog' }> = new Map([
  ['5-written', { file: 'written', of: 'window' }],
  ['11-everything', { file: 'sale', of: 'window' }],
  ['14-return', { file: 'return', of: 'dialog' }],
  ['doubt-no-answer', { file: 'doubt', of: 'dialog' }],
  ['lamp-details', { file: 'lamps', of: 'window' }],
  ['setup-scanners', { file: 'scanner-trial', of: 'window' }],
  ['setup-slip', { file: 'slip-settings', of: 'window' }],
  ['training-pin', { file: 'training', of: 'window' }],
]);
const GUIDE_WIDTH = 1366;

/** What a picture is taken of. */
type Shown = Pick<Till, 'page' | 'screen'>;

/** Draws the picture of a guide, if this is one, as it stands on the screen. */
async function guidePicture({ page, screen }: Shown, name: string): Promise<void> {
  const guide = GUIDES.get(name);
  if (!guide) return;
  // A till without a keychain warns above everything; the guides show one that has it.
  await commanded(page, 'warnings.acknowledge', undefined);
  await expect(page.getByRole('button', { name: 'Понятно' })).toBeHidden();
  const file = path.join(ROOT, `docs/images/${guide.file}.png`);
  await (guide.of === 'dialog' ? screen.dialog : page).screenshot({ path: file });
}

/** The page is told its size and colours, each as seldom as can be: to draw it anew is what takes the time. The window stays as it is. */
async function picture(till: Shown, name: string): Promise<void> {
  const { page } = till;
  await mkdir(PICTURES, { recursive: true });
  const devtools = await page.context().newCDPSession(page);
  for (const [place, size] of SIZES.entries()) {
    await devtools.send('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor: 1, mobile: false });
    expect(await cutOff(page), `${name} at ${size.width}`).toEqual([]);
    for (const value of place % 2 === 0 ? SCHEMES : SCHEMES.toReversed()) {
      await devtools.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] });
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)));
      const { data } = await devtools.send('Page.captureScreenshot', { format: 'png', optimizeForSpeed: true });
      await writeFile(path.join(PICTURES, `${name}-${size.width}-${value}.png`), data, 'base64');
      if (size.width === GUIDE_WIDTH && value === 'light') await guidePicture(till, name);
    }
  }
  await devtools.detach();
}

test('every state of the sale fits the screen', { tag: '@ui' }, async ({ till }) => {
  const { page } = till;
  const totals = till.screen.totals;
  await picture(till, '1-empty');
  await till.scan(
    '4607001234562',
    '4600494000218',
    '4600494000218',
    '4680000000017',
    '4601234500043',
    '7700001233377001',
  );
  await expect(till.screen.customer).toContainText('Дмитрий Сергеевич И.');
  await expect(totals).toContainText('К оплате');
  await till.screen.redemption.fill('300');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await picture(till, '2-pin');
  await page.getByRole('dialog').getByRole('button', { name: 'Отправить ПИН' }).click();
  await expect.poll(() => till.maxbonus.control.sms().length).toBe(1);
  await page.getByLabel('ПИН из СМС').fill(till.maxbonus.control.sms()[0]?.pin ?? '');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await picture(till, '3-calculated');
  await page.keyboard.press('Control+Shift+F7');
  await page.getByLabel('Получено наличными').fill('2000');
  await picture(till, '4-cash');
  await page.keyboard.press('Enter');
  await expect(till.screen.written).toBeVisible();
  await picture(till, '5-written');
});

test('a till that trains fits the screen', { tag: '@ui' }, async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'training-'));
  const { app, page } = await launch(['--data-dir', dataDir]);
  const screen = saleScreen(page);
  for (const code of ['4607001234562', '4600494000218', '7700001233377001']) {
    await screen.field.fill(code);
    await page.keyboard.press('Enter');
    await expect(screen.field).toHaveValue('');
  }
  await expect(screen.customer).toContainText('Дмитрий Сергеевич И.');
  await expect(screen.totals).toContainText('1 210,90');
  await picture({ page, screen }, 'training-calculated');
  await screen.redemption.fill('300');
  await page.keyboard.press('Enter');
  await screen.dialog.getByRole('button', { name: 'Отправить ПИН' }).click();
  await expect(screen.dialog).toContainText('Учебная СМС, ПИН');
  await picture({ page, screen }, 'training-pin');
  await app.close();
  await rm(dataDir, { recursive: true, force: true });
});

test('the rarer states fit the screen', { tag: '@ui' }, async ({ till }) => {
  const { page } = till;
  await page.keyboard.type('482915');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await picture(till, '6-question');
  await pressAway(page, 'Escape', page.getByRole('dialog'));
  await till.scan('4607001234500');
  await expect(page.getByText('Не найдено')).toBeVisible();
  await picture(till, '7-notice');
  await till.scan(
    ...Array.from(
      { length: 40 },
      (_, place) =>
        [
          '4601234500012',
          '4601234500029',
          '4601234500036',
          '4601234500043',
          '4601234500050',
          '4601234500067',
          '4601234500074',
          '4601234500081',
          '4601234500098',
          '4601234500104',
        ][place % 10] ?? '',
    ),
  );
  await expect(till.screen.lines).toContainText('128,00');
  await picture(till, '8-long');
});

test('the dialogs of the loyalty service fit the screen', { tag: '@ui' }, async ({ till }) => {
  const { page, screen, maxbonus } = till;
  const { dialog } = screen;
  await till.scan('4607001234562', '4600494000218', '7700003334466004');
  await expect(screen.customer).toContainText('Мария Ильинична П.');
  await expect(screen.totals).toContainText('К оплате');
  await page.keyboard.press('F9');
  await dialog.getByLabel('Промокод или купон').fill('SALE10');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await page.keyboard.press('F8');
  await dialog.getByLabel('Код сертификата').fill('8800000000000101');
  await dialog.getByRole('button', { name: 'Проверить' }).click();
  await expect(dialog.getByLabel('Оплатить сертификатом')).toBeVisible();
  await picture(till, '10-certificate');
  await dialog.getByLabel('Оплатить сертификатом').fill('400');
  await dialog.getByRole('button', { name: 'Добавить' }).click();
  await expect(screen.totals).toContainText('400,00');
  if (await dialog.isVisible()) await page.keyboard.press('Escape');
  await picture(till, '11-everything');
  await page.keyboard.press('Control+Alt+F11');
  await expect(dialog).toBeVisible();
  await picture(till, '12-manual-discount');
  await page.keyboard.press('Escape');
  await payByCard(page);
  await page.keyboard.press('Control+Shift+F5');
  await expect(dialog).toContainText('Чек № 1');
  await picture(till, '13-return-list');
  await page.keyboard.press('Enter');
  await chooseWhole(page);
  await expect(dialog.getByRole('button', { name: 'Вернуть', exact: true })).toBeEnabled();
  await picture(till, '14-return');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: 'Провести возврат' })).toBeEnabled();
  await picture(till, '14-return-confirm');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  if (await dialog.isVisible()) await page.keyboard.press('Escape');
  await page.keyboard.press('Control+F12');
  await page.keyboard.press('F4');
  await dialog.getByLabel('Телефон').fill('89247654321');
  await dialog.getByRole('button', { name: 'Запросить ПИН' }).click();
  await expect.poll(() => maxbonus.control.sms().length).toBe(1);
  await expect(dialog.getByLabel('Фамилия')).toBeVisible();
  await picture(till, '15-registration');
});

test('held receipts and shifts fit the screen', { tag: '@ui' }, async ({ till }) => {
  const { page, screen } = till;
  await page.keyboard.press('F3');
  await expect(page.getByRole('button', { name: 'Открыть смену' })).toBeVisible();
  await picture(till, 'shift-none');
  await page.keyboard.press('Escape');
  await till.scan('4600494000218', '7700001110055002');
  await expect(screen.customer).toContainText('Анна Петровна С.');
  await page.keyboard.press('F5');
  await till.scan('4607001234562', '4680000000017');
  await expect(screen.lines).toContainText('7,00');
  await page.keyboard.press('F5');
  await till.scan('4607001234562', '4601234500043');
  await expect(screen.lines).toContainText('219,00');
  await picture(till, 'held-button');
  await page.keyboard.press('Shift+F5');
  await expect(screen.dialog.getByRole('option')).toHaveCount(2);
  await picture(till, 'held-list');
  await page.keyboard.press('Escape');
  await payByCard(page);
  await page.keyboard.press('F3');
  await expect(page.getByRole('button', { name: 'X-отчёт' })).toBeVisible();
  await picture(till, 'shift-open');
  await page.getByRole('button', { name: 'Закрыть смену (Z)' }).click();
  await expect(screen.dialog).toContainText('Отложено чеков: 2');
  await picture(till, 'shift-close');
  await screen.dialog.getByRole('button', { name: 'Закрыть смену' }).click();
  await expect(page.getByRole('button', { name: 'Копия Z' })).toBeVisible();
  await picture(till, 'shift-closed');
});

test('a sale without the service fits the screen', { tag: '@ui' }, async ({ till }) => {
  const { page, screen, maxbonus } = till;
  await till.scan('4607001234562', '4600494000218', '7700001110055002');
  await expect(screen.customer).toContainText('Анна Петровна С.');
  await screen.redemption.fill('100');
  await page.keyboard.press('Enter');
  await expect(screen.totals).toContainText('−100,00');
  await maxbonus.close();
  await till.scan('4600494000218');
  await expect(screen.lines).toContainText('99,80');
  await page.keyboard.press('Control+Shift+F7');
  await expect(screen.dialog).toContainText('бонусы списать нельзя');
  await picture(till, 'offline-refused');
  await screen.dialog.getByRole('button', { name: 'Убрать и принять чек без связи' }).click();
  await expect(page.getByLabel('Получено наличными')).toBeVisible();
  await picture(till, 'offline-tender');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F9');
  await picture(till, 'offline-promo');
  await page.keyboard.press('Escape');
  await picture(till, 'offline-bar');
  await page.keyboard.press('Control+Shift+F7');
  await page.getByLabel('Получено наличными').fill('2000');
  await page.keyboard.press('Enter');
  await expect(screen.queued).toBeVisible();
  await picture(till, 'offline-queued');
});

test('a key that was not read fits the screen', { tag: '@ui' }, async () => {
  const around = await surround(({ maxbonus, ...profile }) => {
    const { token: _, ...rest } = maxbonus ?? { baseUrl: '' };
    return { ...profile, maxbonus: rest };
  });
  await writeFile(path.join(around.dataDir, 'secrets.json'), '{');
  const till = await openTill(around);
  await expect(till.page.getByText('Ключ не прочитан (MaxBonus): файл secrets.json повреждён')).toBeVisible();
  await till.scan('4600494000218');
  await expect(till.screen.lines).toContainText('49,90');
  await picture(till, 'key-not-read');
  await till.close();
});

test('a receipt in doubt fits the screen', { tag: '@ui' }, async ({ till }) => {
  const { page, screen, maxbonus } = till;
  await till.scan('4607001234562', '7700001110055002');
  await expect(screen.customer).toContainText('Анна Петровна С.');
  maxbonus.control.faults.add({ kind: 'drop-after-commit', operation: 'write' });
  maxbonus.control.faults.add({ kind: 'status', status: 503, operation: 'rollback', times: null });
  await page.keyboard.press('Control+Shift+F8');
  await screen.dialog.getByRole('button', { name: 'Провести чек' }).click();
  await expect(screen.dialog.getByRole('button', { name: 'Проверить сейчас' })).toBeVisible();
  await picture(till, 'doubt-no-answer');
  await screen.dialog.getByRole('button', { name: 'Отменить чек' }).click();
  await picture(till, 'doubt-abandon');
  await page.keyboard.press('Escape');
  maxbonus.control.faults.clear();
  const message = 'Чек закрыт для изменений: обратитесь в поддержку';
  maxbonus.control.faults.add({ kind: 'refused', message, operation: 'rollback', times: null });
  await page.keyboard.press('Enter');
  await expect(screen.dialog).toContainText(message);
  await picture(till, 'doubt-disagreement');
});

test('the journal fits the screen', { tag: '@ui' }, async ({ till }) => {
  const { page, screen, maxbonus } = till;
  const journal = journalScreen(page);
  await page.keyboard.press('F2');
  await expect(page.getByText('Чеков пока нет')).toBeVisible();
  await picture(till, 'journal-empty');
  await page.keyboard.press('Shift+F2');
  await expect(page.getByText('Всё отправлено')).toBeVisible();
  await picture(till, 'journal-sent');
  await page.keyboard.press('Escape');
  await sell(till, ['4600494000218']);
  await sell(till, ['4607001234562', '4601234500043', '4680000000017', '7700001110055002']);
  await till.scan('4600494000218', '7700003334466004');
  await expect(screen.customer).toContainText('Мария Ильинична П.');
  await page.keyboard.press('F5');
  await page.keyboard.press('F2');
  await expect(journal.rows).toHaveCount(3);
  await page.keyboard.press('ArrowDown');
  await expect(journal.details).toContainText('Чек № 2');
  await picture(till, 'journal-receipts');
  await page.keyboard.press('Control+Shift+F5');
  await chooseWhole(page);
  await screen.dialog.getByLabel('Вернуть: Пакет').fill('0');
  await giveBack(page);
  await expect(screen.dialog).toBeHidden();
  await page.keyboard.press('F2');
  await page.keyboard.type('2');
  await expect(journal.details).toContainText('возвращено 1');
  await page.keyboard.press('Enter');
  await page.keyboard.press('End');
  await picture(till, 'journal-details');
  await page.keyboard.type('999');
  await expect(page.getByText('Ничего не найдено')).toBeVisible();
  await picture(till, 'journal-nothing');
  const message = 'Чек закрыт для изменений: обратитесь в поддержку';
  await till.scan('4607001234562', '7700001110055002');
  await expect(screen.customer).toContainText('Анна Петровна С.');
  maxbonus.control.faults.add({ kind: 'drop-after-commit', operation: 'write' });
  maxbonus.control.faults.add({ kind: 'status', status: 503, operation: 'rollback', times: 1 });
  maxbonus.control.faults.add({ kind: 'refused', message, operation: 'rollback', times: null });
  await page.keyboard.press('Control+Shift+F8');
  await screen.dialog.getByRole('button', { name: 'Провести чек' }).click();
  await screen.dialog.getByRole('button', { name: 'Следующий покупатель' }).click();
  await page.keyboard.press('Shift+F2');
  await expect(journal.entries).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(journal.entries).toContainText('нужно решение');
  await picture(till, 'journal-unsent');
  await page.keyboard.press('Delete');
  await expect(screen.dialog).toContainText('останется оплаченным');
  await picture(till, 'journal-set-aside');
});

test('the bar about a slip fits the screen', { tag: ['@ui', '@printing'] }, async () => {
  const second = await startPrinter();
  const otherScanner = await startPty();
  const around = await surround((profile) => ({
    ...profile,
    scanners: [
      ...(profile.scanners ?? []).map((scanner) => ({ ...scanner, name: 'Сканер на прилавке у входа' }) as const),
      { kind: 'serial', name: 'Сканер ручной, запасной', path: otherScanner.portPath },
    ],
    printers: [
      ...(profile.printers ?? []).map((printer) => ({ ...printer, name: 'Слипы на прилавке', drawerPin: 2 }) as const),
      { kind: 'tcp', name: 'Склад', host: second.host, port: second.port },
      { kind: 'tcp', name: 'Запасной принтер у администратора', host: '127.0.0.1', port: 1 },
    ],
  }));
  const till = await openTill(around);
  till.printer.set({ linesLeft: 5 });
  await till.scan('4600494000218');
  await expect(till.screen.lines).toContainText('49,90');
  await payByCard(till.page);
  await expect(till.page.getByText('В принтере кончилась бумага.')).toBeVisible();
  await picture(till, 'slip-waits-written');
  await till.page.getByRole('button', { name: 'Принтеры 2 из 3' }).click();
  await picture(till, 'lamp-details');
  await till.page.keyboard.press('Escape');
  await till.scan('4600494000218', '4607001234562');
  await expect(till.screen.lines.getByRole('row')).toHaveCount(3);
  await picture(till, 'slip-waits');
  await till.printer.setMode('refuse');
  await expect(till.page.getByText('неизвестно, напечатан ли')).toBeVisible();
  await picture(till, 'slip-in-doubt');
  await till.close();
  await Promise.all([second.close(), otherScanner.close()]);
});

test('the settings fit the screen', { tag: ['@ui', '@settings'] }, async ({ till }) => {
  const { page, screen } = till;
  await page.keyboard.press('Control+F2');
  await expect(page.getByRole('tab', { name: 'Сканеры' })).toBeFocused();
  await till.scan('4600494000218', ']d2010460049400021821kFd3w8?xP1LmZ\u001d93d0Zq', '7700001233377001');
  await expect(page.getByRole('list', { name: 'Последние сканы' }).getByRole('listitem')).toHaveCount(3);
  await picture(till, 'setup-scanners');
  await page.getByRole('button', { name: 'Памятка' }).click();
  await expect(screen.dialog).toBeVisible();
  await picture(till, 'setup-advice');
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'Принтеры' }).click();
  await page.getByRole('button', { name: 'Сетевой принтер' }).click();
  await page.keyboard.press('Control+S');
  await expect(page.getByText('Заполните')).toBeVisible();
  await picture(till, 'setup-printers');
  await page.getByRole('tab', { name: 'Слип' }).click();
  await page.getByLabel('Под названием магазина, строка 1').fill('г. Якутск, ул. Ленина, 1');
  await page.getByLabel('QR-код: адрес или текст').fill('https://shop.example/r/{id}');
  await expect(page.getByRole('img', { name: 'QR' })).toBeAttached();
  await picture(till, 'setup-slip');
  await page.keyboard.press('Escape');
  await expect(screen.dialog).toContainText('не сохранили');
  await picture(till, 'setup-leave');
});

test('the benefits of a card fit the screen', { tag: ['@ui', '@ecs'] }, async () => {
  const till = await openEcsTill(1, { slowMs: 300 });
  const { page, screen, ecs } = till;
  const benefits = benefitsScreen(page);
  await till.scan('4600494000218', '4600494000218', '4600494000218', '4607001234562');
  await expect(screen.totals).toContainText('1 439,70');
  await page.keyboard.press('F6');
  await expect(page.getByRole('option')).toHaveCount(12);
  await picture(till, 'benefits-services');
  await page.keyboard.press('Escape');
  await chooseService(till, 'хлеб');
  await picture(till, 'benefits-empty');
  await till.scan(TRAINING_CLIENT_CODES.family);
  await expect(benefits.read).toBeVisible();
  await picture(till, 'benefits-card');
  await page.keyboard.press('F12');
  await expect(page.getByRole('listitem').filter({ hasText: 'Бассейн' }).first()).toBeVisible();
  await picture(till, 'benefits-history');
  await page.keyboard.press('Escape');
  ecs.control.faults.add({ kind: 'latency', ms: 1_900, operation: 'check' });
  ecs.control.faults.add({ kind: 'code', code: 5, operation: 'check' });
  await page.keyboard.press('F10');
  await expect(page.getByText('Медленно')).toBeVisible();
  await expect(benefits.outcome.getByRole('alert')).toContainText('Карта не действует');
  await picture(till, 'benefits-refused');
  ecs.control.faults.add({ kind: 'drop-before', operation: 'check' });
  await check(till, TRAINING_BARCODES.family);
  await expect(benefits.outcome.getByRole('alert')).toContainText('сбой');
  await picture(till, 'benefits-no-answer');
  await page.keyboard.press('F10');
  await expect(benefits.found).toBeVisible();
  await picture(till, 'benefits-found');
  await page.keyboard.press('F3');
  await page.keyboard.press('Escape');
  await expect(page.getByText('Ждут решения')).toBeVisible();
  await picture(till, 'benefits-undecided');
  await page.keyboard.press('F6');
  await page.getByText('Весь чек').click();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Льгота «Многодетная семья»')).toBeVisible();
  await picture(till, 'benefits-on-receipt');
  await page.keyboard.press('F6');
  await check(till, TRAINING_BARCODES.pensioner);
  await expect(benefits.found).toBeVisible();
  ecs.control.faults.add({ kind: 'drop-before', operation: 'confirm', times: null });
  await page.getByLabel('Обычная цена').fill('100');
  await page.keyboard.press('Enter');
  await expect(benefits.outcome).toContainText('Отправится само');
  await picture(till, 'benefits-sending');
  await till.close();
});

test('a price that goes with the question fits the screen', { tag: ['@ui', '@ecs'] }, async () => {
  const till = await openEcsTill(3, { slowMs: 300, timeoutMs: 20_000 });
  const { page, screen, ecs } = till;
  const benefits = benefitsScreen(page);
  await till.scan('4600494000218', '4607001234562');
  await expect(screen.totals).toContainText('1 339,90');
  await chooseService(till, 'хлеб');
  ecs.control.faults.add({ kind: 'latency', ms: 5_000, operation: 'check' });
  await check(till, TRAINING_CLIENT_CODES.pensioner);
  await expect(page.getByText('Медленно')).toBeVisible();
  await picture(till, 'benefits-slow');
  await expect(benefits.found).toBeVisible({ timeout: 10_000 });
  await picture(till, 'benefits-price');
  await till.close();
});
