import { kopecks } from '../../app/domain/money.ts';
import { TRAINING_BANK, TRAINING_BARCODES, TRAINING_CLIENT_CODES } from '../../app/training/ecs/bank.ts';
import { benefitsScreen, check, chooseService, expect, openEcsTill, test } from '../support/ecs-till.ts';
import { payByCard } from '../support/screen.ts';

const WATER = '4600494000218';

test('type 1: by keyboard alone from the scanned card to the confirmed service and the cheaper receipt', {
  tag: '@ecs',
}, async ({ ecsTill: till }) => {
  const { page, ecs, maxbonus } = till;
  const benefits = benefitsScreen(page);
  await till.scan(WATER);
  await expect(till.screen.lines).toContainText('49,90');
  await chooseService(till, 'вода');
  await expect(benefits.compared).toBeDisabled();
  await check(till, TRAINING_BARCODES.family);
  await expect(benefits.found).toContainText('Многодетная семья');
  await expect(page.getByLabel('Обычная цена')).toHaveValue('49,90');
  await expect(page.getByLabel('Цена с льготой')).toHaveValue('44,91');
  await page.keyboard.press('Enter');
  await expect(till.screen.lines).toContainText('44,91');
  await expect(page.getByText('Льгота «Многодетная семья»')).toBeVisible();
  expect(ecs.control.ledger().transactions.at(-1)).toMatchObject({ state: 'checked' });
  await payByCard(page);
  expect(await till.nextSlip()).toContain('Чек №');
  expect(await till.nextSlip()).toContain('ЦЕНА С ЛЬГОТОЙ');
  await expect
    .poll(() => ecs.control.ledger().transactions.at(-1))
    .toMatchObject({
      serviceId: 108,
      state: 'confirmed',
      confirmations: 1,
      price: 4990,
      discountedPrice: 4491,
    });
  expect(maxbonus.control.ledger().receipts).toMatchObject([{ total: 4491 }]);
  expect(maxbonus.control.requests().find(({ operation }) => operation === 'write')?.body).toMatchObject({
    items: [{ price: 44.91, qty: 1 }],
  });
});

test('type 2: by СНИЛС, its check digits looked at first; the service has no receipt', { tag: '@ecs' }, async () => {
  const till = await openEcsTill(2);
  const { page, ecs } = till;
  const benefits = benefitsScreen(page);
  await chooseService(till, 'хлеб');
  await page.keyboard.type('111-111-111 46');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Для этой проверки нужен СНИЛС.')).toBeVisible();
  await benefits.card.fill('111-111-111 45');
  await page.keyboard.press('Enter');
  await expect(page.getByText('СНИЛС введён')).toBeVisible();
  await page.keyboard.press('F10');
  await expect(benefits.found).toContainText('Многодетная семья');
  await page.keyboard.press('Enter');
  await expect(benefits.outcome).toContainText('Подтверждено в ЕЦС');
  expect(ecs.control.ledger().transactions.at(-1)).toMatchObject({ state: 'confirmed', price: null });
  await till.close();
});

test('type 3: the price goes with the question, the discount onto the receipt and to MaxBonus', {
  tag: '@ecs',
}, async () => {
  const till = await openEcsTill(3);
  const { page, ecs, maxbonus } = till;
  const benefits = benefitsScreen(page);
  await till.scan(WATER, WATER, WATER, '4680000000017');
  await expect(till.screen.totals).toContainText('156,70');
  await chooseService(till, 'хлеб');
  await page.getByText('Весь чек').click();
  await expect(page.getByLabel('Обычная цена')).toHaveValue('156,70');
  await check(till, TRAINING_CLIENT_CODES.pensioner);
  await expect(benefits.found).toContainText('Инвалид II группы');
  expect(ecs.control.ledger().transactions.at(-1)).toMatchObject({ price: kopecks(15_670) });
  await expect(page.getByLabel('Цена с льготой')).toHaveValue('133,19');
  await page.keyboard.press('Enter');
  await expect(till.screen.totals).toContainText('133,19');
  await payByCard(page);
  const [receipt] = maxbonus.control.ledger().receipts;
  expect(receipt?.total).toBe(13_319);
  expect(ecs.control.requests().map(({ operation }) => operation)).not.toContain('confirm');
  await till.close();
});

test('a benefit that was put on the receipt comes off again', { tag: '@ecs' }, async ({ ecsTill: till }) => {
  const { page } = till;
  await till.scan(WATER);
  await expect(till.screen.lines).toContainText('49,90');
  await chooseService(till, 'вода');
  await check(till, TRAINING_BARCODES.family);
  await expect(benefitsScreen(page).found).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(till.screen.lines).toContainText('44,91');
  await page.getByRole('button', { name: 'Убрать льготу Многодетная семья' }).click();
  await expect(till.screen.lines).not.toContainText('44,91');
  await expect(till.screen.totals).toContainText('49,90');
  await expect(page.getByText('Ждут решения найденные льготы: 1')).toBeVisible();
});

test('the holder’s history is shown by days and pages', { tag: '@ecs' }, async () => {
  const [visit] = TRAINING_BANK.visits;
  if (!visit) throw new Error('nobody went anywhere');
  // The bank counts days in Yakutsk, where the evening of yesterday is today.
  const visits = Array.from({ length: 21 }, (_, place) => ({ ...visit, daysAgo: place + 2 }));
  const till = await openEcsTill(1, {}, { ...TRAINING_BANK, visits });
  const { page } = till;
  await chooseService(till, 'хлеб');
  await till.scan(TRAINING_CLIENT_CODES.family);
  await expect(benefitsScreen(page).read).toBeVisible();
  await page.keyboard.press('F12');
  const history = page.getByRole('region', { name: 'История держателя' });
  await expect(history.getByRole('listitem')).toHaveCount(10);
  await expect(history).toContainText('Художественный музей');
  await page.keyboard.press('PageDown');
  await expect(history).toContainText('2 из 3');
  await page.keyboard.press('PageDown');
  await expect(history.getByRole('listitem')).toHaveCount(1);
  const today = await page.getByLabel('По день').inputValue();
  await page.getByLabel('С дня').fill(today);
  await page.keyboard.press('Enter');
  await expect(history).toContainText('За эти дни ничего нет');
  await page.keyboard.press('Escape');
  await expect(history).toBeHidden();
  await till.close();
});
