import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { startNetwork } from '../support/network.ts';
import { chooseWhole, giveBack } from '../support/screen.ts';
import { test as configured, expect, openTill, surround, type Till, test } from '../support/till.ts';
import { chooseFile, journalScreen, sell } from './journal-screen.ts';

const WATER = '4600494000218';
const BUTTER = '4601234500043';
const BAG = '4680000000017';
const ANNA = '7700001110055002';
const MARIA = '7700003334466004';

async function sellThree(till: Till): Promise<void> {
  await sell(till, [WATER]);
  await sell(till, [BUTTER, ANNA]);
  await sell(till, [WATER, BAG, MARIA]);
}

test('receipts are found by number and by phone, and shown with all that happened to them', {
  tag: ['@journal', '@ui'],
}, async ({ till }) => {
  const { page } = till;
  const journal = journalScreen(page);
  await sellThree(till);
  await page.keyboard.press('F2');
  await expect(journal.rows).toHaveCount(3);
  await expect(journal.rows.first()).toContainText('···4466');
  await expect(journal.details).toContainText('Чек № 3');
  await expect(journal.details).toContainText('Пакет-майка');

  await page.keyboard.type('005');
  await expect(journal.rows).toHaveCount(1);
  await expect(journal.details).toContainText('Чек № 2');
  await expect(journal.details).toContainText('219,00');
  await expect(journal.details).toContainText('Клиент определён, телефон ···0055');
  await expect(journal.details).toContainText('Проведён: списано 0,00');
  await expect(journal.details).toContainText('Смирнова О. В.');

  // Enter leads into the receipt, digits back into the search.
  await page.keyboard.press('Enter');
  await expect(journal.details).toBeFocused();
  await page.keyboard.type('9');
  await expect(journal.search).toBeFocused();
  await expect(page.getByText('Ничего не найдено')).toBeVisible();
  await page.getByRole('button', { name: 'Показать все чеки' }).click();
  await expect(journal.rows).toHaveCount(3);

  await page.keyboard.press('End');
  await expect(journal.details).toContainText('Чек № 1');
  await expect(journal.rows.last()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowUp');
  await expect(journal.details).toContainText('Чек № 2');
  await page.getByRole('radio', { name: 'Вчера' }).check();
  await expect(page.getByText('Ничего не найдено')).toBeVisible();
  await page.getByRole('radio', { name: 'Сегодня' }).check();
  await expect(journal.rows).toHaveCount(3);
  await page.getByRole('combobox', { name: 'Состояние' }).selectOption('возвращён');
  await expect(page.getByText('Ничего не найдено')).toBeVisible();

  await page.keyboard.press('Escape');
  await expect(till.screen.field).toBeFocused();
});

test('a slip found in the journal is printed again as a copy', { tag: ['@journal', '@printing'] }, async ({ till }) => {
  const { page } = till;
  const journal = journalScreen(page);
  await sellThree(till);
  await page.keyboard.press('F2');
  await page.keyboard.type('1');
  await expect(journal.details).toContainText('Чек № 1');
  await page.keyboard.press('Control+P');
  const copy = await till.nextSlip();
  expect(copy).toContain('КОПИЯ');
  expect(copy).toContain('Чек № 1');
  await expect(page.getByText('Копия отправлена на печать')).toBeVisible();
});

test('a return starts at the receipt found in the journal, which then says so', {
  tag: ['@journal', '@maxbonus'],
}, async ({ till }) => {
  const { page, screen } = till;
  const journal = journalScreen(page);
  await sellThree(till);
  await page.keyboard.press('F2');
  await page.keyboard.type('4466');
  await expect(journal.details).toContainText('Чек № 3');
  await page.keyboard.press('Control+Shift+F5');
  await expect(screen.dialog).toContainText('Чек № 3');
  await chooseWhole(page);
  await screen.dialog.getByLabel('Вернуть: Пакет').fill('0');
  await giveBack(page);
  await expect(page.getByText('Возврат по чеку № 3 проведён.')).toBeVisible();
  await till.nextSlip();

  await page.keyboard.press('F2');
  await expect(journal.rows.first()).toContainText('возвращён частично');
  await expect(journal.details).toContainText('возвращено 1');
  await expect(journal.details).toContainText('Возврат проведён: на карту 49,90');
});

test('the filtered journal is exported as a table and as JSON, or not at all', { tag: '@journal' }, async ({
  till,
}) => {
  const { page, dataDir } = till;
  const journal = journalScreen(page);
  const [table, json] = [path.join(dataDir, 'receipts.csv'), path.join(dataDir, 'receipts.json')];
  await sellThree(till);
  await page.keyboard.press('F2');
  await chooseFile(till, table);
  await page.getByRole('button', { name: 'Выгрузить: CSV' }).click();
  await expect(page.getByText('Выгружено чеков: 3.')).toBeVisible();
  const lines = (await readFile(table, 'utf8')).split('\r\n');
  expect(lines[0]).toMatch(/^\u{feff}Чек №;Дата и время;Состояние;Кассир;/u);
  expect(lines[1]).toMatch(/^3;\d{4}-\d\d-\d\d \d\d:\d\d:\d\d;проведён;Смирнова О\. В\.;\*\*\*4466;/);
  expect(lines).toHaveLength(5);

  await page.keyboard.type('0055');
  await expect(journal.rows).toHaveCount(1);
  await chooseFile(till, json);
  await page.getByRole('button', { name: 'Выгрузить: JSON' }).click();
  await expect(page.getByText('Выгружено чеков: 1.')).toBeVisible();
  expect(JSON.parse(await readFile(json, 'utf8'))).toMatchObject({
    version: 1,
    receipts: [{ number: 2, state: 'written', paid: 21_900, phoneEnding: '0055', lines: [{ price: 21_900 }] }],
  });

  await chooseFile(till, null);
  await page.getByRole('button', { name: 'Выгрузить: CSV' }).click();
  await expect(page.getByText('Найдено: 1')).toBeVisible();
  await chooseFile(till, '/dev/null/receipts.csv');
  await page.getByRole('button', { name: 'Выгрузить: CSV' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Файл не записан: ENOTDIR' })).toBeVisible();
});

test('whoever scans is selling: the sale comes back in front', { tag: ['@journal', '@scanner'] }, async ({ till }) => {
  const { page, screen } = till;
  await page.keyboard.press('F2');
  await expect(page.getByText('Чеков пока нет')).toBeVisible();
  await till.scan('0000000000000');
  await expect(page.getByText('Не найдено')).toBeVisible();
  await expect(journalScreen(page).search).toBeFocused();
  await till.scan(WATER);
  await expect(screen.lines).toContainText('49,90');
  await expect(screen.field).toBeFocused();
});

test('screens are reached from each other by key and by mouse', { tag: '@ui' }, async ({ till }) => {
  const { page, screen } = till;
  const here = page.getByRole('navigation', { name: 'Разделы' }).locator('[aria-current=page]');
  await expect(here).toHaveText('Касса');
  await page.keyboard.press('F3');
  await expect(here).toHaveText('Смена');
  await page.keyboard.press('F2');
  await expect(here).toHaveText('Журнал');
  await page.keyboard.press('Escape');
  await expect(here).toHaveText('Касса');
  await page.getByRole('button', { name: 'Очередь 0' }).click();
  await expect(page.getByText('Всё отправлено')).toBeVisible();
  await page.getByRole('navigation').getByRole('button', { name: 'Касса' }).click();
  await expect(screen.field).toBeFocused();
});

configured(
  'what a service refused waits for a person, who has it sent again or closes it',
  { tag: ['@journal', '@maxbonus'] },
  async () => {
    const network = await startNetwork();
    const till = await openTill(await surround((profile) => network.through(profile)));
    const { page, screen, maxbonus } = till;
    const journal = journalScreen(page);
    await expect(page.getByText('Сканер в порядке')).toBeAttached();
    await till.scan(WATER, ANNA);
    await expect(screen.customer).toContainText('Анна Петровна С.');
    await network.cut();
    for (const { code, sum } of [
      { code: WATER, sum: '99,80' },
      { code: BUTTER, sum: '219,00' },
    ]) {
      await till.scan(code);
      await expect(screen.lines).toContainText(sum);
      await page.keyboard.press('Control+Shift+F8');
      await screen.dialog.getByRole('button', { name: 'Принять чек', exact: true }).click();
      await expect(screen.queued).toBeVisible();
    }
    maxbonus.control.faults.add({ kind: 'refused', message: 'Торговая точка закрыта', operation: 'write', times: 2 });
    await network.restore();
    const queue = page.getByRole('button', { name: 'Очередь 2' });
    await expect(queue).toHaveAttribute('title', /Ждут вашего решения: 2/, { timeout: 30_000 });

    await queue.click();
    await expect(journal.entries).toHaveCount(2);
    await expect(journal.entries.first()).toContainText('нужно решение');
    await expect(page.getByText('Бонусная система не приняла чек № 1: Торговая точка закрыта').first()).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(journal.entries).toHaveCount(1);
    await expect.poll(() => maxbonus.control.ledger().receipts).toHaveLength(1);

    await page.keyboard.press('Delete');
    await expect(screen.dialog).toContainText('останется оплаченным');
    await screen.dialog.getByRole('button', { name: 'Да, закрыть' }).click();
    await expect(page.getByText('Всё отправлено')).toBeVisible();
    await page.keyboard.press('F2');
    await expect(journal.rows.first()).toContainText('без отправки');
    await expect(journal.details).toContainText('Закрыт без отправки');
    expect(maxbonus.control.ledger().receipts).toHaveLength(1);
    await till.close();
  },
);
