import { TRAINING_PROMOS } from '../../app/training/maxbonus/promos.ts';
import { commanded } from '../support/desk.ts';
import { type Network, startNetwork } from '../support/network.ts';
import { test as base, expect, openTill, surround, type Till } from '../support/till.ts';

const WATER = '4600494000218';
const CARD = '7700001110055002';
const BALANCE = 64_000;

const test = base.extend<{ network: Network; till: Till }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
  network: async ({}, use) => {
    const network = await startNetwork();
    await use(network);
    await network.cut();
  },
  till: async ({ network }, use) => {
    const till = await openTill(await surround((profile) => network.through(profile)));
    await expect(till.page.getByText('Сканер в порядке')).toBeAttached();
    await use(till);
    await till.close();
  },
});

async function ringUp(till: Till): Promise<void> {
  await till.scan(WATER, CARD);
  await expect(till.screen.customer).toContainText('Анна Петровна С.');
  await expect(till.screen.totals).toContainText('К оплате');
}

/** The service has just these receipts, and the till nothing more to tell it. */
async function expectDelivered(till: Till, receipts: Record<string, unknown>[]): Promise<void> {
  await expect
    .poll(async () => (await commanded(till.page, 'view.current', undefined)).outbox, { timeout: 30_000 })
    .toEqual({ waiting: 0, dead: 0 });
  expect(till.maxbonus.control.ledger().receipts).toMatchObject(receipts);
}

function balance({ maxbonus }: Till): number | undefined {
  return maxbonus.control.ledger().customers.find(({ phone }) => phone === '79241110055')?.balance;
}

test('a receipt is taken without the service and told to it once it is back', {
  tag: ['@journal', '@maxbonus'],
}, async ({ till, network }) => {
  const { page, screen } = till;
  await ringUp(till);
  await network.cut();
  await till.scan(WATER);
  await expect(screen.lines).toContainText('99,80');
  await page.keyboard.press('Control+Shift+F7');
  await expect(screen.dialog).toContainText('чек принимаем без расчёта');
  await page.getByLabel('Получено наличными').fill('200');
  await page.keyboard.press('Enter');
  await expect(screen.queued).toBeVisible();
  await expect(page.getByRole('region', { name: 'Результат' })).toContainText('100,20');
  expect(await till.nextSlip()).toMatch(/бонусы будут начислены\s+позже/);

  // The next customer does not wait either.
  await till.scan('4680000000017');
  await expect(screen.queued).toBeHidden();
  await expect(page.getByText('Нет связи с MaxBonus: бонусы списать нельзя.')).toBeVisible();
  await network.restore();
  await expectDelivered(till, [{ total: 9_980, accrued: 499 }]);
  expect(balance(till)).toBe(BALANCE + 499);
  await expect(page.getByText('Нет связи с MaxBonus')).toBeHidden();
  // Its slip was the notice: no other comes.
  expect(till.printer.jobs).toHaveLength(1);
});

test('a receipt taken without the service survives a power cut', { tag: ['@journal', '@maxbonus'] }, async ({
  till,
  network,
}) => {
  await ringUp(till);
  await network.cut();
  await till.page.keyboard.press('Control+Shift+F8');
  await till.page.getByRole('dialog').getByRole('button', { name: 'Провести чек' }).click();
  await expect(till.screen.queued).toBeVisible();
  await till.powerCut();
  await network.restore();
  await expectDelivered(till, [{ total: 4_990, accrued: 250 }]);
  expect(balance(till)).toBe(BALANCE + 250);
});

test('what a receipt accrued after its shift was closed stands in the next report', {
  tag: ['@journal', '@printing'],
}, async ({ till, network }) => {
  const { page, screen } = till;
  await ringUp(till);
  await network.cut();
  await page.keyboard.press('Control+Shift+F8');
  await screen.dialog.getByRole('button', { name: 'Провести чек' }).click();
  await expect(screen.queued).toBeVisible();
  await till.nextSlip();
  await page.keyboard.press('F3');
  await page.getByRole('button', { name: 'Закрыть смену (Z)' }).click();
  await expect(screen.dialog).toContainText('Не отправлено: 1');
  await screen.dialog.getByRole('button', { name: 'Закрыть смену' }).click();
  expect(await till.nextSlip()).toMatch(/Z-ОТЧЁТ № 1[\s\S]*Не отправлено чеков\s+1/);
  await network.restore();
  await expectDelivered(till, [{ total: 4_990, accrued: 250 }]);
  await page.getByRole('button', { name: 'Открыть смену' }).click();
  await expect(page.getByText('MaxBonus принял чеки прошлых смен: 1, начислено бонусов 2,50')).toBeVisible();
  await page.getByRole('button', { name: 'Закрыть смену (Z)' }).click();
  await screen.dialog.getByRole('button', { name: 'Закрыть смену' }).click();
  expect(await till.nextSlip()).toMatch(/Z-ОТЧЁТ № 2[\s\S]*Чеков прошлых смен\s+1\s+Начислено по ним\s+2\.50/);
});

test('without the service bonuses, certificates and promo codes are refused with the reason', {
  tag: ['@journal', '@maxbonus'],
}, async ({ till, network }) => {
  const { page, screen } = till;
  await ringUp(till);
  await screen.redemption.fill('10');
  await page.keyboard.press('Enter');
  await expect(screen.totals).toContainText('39,90');
  await network.cut();
  await till.scan(WATER);
  await expect(screen.lines).toContainText('99,80');
  await page.keyboard.press('Control+Shift+F8');
  await expect(screen.dialog).toContainText('При отсутствии интернета бонусы списать нельзя.');
  await page.keyboard.press('Escape');
  await expect(page.getByText('При отсутствии интернета бонусы списать нельзя.')).toBeVisible();
  await page.keyboard.press('F8');
  await expect(screen.dialog).toContainText('Без связи сертификат принять нельзя.');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F9');
  await expect(screen.dialog).toContainText('Без связи промокод не действует.');
  // Typed or scanned: it is refused, and is not on the receipt.
  const refusal = screen.dialog.getByText('Обойдитесь без него или повторите, когда связь вернётся.');
  await screen.dialog.getByLabel('Промокод или купон').fill(TRAINING_PROMOS.coupon.code);
  await page.keyboard.press('Enter');
  await expect(refusal).toBeVisible();
  await till.scan(TRAINING_PROMOS.gift.code);
  await expect(refusal).toBeVisible();
  await expect(page.getByRole('button', { name: /Убрать промокод/ })).toHaveCount(0);
  await page.keyboard.press('Escape');

  // Without the bonuses the receipt is taken.
  await page.keyboard.press('Control+Shift+F8');
  await screen.dialog.getByRole('button', { name: 'Убрать и принять чек без связи' }).click();
  await screen.dialog.getByRole('button', { name: 'Принять чек', exact: true }).click();
  await expect(screen.queued).toBeVisible();
  await network.restore();
  await expectDelivered(till, [{ total: 9_980, redeemed: 0 }]);
});
