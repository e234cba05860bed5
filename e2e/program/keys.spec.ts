import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { TRAINING_CLIENT_CODES } from '../../app/training/ecs/bank.ts';
import { KEYMAP, KEYS, type KeyId } from '../../renderer/keys/keymap.ts';
import { chooseFile, journalScreen } from '../journal/journal-screen.ts';
import { decodeEscPos } from '../support/devices/escpos-decoder.ts';
import { startPrinter } from '../support/devices/printer.ts';
import { startTypingScanner } from '../support/devices/typing-scanner.ts';
import { benefitsScreen, surroundWithEcs } from '../support/ecs-till.ts';
import { handsOn, type Keyboard } from '../support/real-keys.ts';
import { chooseWhole } from '../support/screen.ts';
import { expect, openTill, surround, test } from '../support/till.ts';

const WATER = '4600494000218';
const BUTTER = '4601234500043';
const CARD_WITHOUT_PIN = '7700001110055002';
const CARD_WITH_PIN = '7700001233377001';
const CANE_HOLDER = '4607001234562';
const UNKNOWN = '4607001234500';

/**
 * MaxBonus' manual has keys of its own for these; each opens something in front of a sale. Its Ctrl+Alt+F11 is not among them:
 * X11 keeps that one to itself.
 */
const OF_THE_MANUAL = [
  'payCash',
  'payCard',
  'payMixed',
  'returnGoods',
  'newReceipt',
  'search',
  'tillMenu',
  'otherMenu',
] as const;

const isKey = (id: string): id is KeyId => id in KEYS;
const IDS = Object.keys(KEYS).filter(isKey);

/** They need a printer in trouble, a drawer, a PIN, a return or an ЕЦС, or stand on no button: the second test presses them. */
const BESIDE: readonly KeyId[] = [
  'acknowledge',
  'larger',
  'smaller',
  'usualSize',
  'withoutWriteOff',
  'giveBack',
  'withoutService',
  'isThere',
  'isNotThere',
  'drawer',
  'slipPrinted',
  'slipAgain',
  'slipElsewhere',
  'slipCancel',
  'benefits',
  ...Object.keys(KEYMAP.benefits).filter(isKey),
];

/** It needs a till without its token: the third test presses it. */
const OF_TOKEN: KeyId = 'readKeys';

/** Every layout with Caps Lock on and off, and with Num Lock on and off. */
const KEYBOARDS: readonly Keyboard[] = [
  { layout: 'us', capsLock: false, numLock: false },
  { layout: 'ru', capsLock: false, numLock: true },
  { layout: 'ua', capsLock: true, numLock: true },
  { layout: 'ru', capsLock: true, numLock: false },
  { layout: 'us', capsLock: true, numLock: true },
  { layout: 'ua', capsLock: false, numLock: false },
];
/** Each layout once, each lock on and off: what stands beside the till takes its time. */
const EACH_LAYOUT = KEYBOARDS.slice(0, 3);

test('every key that is shown does what it is for, on a real keyboard in every layout', {
  tag: ['@ui', '@hardening'],
}, async () => {
  test.setTimeout(180_000);
  const keyboard = await startTypingScanner();
  const till = await openTill(await surround(), keyboard.display);
  const { page, screen } = till;
  const journal = journalScreen(page);
  const { take, press, pressOthers, pressed } = handsOn(keyboard);
  /** A dialog by its key, and away again. */
  const opens = async (id: KeyId, title: string) => {
    await press(id);
    await expect(page.getByRole('dialog', { name: title })).toBeVisible();
    await press('dismiss');
    await expect(screen.dialog).toBeHidden();
  };
  const here = page.getByRole('navigation', { name: 'Разделы' }).locator('[aria-current=page]');
  /** A place by its key, and back to the sale. */
  const leadsTo = async (id: KeyId, name: string, there: () => Promise<void> = async () => {}) => {
    await press(id);
    await expect(here).toContainText(name);
    await there();
    await press('dismiss');
    await expect(here).toContainText('Касса');
  };
  const marked = screen.lines.locator('tr[aria-current=true]');
  let rest: readonly KeyId[] | null = null;
  const received = page.getByLabel('Получено наличными');

  for (const [round, hands] of KEYBOARDS.entries()) {
    await take(hands);
    await till.scan(WATER, BUTTER, CARD_WITHOUT_PIN);
    await expect(screen.customer).toContainText('Анна');
    await expect(screen.totals).not.toContainText('Предварительно');
    await press('lineUp');
    await expect(marked).toContainText(WATER);
    await press('lineDown');
    await expect(marked).toContainText(BUTTER);
    await opens('quantity', 'Количество');
    await press('redeemAll');
    await expect(screen.totals).toContainText(/−\d/);
    const all = await screen.totals.textContent();
    await press('redeemHalf');
    await expect(screen.totals).not.toHaveText(all ?? '');
    await press('redemption');
    await expect(screen.redemption).toBeFocused();
    await press('field');
    await expect(screen.field).toBeFocused();
    await opens('certificate', 'Подарочный сертификат');
    await opens('promo', 'Промокод');
    await opens('manualDiscount', 'Назначение ручной скидки (наценки)');
    await opens('registration', 'Регистрация покупателя');
    await opens('returnGoods', 'Возврат');
    await opens('newReceipt', 'Отменить чек?');
    await opens('payCard', 'Оплата картой');
    await opens('payMixed', 'Смешанная оплата');
    for (const id of OF_THE_MANUAL) {
      await pressOthers(id, async () => {
        await expect(screen.dialog).toBeVisible();
        await press('dismiss');
        await expect(screen.dialog).toBeHidden();
      });
    }
    await press('hold');
    await expect(page.getByRole('button', { name: 'Отложено: 1' })).toBeVisible();
    await opens('heldReceipts', 'Отложенные чеки');
    await press('hold');
    await expect(screen.dialog).toBeVisible();
    await press('confirm');
    await expect(screen.customer).toContainText('Анна');
    await press('removeCustomer');
    await expect(screen.customer).toContainText('Клиент не определён');
    await press('lineDown');
    await expect(marked).toContainText(BUTTER);
    await press('removeLine');
    await expect(screen.lines).not.toContainText(BUTTER);
    await press('undo');
    await expect(screen.lines).toContainText(BUTTER);
    await press('removeLine');
    await expect(screen.lines).not.toContainText(BUTTER);

    await leadsTo('setup', 'Настройки', async () => {
      await press('save');
      await expect(page.getByText('Сохранено и уже действует')).toBeVisible();
    });
    await leadsTo('outbox', 'Журнал');

    await press('payCash');
    await expect(received).toBeFocused();
    for (const [id, sum] of [
      ['firstSum', '50,00'],
      ['secondSum', '100,00'],
      ['thirdSum', '500,00'],
      ['fourthSum', '1000,00'],
      ['exactCash', '49,90'],
    ] as const) {
      await press(id);
      await expect(received).toHaveValue(sum);
    }
    await press('confirm');
    await expect(screen.written).toBeVisible();
    expect(await till.nextSlip()).not.toContain('КОПИЯ');
    await press('reprint');
    expect(await till.nextSlip()).toContain('КОПИЯ');
    await leadsTo('shift', 'Смена', async () => {
      await press('printX');
      expect(await till.nextSlip()).toContain('X-ОТЧЁТ');
      await opens('closeShift', 'Закрыть смену?');
    });
    await leadsTo('journal', 'Журнал', async () => {
      await expect(journal.rows).toHaveCount(round + 1);
      const at = (row: number) => expect(journal.rows.nth(row)).toHaveAttribute('aria-selected', 'true');
      for (const [id, row] of [
        ['lastLine', round],
        ['firstLine', 0],
        ['pageDown', round],
        ['pageUp', 0],
      ] as const) {
        await press(id);
        await at(row);
      }
      for (const [id, file] of [
        ['exportCsv', 'receipts.csv'],
        ['exportJson', 'receipts.json'],
      ] as const) {
        await chooseFile(till, path.join(till.dataDir, file));
        await press(id);
        await expect(page.getByText(/^Выгружено чеков/)).toContainText(file);
      }
    });
    await press('newReceipt');
    await expect(screen.written).toBeHidden();
    // Any other key of the keymap opens something in front of the sale.
    rest ??= IDS.filter((id) => !pressed.has(id) && !BESIDE.includes(id) && id !== OF_TOKEN);
    for (const id of rest) {
      await press(id);
      await expect(screen.dialog).toBeVisible();
      await press('dismiss');
      await expect(screen.dialog).toBeHidden();
    }
  }
  await till.close();
  await keyboard.close();
});

test('every key for what stands beside the till, or goes wrong there, does what it is for', {
  tag: ['@ui', '@printing', '@ecs', '@hardening'],
}, async () => {
  test.setTimeout(180_000);
  const keyboard = await startTypingScanner();
  const second = await startPrinter();
  const around = await surroundWithEcs(1, {}, (profile) => ({
    ...profile,
    printers: [
      ...(profile.printers ?? []).map((printer) => ({ ...printer, drawerPin: 2 as const })),
      { kind: 'tcp', name: 'Склад', host: second.host, port: second.port },
    ],
  }));
  const till = await openTill(around, keyboard.display);
  const { page, screen, printer } = till;
  const { dialog } = screen;
  const { take, press, pressed } = handsOn(keyboard);
  const benefits = benefitsScreen(page);
  const textSize = () => page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
  const inDoubt = page.getByText(/Слип чека № \d+: неизвестно, напечатан ли\./);
  const waits = page.getByText(/Слип чека № \d+ ждёт печати\./);
  const lastWhole = () => decodeEscPos(printer.jobs.filter(({ whole }) => whole).at(-1)?.bytes ?? new Uint8Array());
  const { faults } = till.maxbonus.control;
  const pay = async () => {
    await till.scan(WATER);
    await expect(screen.lines).toContainText('49,90');
    await press('payCard');
    await expect(dialog.getByRole('button', { name: 'Провести чек' })).toBeVisible();
    await press('confirm');
  };
  const sell = async () => {
    await pay();
    await expect(screen.written).toBeVisible();
  };
  const next = async () => {
    await press('newReceipt');
    await expect(screen.written).toBeHidden();
  };

  for (const hands of EACH_LAYOUT) {
    await take(hands);

    await till.scan(UNKNOWN);
    await expect(page.getByText('Не пробито: 1')).toBeVisible();
    await press('acknowledge');
    await expect(page.getByText('Не пробито: 1')).toBeHidden();

    const usual = await textSize();
    for (const back of ['smaller', 'usualSize'] as const) {
      await press('larger');
      await expect.poll(textSize).toBeGreaterThan(usual);
      await press(back);
      await expect.poll(textSize).toBe(usual);
    }

    await till.scan(CANE_HOLDER, CARD_WITH_PIN);
    await expect(screen.totals).toContainText('1 161,00');
    await press('redeemAll');
    await expect(dialog.getByRole('button', { name: 'Оплатить без списания' })).toBeVisible();
    await press('withoutWriteOff');
    await expect(dialog).toBeHidden();
    await expect(screen.totals).not.toContainText(/−387/);
    await press('payCard');
    await expect(dialog).toContainText('1 161,00');
    await press('confirm');
    await expect(screen.written).toBeVisible();

    await press('drawer');
    await expect.poll(() => lastWhole().commands.map(({ name }) => name)).toContain('ESC p');

    await press('returnGoods');
    await expect(dialog).toContainText(/Чек № \d+/);
    await press('confirm');
    await chooseWhole(page);
    await dialog.getByRole('button', { name: 'Вернуть', exact: true }).click();
    await expect(dialog.getByRole('button', { name: 'Провести возврат' })).toBeEnabled();
    await press('giveBack');
    await expect(page.getByText(/Возврат по чеку № \d+ проведён\./)).toBeVisible();
    await next();

    await till.scan(WATER, CARD_WITHOUT_PIN);
    await expect(screen.customer).toContainText('Анна');
    await press('redeemAll');
    await expect(screen.totals).toContainText(/−\d/);
    faults.add({ kind: 'status', status: 503, operation: 'calculate', times: null });
    await till.scan(WATER);
    await expect(screen.lines).toContainText('99,80');
    await press('payCard');
    await expect(dialog.getByRole('button', { name: 'Убрать и принять' })).toBeVisible();
    await press('withoutService');
    await expect(dialog.getByRole('button', { name: 'Принять чек' })).toBeVisible();
    faults.clear();
    await press('dismiss');
    await press('newReceipt');
    await dialog.getByRole('button', { name: 'Отменить чек' }).click();
    await expect(page.getByText('Чек пуст')).toBeVisible();

    faults.add({ kind: 'refused', message: 'Такой чек уже проведен', operation: 'write', times: null });
    await pay();
    await expect(dialog).toContainText('есть в личном кабинете MaxBonus?');
    await press('isThere');
    await expect(screen.written).toBeVisible();
    faults.clear();
    await next();

    faults.add({ kind: 'html', operation: 'write', times: 2 });
    await pay();
    await expect(dialog).toContainText('есть в личном кабинете MaxBonus?');
    await press('isNotThere');
    await expect(screen.written).toBeVisible();
    await next();

    await printer.setMode('reset');
    await sell();
    await expect(inDoubt).toBeVisible();
    await printer.setMode('normal');
    await press('slipAgain');
    await expect(inDoubt).toBeHidden();
    await expect.poll(() => lastWhole().lines[0]?.text).toContain('КОПИЯ');
    await next();

    await printer.setMode('reset');
    await sell();
    await expect(inDoubt).toBeVisible();
    await press('slipPrinted');
    await expect(inDoubt).toBeHidden();
    await next();

    await printer.setMode('refuse');
    await sell();
    await expect(waits).toBeVisible();
    await press('slipElsewhere');
    expect(
      decodeEscPos((await second.nextJob()).bytes)
        .lines.map(({ text }) => text)
        .join(),
    ).toContain('Чек №');
    await next();

    await sell();
    await expect(waits).toBeVisible();
    await press('slipCancel');
    await expect(page.getByText('Не напечатан: отменён')).toBeVisible();
    await printer.setMode('normal');
    await next();

    await press('benefits');
    await expect(page.getByRole('option').first()).toBeVisible();
    await press('confirm');
    await expect(benefits.card).toBeFocused();
    await press('benefitService');
    await expect(page.getByRole('option').first()).toBeVisible();
    await press('confirm');
    await till.scan(TRAINING_CLIENT_CODES.family);
    await expect(benefits.read).toBeVisible();
    await press('benefitHistory');
    await expect(page.getByRole('region', { name: 'История держателя' })).toBeVisible();
    await press('dismiss');
    await press('photoCompared');
    await expect(benefits.found).toBeVisible();
    await press('benefitDecline');
    await expect(benefits.found).toBeHidden();
    await press('dismiss');
    await expect(screen.field).toBeFocused();
  }
  expect(BESIDE.filter((id) => !pressed.has(id))).toEqual([]);
  await till.close();
  await Promise.all([keyboard.close(), second.close()]);
});

test('the key for a token that was not read has it read again, in every layout', {
  tag: ['@ui', '@settings', '@hardening'],
}, async () => {
  const keyboard = await startTypingScanner();
  const around = await surround(({ maxbonus, ...profile }) => {
    const { token: _, ...rest } = maxbonus ?? { baseUrl: '' };
    return { ...profile, maxbonus: rest };
  });
  const secrets = path.join(around.dataDir, 'secrets.json');
  await writeFile(secrets, '{');
  const till = await openTill(around, keyboard.display);
  const { take, press } = handsOn(keyboard);
  const button = till.page.getByRole('button', { name: 'Прочитать ещё раз' });
  for (const hands of EACH_LAYOUT) {
    await take(hands);
    await writeFile(secrets, '{');
    await press(OF_TOKEN);
    await expect(till.page.getByText('файл secrets.json повреждён или не читается').first()).toBeVisible();
    await rm(secrets);
    await press(OF_TOKEN);
    await expect(till.page.getByText('на этой кассе он не сохранён').first()).toBeVisible();
    await expect(button).toContainText('Ctrl+U');
  }
  await till.close();
  await keyboard.close();
});
