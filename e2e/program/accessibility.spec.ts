import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { TRAINING_CLIENT_CODES } from '../../app/training/ecs/bank.ts';
import { benefitsScreen, chooseService, openEcsTill } from '../support/ecs-till.ts';
import { axeFindings, cutOff, loadAxe, outOfReach, showAs, weakPoints } from '../support/measure.ts';
import { pressAway } from '../support/press.ts';
import { chooseWhole, payByCard } from '../support/screen.ts';
import { expect, launch, test } from '../support/till.ts';

/**
 * Every place and every dialog, as it is for who does not see it, for who sees little, and for a finger: axe-core in light and dark,
 * and what axe-core does not measure. At the sizes that tills have, no action may be cut off or out of reach.
 */

const USUAL = { width: 1366, height: 768 };
/** 1280×720 is Full HD at 150 %. */
const TIGHT = [
  { width: 1280, height: 720 },
  { width: 1024, height: 768 },
];

/** Looks at what the page shows: everything that is wrong there fails the test, which goes on to the next place. */
async function looking(page: Page): Promise<(name: string) => Promise<void>> {
  const devtools = await page.context().newCDPSession(page);
  await loadAxe(page);
  return async (name) => {
    // What has just come up takes no press for a moment.
    await page.evaluate(() =>
      Promise.all(
        document
          .getAnimations()
          .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
          .map(({ finished }) => finished),
      ).then(() => {}),
    );
    for (const size of TIGHT) {
      await showAs(devtools, 'light', size);
      expect.soft([...(await cutOff(page)), ...(await outOfReach(page))], `${name} at ${size.width}`).toEqual([]);
    }
    await showAs(devtools, 'light', USUAL);
    expect.soft([...(await cutOff(page)), ...(await outOfReach(page))], `${name} at ${USUAL.width}`).toEqual([]);
    expect.soft([...(await axeFindings(page)), ...(await weakPoints(page))], `${name}, light`).toEqual([]);
    await showAs(devtools, 'dark');
    const contrast = await axeFindings(page, ['color-contrast']);
    expect.soft([...contrast, ...(await weakPoints(page))], `${name}, dark`).toEqual([]);
  };
}

test('every place and every dialog is accessible, in light and dark', { tag: ['@ui', '@hardening'] }, async () => {
  test.setTimeout(240_000);
  const till = await openEcsTill(1);
  const { page, screen, maxbonus } = till;
  const { dialog } = screen;
  const look = await looking(page);
  const back = () => page.keyboard.press('Escape');

  await test.step('the sale', async () => {
    await look('an empty receipt');
    await page.getByRole('button', { name: /^MaxBonus/ }).click();
    await look('a lamp');
    await back();
    await till.scan('4607001234562', '4600494000218', '4601234500043', '7700001233377001');
    await expect(screen.customer).toContainText('Дмитрий Сергеевич И.');
    await look('goods and a customer');
    await page.keyboard.type('482915');
    await page.keyboard.press('Enter');
    await expect(dialog).toBeVisible();
    await look('a question');
    await back();
    await expect(dialog).toBeHidden();
    await screen.field.fill('');
    await page.keyboard.press('*');
    await look('quantity');
    await back();
    await screen.redemption.fill('300');
    await page.keyboard.press('Enter');
    await expect(dialog).toBeVisible();
    await look('PIN, not asked for');
    await dialog.getByRole('button', { name: 'Отправить ПИН' }).click();
    await expect.poll(() => maxbonus.control.sms().length).toBe(1);
    await expect(dialog.getByLabel('ПИН из СМС')).toBeVisible();
    await look('PIN');
    await page.getByLabel('ПИН из СМС').fill(maxbonus.control.sms()[0]?.pin ?? '');
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await page.keyboard.press('F8');
    await look('certificate');
    await dialog.getByLabel('Код сертификата').fill('8800000000000101');
    await dialog.getByRole('button', { name: 'Проверить' }).click();
    await expect(dialog.getByLabel('Оплатить сертификатом')).toBeVisible();
    await look('certificate found');
    await dialog.getByLabel('Оплатить сертификатом').fill('200');
    await dialog.getByRole('button', { name: 'Добавить' }).click();
    await expect(screen.totals).toContainText('200,00');
    if (await dialog.isVisible()) await back();
    await page.keyboard.press('F9');
    await dialog.getByLabel('Промокод или купон').fill('SALE10');
    await look('promo code');
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await look('chips');
    await page.keyboard.press('Control+Alt+F11');
    await expect(dialog).toBeVisible();
    await look('manual discount');
    await back();
    await page.keyboard.press('F4');
    await look('registration');
    await back();
    await page.keyboard.press('Control+F12');
    await expect(dialog).toBeVisible();
    await look('cancelling');
    await back();
    for (const [key, name] of [
      ['F10', 'mixed'],
      ['F8', 'card'],
      ['F7', 'cash'],
    ] as const) {
      await page.keyboard.press(`Control+Shift+${key}`);
      await expect(dialog).toBeVisible();
      await look(name);
      await back();
    }
    await payByCard(page);
    await look('written');
  });

  await test.step('what comes after it', async () => {
    await page.keyboard.press('Control+Shift+F5');
    await expect(dialog).toContainText('Чек № 1');
    await look('return: receipts');
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('button', { name: 'Вернуть', exact: true })).toBeVisible();
    await look('return');
    await back();
    await expect(dialog.getByRole('button', { name: 'Вернуть', exact: true })).toBeHidden();
    if (await dialog.isVisible()) await back();
    await expect(dialog).toBeHidden();
    await page.keyboard.press('Control+F12');
    await till.scan('4600494000218', '7700001110055002');
    await expect(screen.customer).toContainText('Анна Петровна С.');
    await page.keyboard.press('F5');
    await expect(page.getByRole('button', { name: 'Отложено: 1' })).toBeVisible();
    await page.keyboard.press('Shift+F5');
    await expect(dialog.getByRole('option')).toHaveCount(1);
    await look('held receipts');
    await back();
    await page.keyboard.press('F2');
    await expect(page.getByRole('listbox', { name: 'Чеки журнала' }).getByRole('option')).toHaveCount(2);
    await look('journal');
    await page.keyboard.press('Shift+F2');
    await expect(page.getByText('Всё отправлено')).toBeVisible();
    await look('all sent');
    await page.keyboard.press('F3');
    await expect(page.getByRole('button', { name: 'X-отчёт' })).toBeVisible();
    await look('shift');
    await page.getByRole('button', { name: 'Закрыть смену (Z)' }).click();
    await look('closing the shift');
    await back();
  });

  await test.step('benefits', async () => {
    const benefits = benefitsScreen(page);
    await page.keyboard.press('F6');
    await expect(page.getByRole('option').first()).toBeVisible();
    await look('services');
    await back();
    await chooseService(till, 'хлеб');
    await look('no card');
    await till.scan(TRAINING_CLIENT_CODES.family);
    await expect(benefits.read).toBeVisible();
    await page.keyboard.press('F12');
    await expect(page.getByRole('listitem').filter({ hasText: 'Бассейн' }).first()).toBeVisible();
    await look('history');
    await back();
    await page.keyboard.press('F10');
    await expect(benefits.found).toBeVisible();
    await look('benefit found');
  });

  await test.step('settings', async () => {
    await page.keyboard.press('Control+F2');
    await expect(page.getByRole('tab', { name: 'Сканеры' })).toBeFocused();
    await till.scan(']d2010460049400021821kFd3w8?xP1LmZ\u001d93d0Zq', '7700001233377001');
    await expect(page.getByRole('list', { name: 'Последние сканы' }).getByRole('listitem')).toHaveCount(2);
    await look('scanners');
    await page.getByRole('button', { name: 'Памятка' }).click();
    await expect(dialog).toBeVisible();
    await look('scanner advice');
    await back();
    await page.getByRole('tab', { name: 'Принтеры' }).click();
    await page.getByRole('button', { name: 'Сетевой принтер' }).click();
    await page.getByRole('button', { name: 'Сохранить' }).click();
    await expect(page.getByText('Заполните')).toBeVisible();
    await look('printers');
    await page.getByRole('tab', { name: 'Слип' }).click();
    await look('slip');
    await back();
    await expect(dialog).toContainText('не сохранили');
    await look('leaving the settings');
    await dialog.getByRole('button', { name: 'Не сохранять' }).click();
  });

  await test.step('trouble', async () => {
    await till.scan('4607001234562', '7700001110055002');
    await expect(screen.customer).toContainText('Анна Петровна С.');
    maxbonus.control.faults.add({ kind: 'drop-after-commit', operation: 'write' });
    maxbonus.control.faults.add({ kind: 'status', status: 503, operation: 'rollback', times: null });
    await page.keyboard.press('Control+Shift+F8');
    await dialog.getByRole('button', { name: 'Провести чек' }).click();
    await expect(dialog.getByRole('button', { name: 'Проверить сейчас' })).toBeVisible();
    await look('a receipt in doubt');
    await dialog.getByRole('button', { name: 'Следующий покупатель' }).click();
    await page.keyboard.press('Shift+F2');
    await expect(page.getByRole('listbox', { name: 'Ждут отправки' }).getByRole('option')).toHaveCount(1);
    await look('not sent');
    await back();
    await maxbonus.close();
    await till.scan('4600494000218');
    await expect(screen.lines).toContainText('49,90');
    await page.keyboard.press('Control+Shift+F7');
    await expect(page.getByLabel('Получено наличными')).toBeVisible();
    await look('paying without the service');
    await back();
    await look('without the service');
  });

  await till.close();
});

test('what is seldom in front is accessible, too: menus, search, what was not sold, and what only a person decides', {
  tag: ['@ui', '@hardening'],
}, async ({ till }) => {
  test.setTimeout(150_000);
  const { page, screen, maxbonus } = till;
  const { dialog } = screen;
  const { faults } = maxbonus.control;
  const look = await looking(page);
  const away = () => pressAway(page, 'Escape', dialog);
  const opened = async (key: string, name: string) => {
    await page.keyboard.press(key);
    await expect(dialog).toBeVisible();
    await look(name);
    await away();
  };

  await test.step('menus and search', async () => {
    for (const key of ['Control+k', 'Control+g', 'Control+l', 'F1', 'Control+f', 'Shift+F3']) await opened(key, key);
    await page.keyboard.press('Shift+Escape');
  });

  await test.step('what was not sold, and a large sum', async () => {
    await till.scan('4607001234500', '4600494000218', '7700001110055002');
    await expect(screen.customer).toContainText('Анна');
    await look('not sold');
    await opened('F12', 'paying without what was not sold');
    await page.keyboard.press('Shift+Escape');
    await page.keyboard.type('150000,00');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: 'Большая сумма' })).toBeVisible();
    await look('a large sum');
    await away();
    await expect(async () => {
      await page.keyboard.press('Escape');
      await expect(screen.field).toHaveValue('', { timeout: 300 });
    }).toPass();
  });

  await test.step('a receipt that the service does not take', async () => {
    await page.keyboard.press('F10');
    await expect(screen.totals).toContainText(/−\d/);
    faults.add({ kind: 'status', status: 503, operation: 'calculate', times: null });
    await till.scan('4600494000218');
    await expect(screen.lines).toContainText('99,80');
    await page.keyboard.press('F12');
    await expect(dialog.getByRole('button', { name: 'Убрать и принять' })).toBeVisible();
    await look('what cannot be had without the service');
    await away();
    faults.clear();
    faults.add({ kind: 'refused', message: 'Доступ запрещён', operation: 'calculate', times: null });
    await page.keyboard.press('F12');
    await dialog.getByRole('button', { name: /Рассчитать заново/ }).click();
    await expect(dialog).toContainText('Доступ запрещён');
    await look('a refused calculation');
    await page.keyboard.press('F10');
    await expect(dialog.getByRole('button', { name: 'Да, продать без MaxBonus' })).toBeVisible();
    await look('selling without the service');
    faults.clear();
    await away();
  });

  await test.step('what only a person finds out', async () => {
    await page.keyboard.press('Control+n');
    await dialog.getByRole('button', { name: 'Отменить чек' }).click();
    await till.scan('4600494000218', '4600494000218');
    await expect(screen.lines).toContainText('99,80');
    faults.add({ kind: 'html', operation: 'write', times: 2 });
    await page.keyboard.press('Control+Enter');
    await dialog.getByRole('button', { name: 'Провести чек' }).click();
    await expect(dialog).toContainText('есть в личном кабинете MaxBonus?');
    await look('a receipt that may be there');
    await dialog.getByRole('button', { name: 'Отменить чек' }).click();
    await look('giving a receipt up');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Shift+Y');
    await expect(screen.written).toBeVisible();
    await page.keyboard.press('Control+r');
    await page.keyboard.press('Enter');
    await chooseWhole(page);
    await dialog.getByRole('button', { name: 'Вернуть', exact: true }).click();
    await expect(dialog.getByRole('button', { name: 'Провести возврат' })).toBeEnabled();
    await look('giving money out');
    faults.add({ kind: 'drop-before', operation: 'returnReceipt' });
    await page.keyboard.press('F12');
    await expect(page.getByText('есть в личном кабинете MaxBonus?')).toBeVisible();
    if (await dialog.isVisible()) await away();
    await look('a return that may be there');
    await page.getByRole('button', { name: 'Позже' }).click();
    await page.keyboard.press('Shift+F2');
    await expect(page.getByRole('button', { name: 'Возврат есть в MaxBonus' })).toBeVisible();
    await look('a return that waits for a person');
    await opened('Control+y', 'it is there');
    await opened('Control+Shift+Y', 'it is not there');
  });

  await test.step('goods of the settings', async () => {
    await page.keyboard.press('Shift+F1');
    await page.getByRole('tab', { name: 'Товары' }).click();
    await look('goods');
  });
});

test('a trainee reaches every action at every size, and goods stay readable at small ones', {
  tag: ['@ui', '@hardening'],
}, async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'till-'));
  const { app, page } = await launch(['--data-dir', dataDir]);
  const devtools = await page.context().newCDPSession(page);
  const field = page.getByLabel('Товар, карта, телефон или сумма');
  const nobody = await placesOfActions(page);
  for (const code of ['4607001234562', '4600494000218', '4601234500043', '7700001233377001']) {
    await field.fill(code);
    await page.keyboard.press('Enter');
    await expect(page.getByText('Ищем').first()).toBeHidden();
  }
  await expect(page.getByRole('region', { name: 'Клиент' })).toContainText('Дмитрий');
  const before = await placesOfActions(page);
  expect(before.map(([, ...place]) => place)).toEqual(nobody.map(([, ...place]) => place));
  await page.getByLabel('Сколько бонусов списать').fill('300');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Отправить ПИН' }).click();
  await expect(page.getByLabel('ПИН из СМС')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Ввести ПИН' })).toBeVisible();
  // What is under the finger stays there when the note comes.
  expect(await placesOfActions(page)).toEqual(before);

  for (const size of [USUAL, ...TIGHT, { width: 1920, height: 1080 }]) {
    await showAs(devtools, 'light', size);
    expect(await outOfReach(page), `at ${size.width}`).toEqual([]);
    expect(await cutOff(page), `at ${size.width}`).toEqual([]);
  }
  // 800×600, a monitor on its side, 1366×768 at 150 % and at 200 %.
  for (const [width, height] of [
    [800, 600],
    [768, 1024],
    [911, 512],
    [683, 384],
  ] as const) {
    await showAs(devtools, 'light', { width, height });
    const letters = await page.locator('.line-table__name').evaluateAll((names) =>
      names.map((name) => {
        const rows = name.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(name).lineHeight);
        return { rows: Math.round(rows), seen: name.getBoundingClientRect().width > 120 };
      }),
    );
    expect(letters.length, `at ${width}`).toBe(3);
    expect(
      letters.every(({ rows, seen }) => rows <= 2 && seen),
      `at ${width}: ${JSON.stringify(letters)}`,
    ).toBe(true);
  }
  await app.close();
  await rm(dataDir, { recursive: true, force: true });
});

function placesOfActions(page: Page): Promise<readonly (readonly [string | null, number, number])[]> {
  return page.locator('.redemption-panel__row button, .action-panel button, .pay-panel button').evaluateAll((buttons) =>
    buttons.map((one) => {
      const { left, top } = one.getBoundingClientRect();
      return [one.textContent, left, top] as const;
    }),
  );
}

test('Ctrl with plus, minus and zero makes the interface larger, smaller and as it was, in any layout, and it is remembered', {
  tag: ['@ui', '@hardening'],
}, async ({ till }) => {
  const letters = () =>
    till.page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
  const press = (code: string, key: string) =>
    till.page.evaluate((init) => document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', init)), {
      code,
      key,
      ctrlKey: true,
      bubbles: true,
      cancelable: true,
    });
  const usual = await letters();
  await till.page.keyboard.press('Control+=');
  await expect.poll(letters).toBeCloseTo(usual * 1.15, 3);
  await press('NumpadAdd', '+');
  await press('Equal', 'ё');
  await expect.poll(letters).toBeCloseTo(usual * 1.5, 3);
  await till.powerCut();
  await expect.poll(letters).toBeCloseTo(usual * 1.5, 3);
  await press('Minus', '-');
  await expect.poll(letters).toBeCloseTo(usual * 1.3, 3);
  await press('Numpad0', 'Insert');
  await expect.poll(letters).toBeCloseTo(usual, 3);
});

test('a scanned good and the new total are told to a screen reader, and the selected row stays in view', {
  tag: ['@ui', '@hardening'],
}, async ({ till }) => {
  const { page, screen } = till;
  const devtools = await page.context().newCDPSession(page);
  const heard = page.getByRole('status', { name: 'Последняя покупка и итог' });
  await till.scan('4600494000218');
  await expect(heard).toHaveText('Вода питьевая негазированная 1,5 л: 1, 49,90. Предварительно 49,90.');
  await till.scan(...Array.from({ length: 9 }, () => '4607001234562'));
  await expect(heard).toContainText('Держатель тростей ДТ-01: 9,');
  const barcodes = [
    '4601234500012',
    '4601234500029',
    '4601234500036',
    '4601234500043',
    '4601234500050',
    '4601234500067',
  ];
  await till.scan(...barcodes, '4601234500074', '4601234500081', '4601234500098', '4601234500104');
  await expect(screen.lines.getByRole('row')).toHaveCount(13);
  for (const size of [
    { width: 1024, height: 700 },
    { width: 1366, height: 768 },
    { width: 800, height: 600 },
  ]) {
    await showAs(devtools, 'light', size);
    await expect(page.locator('tr[aria-current="true"]')).toBeInViewport({ ratio: 0.9 });
  }
});
