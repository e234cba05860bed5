import { writeFile } from 'node:fs/promises';
import { decodeEscPos } from '../support/devices/escpos-decoder.ts';
import { readCodes } from '../support/devices/read-codes.ts';
import { grayPixels, slipPicture } from '../support/devices/slip-picture.ts';
import { expect, openTill, surround, test } from '../support/till.ts';

for (const encoder of ['standard', 'escpos'] as const) {
  test(`the shop’s own lines and QR code are on the slip, and a scanner reads the code: encoder ${encoder}`, {
    tag: '@printing',
  }, async () => {
    const around = await surround((profile) => ({
      ...profile,
      printers: profile.printers?.map((printer) => ({ ...printer, columns: 32, qr: 'raster', encoder })),
      slip: {
        header: ['г. Якутск, ул. Ленина, 1'],
        footer: ['Обмен в течение 14 дней'],
        show: { cashier: false },
        qr: { caption: 'Ваш чек:', data: 'https://shop.example/r/{id}?n={number}&s={sum}' },
      },
    }));
    const till = await openTill(around);
    await expect(till.page.getByText('Сканер в порядке')).toBeAttached();
    await till.scan('4600494000218');
    await expect(till.screen.lines).toContainText('49,90');
    await till.page.keyboard.press('Control+Shift+F8');
    await till.page.getByRole('dialog').getByRole('button', { name: 'Провести чек' }).click();
    await expect(till.screen.written).toBeVisible();

    const slip = decodeEscPos((await till.printer.nextJob()).bytes);
    expect(slip.lines.map(({ text }) => text.trim()).filter((text) => text !== '')).toEqual([
      'Магазин "Центральный"',
      'г. Якутск, ул. Ленина, 1',
      expect.stringMatching(/^Касса 2 +Чек № 1$/),
      expect.stringMatching(/^\d{2}\.\d{2}\.\d{4}, \d{2}:\d{2}$/),
      '-'.repeat(32),
      'Вода питьевая негазированная 1,5',
      'л',
      expect.stringMatching(/^1 x 49\.90 +49\.90$/),
      '-'.repeat(32),
      expect.stringMatching(/^Сумма +49\.90$/),
      expect.stringMatching(/^ИТОГ +49\.90$/),
      expect.stringMatching(/^Картой +49\.90$/),
      '-'.repeat(32),
      // The service's own text.
      'Спасибо за покупку. Ждём вас',
      'снова!',
      'Обмен в течение 14 дней',
      'Ваш чек:',
    ]);
    const png = await slipPicture(till.app, slip, 32);
    await writeFile(test.info().outputPath('slip.png'), png);
    const { gray, width } = await grayPixels(till.app, png);
    expect(await readCodes(gray, width)).toEqual([
      { symbology: 'QRCODE', data: expect.stringMatching(/^https:\/\/shop\.example\/r\/[0-9a-f-]{36}\?n=1&s=49\.90$/) },
    ]);
    await till.close();
  });
}
