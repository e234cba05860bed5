import { expect, launch, openTill, surround, test } from '../support/till.ts';

test('the goods of the catalogue are sent to MaxBonus with their groups; when, how many and why not is shown, over restarts', {
  tag: ['@maxbonus', '@settings', '@hardening'],
}, async () => {
  const around = await surround(({ maxbonus, ...profile }) => {
    // By default goods are sent.
    const { sendGoods: _default, ...rest } = maxbonus ?? { baseUrl: '' };
    return { ...profile, maxbonus: rest };
  });
  const { control } = around.maxbonus;
  const till = await openTill(around);
  const { page } = till;
  await expect.poll(() => control.goods().length).toBe(15);
  await expect.poll(() => control.groups()).toContainEqual({ code: '0105', name: 'Напитки и чай', parent: '01' });
  expect(control.goods()).toContainEqual(expect.objectContaining({ code: '00102', group: '0105', price: 49_90 }));

  await page.keyboard.press('Control+F2');
  await page.getByRole('tab', { name: 'Товары' }).click();
  const panel = page.getByRole('region', { name: 'Товары в MaxBonus' });
  await expect(panel).toContainText('Принято товаров15');
  control.faults.add({ kind: 'refused', message: 'Выгрузка запрещена', operation: 'importGoods' });
  await panel.getByRole('button', { name: 'Отправить сейчас' }).click();
  await expect(panel.getByRole('status')).toContainText('Выгрузка запрещена');
  await till.app.close();

  // Without a new profile, within the day: nothing is sent again, and what came of it is still told.
  const sent = control.requests().filter(({ operation }) => operation === 'importGoods').length;
  const again = await launch(['--data-dir', around.dataDir]);
  await again.page.keyboard.press('Control+F2');
  await again.page.getByRole('tab', { name: 'Товары' }).click();
  const kept = again.page.getByRole('region', { name: 'Товары в MaxBonus' });
  await expect(kept.getByRole('status')).toContainText('Выгрузка запрещена');
  expect(control.requests().filter(({ operation }) => operation === 'importGoods')).toHaveLength(sent);
  await again.app.close();
  await around.close();
});
