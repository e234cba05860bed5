import { expect, test } from './support/till.ts';

test('scratch', async ({ till }) => {
  const { page, screen } = till;
  const shot = async (name: string) => {
    for (const [w, h] of [[1024, 768], [1366, 768], [1920, 1080]] as const) {
      await till.app.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setContentSize(to.w, to.h), { w, h });
      await expect.poll(() => page.evaluate(() => innerWidth)).toBe(w);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.screenshot({ path: `/tmp/scratch/${name}-${w}-${colorScheme}.png` });
      }
    }
  };
  await page.keyboard.press('Control+F2');
  await expect(page.getByRole('tab', { name: 'Сканеры' })).toBeFocused();
  await till.scan('4600494000218', ']d2010460049400021821kFd3w8?xP1LmZ\u001d93d0Zq', '7700001233377001');
  await expect(page.getByRole('list', { name: 'Последние сканы' }).getByRole('listitem')).toHaveCount(3);
  await shot('scanners');
  await page.getByRole('button', { name: 'Памятка' }).click();
  await expect(screen.dialog).toBeVisible();
  await shot('advice');
  const pdf = await till.app.evaluate(async ({ BrowserWindow }) => {
    const data = await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF({ pageSize: 'A4' });
    return data?.toString('base64') ?? '';
  });
  (await import('node:fs')).writeFileSync('/tmp/scratch/advice.pdf', Buffer.from(pdf, 'base64'));
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'Принтеры' }).click();
  await shot('printers');
  await page.getByRole('button', { name: 'Сетевой принтер' }).click();
  await page.keyboard.press('Control+S');
  await expect(page.getByText('Заполните')).toBeVisible();
  await shot('printers-fault');
  await page.getByRole('tab', { name: 'Слип' }).click();
  await page.getByLabel('Под названием магазина, строка 1').fill('г. Якутск, ул. Ленина, 1');
  await page.getByLabel('QR-код: адрес или текст').fill('https://shop.example/r/{id}');
  await expect(page.getByRole('img', { name: 'QR' })).toBeAttached();
  await shot('slip');
  await page.keyboard.press('Escape');
  await expect(screen.dialog).toContainText('не сохранили');
  await shot('leave');
});
