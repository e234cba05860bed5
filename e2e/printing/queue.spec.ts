import { expect, test } from '../support/till.ts';
import { sell } from './sell.ts';

test('a slip that the printer confirms is called printed', { tag: '@printing' }, async ({ till }) => {
  await sell(till);
  await expect(till.page.getByText('Напечатан', { exact: true })).toBeVisible();
  expect(await till.nextSlip()).toContain('Чек № 1');
});

test('a slip that the printer does not confirm is not', { tag: '@printing' }, async ({ till }) => {
  till.printer.set({ answers: 'nothing' });
  await sell(till);
  await expect(till.page.getByText('печать не подтверждена')).toBeVisible();
  expect(await till.nextSlip()).toContain('Чек № 1');
});

test('a printer that refuses gets its slip once it is back, once', { tag: '@printing' }, async ({ till }) => {
  const { page, printer } = till;
  await printer.setMode('refuse');
  await sell(till);
  await expect(page.getByText('Принтер: нет связи')).toBeVisible();
  await expect(page.getByText('Очередь 1')).toBeVisible();
  await printer.setMode('normal');
  expect(await till.nextSlip()).toContain('Чек № 1');
  await expect(page.getByText('Очередь 0')).toBeVisible();
  expect(printer.jobs).toHaveLength(1);
});

test('a slip waits for its printer over a power cut', { tag: ['@printing', '@journal'] }, async ({ till }) => {
  await till.printer.setMode('refuse');
  await sell(till);
  await till.powerCut();
  await till.printer.setMode('normal');
  expect(await till.nextSlip()).toContain('Чек № 1');
  expect(till.printer.jobs).toHaveLength(1);
});

test('a slip is printed again as a copy', { tag: '@printing' }, async ({ till }) => {
  await sell(till);
  expect(await till.nextSlip()).not.toContain('КОПИЯ');
  await till.page.getByRole('button', { name: /Повторить слип/ }).click();
  expect(await till.nextSlip()).toContain('КОПИЯ');
});

test('what is shown is what is printed', { tag: ['@printing', '@ui'] }, async ({ till }) => {
  await sell(till);
  const printed = (await till.nextSlip()).trimEnd().split('\n');
  const shown = await till.page.getByRole('region', { name: 'Бонусный слип' }).locator('pre').textContent();
  expect(shown?.trimEnd().split('\n')).toEqual(printed);
});
