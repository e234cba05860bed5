import { TRAINING_CERTIFICATES } from '../../app/training/maxbonus/certificates.ts';
import { TRAINING_PROMOS } from '../../app/training/maxbonus/promos.ts';
import { TRAINING_CODES } from '../../app/training/maxbonus/shop.ts';
import { pressAway } from '../support/press.ts';
import { expect, openTill, surround, test } from '../support/till.ts';

const CANE_HOLDER = '4607001234562';

test('where the shop’s codes have shapes, a scan is what it looks like, and what looks like none is asked about', {
  tag: ['@maxbonus', '@scanner', '@settings'],
}, async () => {
  const till = await openTill(await surround((profile) => ({ ...profile, codes: TRAINING_CODES })));
  const { page, screen } = till;
  await till.scan(CANE_HOLDER, TRAINING_PROMOS.coupon.code);
  await expect(screen.totals).toContainText('1 044,90');
  await till.scan(TRAINING_CERTIFICATES.plain.code);
  await expect(screen.dialog.getByLabel('Оплатить сертификатом')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(screen.dialog).toBeHidden();

  await till.scan('??-UNKNOWN-??');
  await expect(page.getByRole('dialog', { name: 'Что это за код?' })).toBeVisible();
  await pressAway(page, '2', screen.dialog);
  await expect(page.getByText('Сертификат не найден.')).toBeVisible();
  await expect(screen.lines).toContainText('1 290,00');
  await till.close();
});
