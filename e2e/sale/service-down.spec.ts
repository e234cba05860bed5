import { expect, test } from '../support/till.ts';

const WATER = '4600494000218';

const cases = [
  [{ kind: 'unauthorized' }, 'Бонусная система не приняла ключ торговой точки.'],
  [{ kind: 'throttled', retryAfter: '7' }, 'Повторите через 7 с.'],
  [{ kind: 'status', status: 500 }, 'В бонусной системе сбой.'],
  [{ kind: 'refused', message: 'Касса не зарегистрирована' }, 'Касса не зарегистрирована'],
  [{ kind: 'html' }, 'Ответ бонусной системы не удалось прочитать.'],
  [{ kind: 'truncated' }, 'бонусн'],
  [{ kind: 'wrong-types' }, 'Ответ бонусной системы не удалось прочитать.'],
  [{ kind: 'huge' }, 'Ответ бонусной системы не удалось прочитать.'],
  [{ kind: 'latency', ms: 5_000 }, 'Бонусная система не ответила вовремя.'],
] as const;

test('every failure of the service is one sentence, and the receipt stays as it was', {
  tag: ['@maxbonus', '@sale'],
}, async ({ till }) => {
  const { page, maxbonus } = till;
  await till.scan(WATER);
  const table = till.screen.lines;
  await expect(table).toContainText('49,90');
  for (const [fault, sentence] of cases) {
    await test.step(fault.kind, async () => {
      maxbonus.control.faults.add({ ...fault, operation: 'calculate' });
      await page.getByRole('button', { name: /Рассчитать/ }).click();
      await expect(page.getByRole('alert').filter({ hasText: sentence })).toBeVisible();
      await expect(table).toContainText('49,90');
      maxbonus.control.faults.clear();
    });
  }
  await page.getByRole('button', { name: /Рассчитать/ }).click();
  await expect(page.getByRole('main').getByRole('alert')).toBeHidden();
});

test('bare answers without the envelope are understood', { tag: '@maxbonus' }, async ({ till }) => {
  const { maxbonus } = till;
  maxbonus.control.faults.add({ kind: 'bare', operation: 'all', times: null });
  await till.scan(WATER, '7700001110055002');
  await expect(till.screen.customer).toContainText('Анна Петровна С.');
});

test('a service that is not there at all is said so', { tag: ['@maxbonus', '@sale'] }, async ({ till }) => {
  const { page, maxbonus } = till;
  await till.scan(WATER);
  await expect(till.screen.lines).toContainText('49,90');
  await maxbonus.close();
  await page.keyboard.press('Control+Shift+F7');
  await expect(till.screen.dialog).toContainText('Нет связи с MaxBonus: чек принимаем без расчёта');
  await page.keyboard.press('Escape');
  await expect(page.getByText('Нет связи с бонусной системой.')).toBeVisible();
});
