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

test('a bad coupon is a message, not an error, and can be taken away', { tag: '@maxbonus' }, async ({ till }) => {
  const { page, screen } = till;
  await till.scan(WATER);
  await expect(screen.lines).toContainText('49,90');
  await enterPromo(till, 'NOSUCHCODE');
  await expect(page.getByText('Купон не найден в чеке').first()).toBeVisible();
  await expect(screen.totals).toContainText('К оплате');
  await page.getByRole('button', { name: 'Убрать промокод NOSUCHCODE' }).click();
  await expect(page.getByText('Купон не найден в чеке')).toBeHidden();
  await payByCard(page);
  expect(till.maxbonus.control.ledger().receipts).toMatchObject([{ total: 4_990, discount: 0 }]);
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
