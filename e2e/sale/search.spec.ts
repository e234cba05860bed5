import { expect, launch, openTill, surround, test } from '../support/till.ts';

test('goods are found by words of their name and added by Enter; menus lead to what stands elsewhere', {
  tag: ['@sale', '@ui', '@hardening'],
}, async ({ till }) => {
  const { page, screen } = till;
  await page.keyboard.press('Control+Shift+F2');
  const dialog = page.getByRole('dialog', { name: 'Поиск товара' });
  await page.keyboard.type('кручен сал');
  await expect(dialog.getByRole('option')).toHaveText(/Сало кручёное/);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(screen.lines).toContainText('Сало кручёное');

  // What was typed before the key is looked for; arrow keys choose.
  await page.keyboard.type('мол');
  await page.keyboard.press('Control+Shift+F2');
  await expect(dialog.getByRole('option')).toHaveText(/Молоко/);
  await page.getByRole('combobox').fill('180');
  await expect(dialog.getByRole('option')).toHaveText(/Масло/);
  await page.getByRole('combobox').fill('нет такого');
  await expect(dialog.getByText('Таких товаров нет.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  for (const [key, name, item] of [
    ['Control+Shift+F11', 'Операции с ККМ', 'Открыть смену'],
    ['Control+Shift+F12', 'Прочие операции', 'Промокод'],
    ['Control+L', 'Отчёты', 'Журнал чеков'],
    ['F1', 'Ещё', 'Настройки'],
  ] as const) {
    await page.keyboard.press(key);
    const menu = page.getByRole('dialog', { name });
    await expect(menu.getByRole('option', { name: item })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(menu).toBeHidden();
  }
  await page.keyboard.press('Control+Shift+F11');
  await page.keyboard.press('1');
  await page.keyboard.press('Control+Shift+F11');
  await expect(page.getByRole('option', { name: 'X-отчёт' })).toBeVisible();
  await page.keyboard.press('1');
  expect(await till.nextSlip()).toContain('X-ОТЧЁТ');
  await page.getByRole('button', { name: 'Прочие операции' }).click();
  await page.getByRole('option', { name: 'Промокод' }).click();
  await expect(page.getByRole('dialog', { name: 'Промокод' })).toBeVisible();
});

test('the page of registration opens outside, by setting only, never in our window', {
  tag: ['@maxbonus', '@settings', '@hardening'],
}, async () => {
  const around = await surround((profile) => ({
    ...profile,
    maxbonus: profile.maxbonus && { ...profile.maxbonus, registrationUrl: 'https://shop.example/join' },
  }));
  const till = await openTill(around);
  const opened = await till.app.evaluateHandle(({ shell }) => {
    const urls: string[] = [];
    shell.openExternal = async (url: string) => void urls.push(url);
    return urls;
  });
  await till.page.keyboard.press('F4');
  await till.page.getByRole('button', { name: 'Открыть в браузере' }).click();
  await expect.poll(() => opened.jsonValue()).toEqual(['https://shop.example/join']);
  expect(till.app.windows()).toHaveLength(1);
  await till.app.close();

  // A till that trains shows a page of the emulator.
  const training = await launch(['--data-dir', `${around.dataDir}/training`]);
  const pages = await training.app.evaluateHandle(({ shell }) => {
    const urls: string[] = [];
    shell.openExternal = async (url: string) => void urls.push(url);
    return urls;
  });
  await training.page.keyboard.press('F4');
  await training.page.getByRole('button', { name: 'Открыть в браузере' }).click();
  await expect.poll(() => pages.jsonValue()).toHaveLength(1);
  const [url = ''] = await pages.jsonValue();
  expect(await (await fetch(url)).text()).toContain('Регистрация покупателя');
  await training.app.close();
  await around.close();
});
