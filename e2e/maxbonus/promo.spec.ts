import { TRAINING_PROMOS } from '../../app/training/maxbonus/promos.ts';
import { payByCard } from '../support/screen.ts';
import { test as configured, expect, openTill, surround, type Till, test } from '../support/till.ts';

const { coupon, gift } = TRAINING_PROMOS;
const WATER = '4600494000218';

async function enterPromo({ page, screen }: Till, code: string): Promise<void> {
  await page.keyboard.press('F9');
  await screen.dialog.getByLabel('Промокод или купон').fill(code);
  await screen.dialog.getByRole('button', { name: 'Применить' }).click();
  await expect(screen.dialog).toBeHidden();
}

test('scenario 5: a coupon takes its per cent off and goes with the write', { tag: '@maxbonus' }, async ({ till }) => {
  await till.scan(WATER, WATER);
  await expect(till.screen.lines).toContainText('99,80');
  await enterPromo(till, coupon.code);
  await expect(till.screen.totals).toContainText('89,82');
  await expect(till.page.getByText('Купон применён: скидка 10 %')).toBeVisible();
  await payByCard(till.page);
  const write = till.maxbonus.control.requests().find(({ operation }) => operation === 'write');
  expect(write?.body).toMatchObject({ coupon: coupon.code, gift_code: coupon.code });
});

test('scenario 5: a gift code gives its sum', { tag: '@maxbonus' }, async ({ till }) => {
  await till.scan('4607001234562');
  await expect(till.screen.lines).toContainText('1 290,00');
  await enterPromo(till, gift.code);
  await expect(till.screen.totals).toContainText('1 011,00');
});

test('a refused code goes and is told of once; goods are no code; case and layout are repaired', {
  tag: ['@maxbonus', '@scanner', '@hardening'],
}, async ({ till }) => {
  const { page, screen, maxbonus } = till;
  const { dialog } = screen;
  await till.scan(WATER);
  await expect(screen.lines).toContainText('49,90');
  await page.keyboard.press('F9');
  const field = dialog.getByLabel('Промокод или купон');
  await field.fill('NOSUCHCODE');
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('Купон не найден в чеке');
  await expect(screen.totals).toContainText('К оплате');
  await expect(page.getByText('NOSUCHCODE')).toHaveCount(0);

  await till.scan(WATER);
  await expect(dialog).toContainText('товар, а не промокод');
  await expect(screen.totals).toContainText('99,80');
  await field.fill('ыфду10');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Купон применён: скидка 10 %')).toBeVisible();
  await expect(screen.totals).toContainText('89,82');

  // A new one that is refused does not take the one before away.
  await page.keyboard.press('F9');
  await field.fill('NOSUCHCODE');
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('Купон не найден в чеке');
  await page.keyboard.press('Escape');
  await expect(screen.totals).toContainText('89,82');
  await payByCard(page);
  const write = maxbonus.control.requests().find(({ operation }) => operation === 'write');
  expect(write?.body).toMatchObject({ coupon: coupon.code });
});

configured('by setting the code goes into one field only', { tag: ['@maxbonus', '@settings'] }, async () => {
  const till = await openTill(
    await surround((profile) => ({
      ...profile,
      maxbonus: profile.maxbonus && { ...profile.maxbonus, promoField: 'coupon' },
    })),
  );
  await till.scan(WATER);
  await expect(till.screen.lines).toContainText('49,90');
  await enterPromo(till, coupon.code);
  await expect(till.screen.totals).toContainText('44,91');
  const check = till.maxbonus.control.requests().find(({ operation }) => operation === 'calculate');
  expect(check?.body).toMatchObject({ coupon: coupon.code });
  expect(check?.body).not.toMatchObject({ gift_code: coupon.code });
  await till.close();
});
