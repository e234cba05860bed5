import { TRAINING_BARCODES } from '../../app/training/ecs/bank.ts';
import type { FaultInput } from '../../app/training/ecs/faults.ts';
import { benefitsScreen, check, chooseService, expect, openEcsTill, test } from '../support/ecs-till.ts';

const FAMILY = TRAINING_BARCODES.family;

const REFUSALS: readonly (readonly [fault: FaultInput, said: string])[] = [
  [{ kind: 'code', code: 1, operation: 'check' }, 'Льготы на эту услугу у держателя карты нет.'],
  [{ kind: 'code', code: 2, operation: 'check' }, 'Держатель с таким кодом или номером не найден.'],
  [{ kind: 'code', code: 5, operation: 'check' }, 'Карта не действует.'],
  [{ kind: 'code', code: 6, operation: 'check' }, 'У ЕЦС нет связи с процессинговым центром.'],
  [{ kind: 'code', code: 7, operation: 'check' }, 'ЕЦС не знает эту организацию или кассу.'],
  [{ kind: 'code', code: 8, operation: 'check' }, 'ЕЦС не знает такой услуги.'],
  [{ kind: 'no-benefits', operation: 'check' }, 'Льготы на эту услугу у держателя карты нет.'],
  [{ kind: 'refused', status: 403, message: 'Адрес не разрешён', operation: 'check' }, 'Адрес не разрешён'],
  [{ kind: 'html', operation: 'check' }, 'Ответ ЕЦС не удалось прочитать.'],
  [{ kind: 'status', status: 500, operation: 'check' }, 'В ЕЦС сбой.'],
  [{ kind: 'throttled', retryAfter: '7', operation: 'check' }, 'Повторите через 7 с.'],
];

test('whatever the ЕЦС says instead of a benefit is told in words, and the next card can be checked', {
  tag: '@ecs',
}, async ({ ecsTill: till }) => {
  const { page, ecs } = till;
  const benefits = benefitsScreen(page);
  await chooseService(till, 'хлеб');
  for (const [fault, said] of REFUSALS) {
    ecs.control.faults.add(fault);
    await check(till, FAMILY);
    await expect(benefits.outcome.getByRole('alert')).toContainText(said);
    await page.keyboard.press('Escape');
    await expect(benefits.card).toBeVisible();
  }
  await check(till, FAMILY);
  await expect(benefits.found).toContainText('Многодетная семья');
  await expect(page.getByText(/Проверок 12, поздно 0, без ответа 4/)).toBeVisible();
});

test('without a token nothing is asked; the card stays, and once the bank is back it is checked', {
  tag: '@ecs',
}, async ({ ecsTill: till }) => {
  const { page, ecs } = till;
  const benefits = benefitsScreen(page);
  await chooseService(till, 'хлеб');
  ecs.control.expireTokens();
  ecs.control.faults.add({ kind: 'status', status: 503, operation: 'token', times: null });
  await check(till, FAMILY);
  await expect(benefits.outcome.getByRole('alert')).toContainText('Нет связи с ЕЦС.');
  await expect(page.getByText('ЕЦС: нет связи')).toBeVisible();
  ecs.control.faults.clear();
  await page.keyboard.press('F10');
  await expect(benefits.found).toContainText('Многодетная семья');
});

test('a slow answer is said to be slow, is taken all the same, and counts as late', { tag: '@ecs' }, async () => {
  const till = await openEcsTill(1, { slowMs: 300 });
  const { page, ecs } = till;
  const benefits = benefitsScreen(page);
  await chooseService(till, 'хлеб');
  ecs.control.faults.add({ kind: 'latency', ms: 1_200, operation: 'check' });
  await check(till, FAMILY);
  await expect(page.getByText('Медленно: ЕЦС отвечает дольше положенного')).toBeVisible();
  await expect(benefits.found).toContainText('Многодетная семья');
  await expect(page.getByText(/Проверок 1, поздно 1/)).toBeVisible();
  await till.close();
});

test('a confirmation whose answer is lost stands at the bank once', { tag: ['@ecs', '@journal'] }, async ({
  ecsTill: till,
}) => {
  const { page, ecs } = till;
  const benefits = benefitsScreen(page);
  await chooseService(till, 'хлеб');
  await check(till, FAMILY);
  await expect(benefits.found).toBeVisible();
  ecs.control.faults.add({ kind: 'drop-after-commit', operation: 'confirm' });
  ecs.control.vary({ repeatedConfirmation: 'refused' });
  await page.keyboard.press('Enter');
  await expect(benefits.outcome).toContainText('Подтверждаем в ЕЦС');
  await expect(benefits.outcome).toContainText('Подтверждено в ЕЦС', { timeout: 15_000 });
  const confirmed = ecs.control
    .ledger()
    .transactions.filter(({ serviceId, state }) => serviceId === 101 && state === 'confirmed');
  expect(confirmed).toHaveLength(1);
});

test('a power cut after the check leaves the decision to the cashier, one during the confirmation leaves it to the program', {
  tag: ['@ecs', '@journal'],
}, async ({ ecsTill: till }) => {
  const { ecs } = till;
  await chooseService(till, 'хлеб');
  await check(till, FAMILY);
  await expect(benefitsScreen(till.page).found).toBeVisible();
  await till.powerCut();
  await expect(till.page.getByText('Ждут решения найденные льготы: 1')).toBeVisible();
  expect(ecs.control.ledger().transactions.at(-1)).toMatchObject({ state: 'checked' });
  await till.page.keyboard.press('F6');
  await expect(benefitsScreen(till.page).found).toContainText('Многодетная семья');
  ecs.control.faults.add({ kind: 'latency', ms: 60_000, operation: 'confirm' });
  await till.page.keyboard.press('Enter');
  await expect.poll(() => ecs.control.ledger().transactions.at(-1)?.state).toBe('confirmed');
  ecs.control.faults.clear();
  await till.powerCut();
  await till.page.keyboard.press('F6');
  await expect(benefitsScreen(till.page).outcome).toContainText('подтверждена');
  expect(ecs.control.ledger().transactions.filter(({ serviceId }) => serviceId === 101)).toMatchObject([
    { state: 'confirmed' },
  ]);
});
