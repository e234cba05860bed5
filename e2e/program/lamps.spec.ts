import type { ProfileInput } from '../../app/settings/profile.ts';
import { journalScreen } from '../journal/journal-screen.ts';
import { payByCard } from '../support/screen.ts';
import { expect, openTill, surround, type Till, test } from '../support/till.ts';

const NOWHERE = { kind: 'tcp', host: '127.0.0.1', port: 1 } as const;

function withThreePrinters(profile: ProfileInput): ProfileInput {
  const first = (profile.printers ?? []).map((printer) => ({ ...printer, name: 'Слипы' }));
  return { ...profile, printers: [...first, { ...NOWHERE, name: 'Склад' }, { ...NOWHERE, name: 'Запасной' }] };
}

function printersOf({ page }: Till) {
  const lamps = page.getByRole('list', { name: 'Состояние служб и устройств' });
  return {
    lamp: lamps.getByRole('button', { name: 'Принтеры' }),
    details: page.getByRole('list', { name: 'Принтеры' }),
  };
}

test('three printers share a lamp; pressed, it tells of each and what to do', {
  tag: ['@ui', '@printing'],
}, async () => {
  const till = await openTill(await surround(withThreePrinters));
  const { page, screen } = till;
  const { lamp, details } = printersOf(till);
  await expect(lamp).toHaveText('Принтеры 3 проверены не все');
  await till.printer.setMode('refuse');
  await till.scan('4600494000218');
  await expect(screen.lines).toContainText('49,90');
  await payByCard(page);
  await expect(lamp).toHaveText('Принтеры 2 из 3');

  await screen.field.fill('12');
  await lamp.click();
  await expect(details.getByRole('listitem')).toHaveText([
    'Слипы: нет связиНет связи с принтером. Проверьте питание и кабель. Слип напечатается, когда связь вернётся.',
    'Склад: не проверен',
    'Запасной: не проверен',
  ]);
  await expect(screen.field).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(details).toBeHidden();
  await expect(screen.field).toHaveValue('12');
  await page.keyboard.press('Escape');
  await expect(screen.field).toHaveValue('');
  await till.close();
});

test('without a mouse the details come by Enter, and go with the place', { tag: ['@ui', '@printing'] }, async () => {
  const till = await openTill(await surround(withThreePrinters));
  const { page } = till;
  const { lamp, details } = printersOf(till);
  await expect(lamp).toBeVisible();
  for (let presses = 0; !(await lamp.evaluate((one) => one === document.activeElement)); presses += 1) {
    expect(presses).toBeLessThan(10);
    await page.keyboard.press('Shift+Tab');
  }
  await page.keyboard.press('Enter');
  await expect(details.getByRole('listitem')).toHaveCount(3);
  await page.keyboard.press('Escape');
  await expect(details).toBeHidden();
  await expect(lamp).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(details).toBeVisible();
  await page.keyboard.press('F2');
  await expect(journalScreen(page).search).toBeVisible();
  await expect(details).toBeHidden();
  await till.close();
});
