import { expect, type Till, test } from '../support/till.ts';

async function sell(till: Till): Promise<void> {
  await till.scan('4600494000218');
  await expect(till.screen.lines).toContainText('49,90');
  await till.page.keyboard.press('Control+Shift+F8');
  await till.page.getByRole('dialog').getByRole('button', { name: 'Провести чек' }).click();
  await expect(till.screen.written).toBeVisible();
}

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
