import { TRAINING_BARCODES } from '../../app/training/ecs/bank.ts';
import { journalScreen } from '../journal/journal-screen.ts';
import { benefitsScreen, chooseService, test as ecsTest } from '../support/ecs-till.ts';
import { expect, type Till, test } from '../support/till.ts';

const WATER = '4600494000218';
const CANE_HOLDER = '4607001234562';
const CARD_WITH_PIN = '7700001233377001';

/** Tab by tab to the button, as without a mouse. */
async function tabTo({ page }: Till, name: string): Promise<void> {
  const button = page.getByRole('button', { name, exact: true });
  for (let step = 0; step < 100; step++) {
    await page.keyboard.press('Tab');
    if (await button.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab never comes to «${name}»`);
}

test('after a PIN, a Z and a saved setting the keys of what comes next work', {
  tag: ['@ui', '@hardening'],
}, async ({ till }) => {
  const { page, screen, maxbonus } = till;
  const { keyboard } = page;
  await till.scan(WATER, CANE_HOLDER, CARD_WITH_PIN);
  await expect(screen.totals).toContainText('1 210,90');
  // From the button of «Всё» through its PIN.
  await tabTo(till, 'Всё');
  await keyboard.press('Enter');
  await expect(screen.dialog.getByRole('button', { name: 'Отправить ПИН' })).toBeFocused();
  await keyboard.press('Enter');
  await expect.poll(() => maxbonus.control.sms().length).toBe(1);
  await page.getByLabel('ПИН из СМС').fill(maxbonus.control.sms()[0]?.pin ?? '');
  await keyboard.press('Enter');
  await expect(screen.dialog).toBeHidden();
  await expect(screen.field).toBeFocused();
  await keyboard.press('ArrowUp');
  await keyboard.press('*');
  await keyboard.type('2');
  await keyboard.press('Enter');
  await expect(screen.lines).toContainText('99,80');
  // On a button they act as well, with a blank in the field too.
  await keyboard.press(' ');
  await expect(screen.field).toHaveValue(' ');
  await tabTo(till, 'Сертификат');
  await keyboard.press('ArrowDown');
  await keyboard.press('Delete');
  await expect(screen.lines).not.toContainText(CANE_HOLDER);
  // From the button of a dialog back to the field.
  await tabTo(till, 'Сертификат');
  await keyboard.press('Enter');
  await expect(screen.dialog).toBeVisible();
  await keyboard.press('Escape');
  await expect(screen.field).toBeFocused();

  await keyboard.press('F12');
  await expect(page.getByLabel('Получено наличными')).toBeFocused();
  await keyboard.press('Enter');
  await expect(screen.written).toBeVisible();
  await keyboard.press('F3');
  const shifts = page.getByRole('listbox', { name: 'Смены' });
  await expect(shifts).toBeFocused();
  await keyboard.press('F9');
  await expect(screen.dialog.getByRole('button', { name: 'Отмена' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(screen.dialog).toBeHidden();
  await expect(shifts).toBeFocused();
  await keyboard.press('F9');
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /^Смена № 1, Z-отчёт/ })).toBeVisible();
  await expect(shifts).toBeFocused();

  await keyboard.press('Shift+F1');
  const slip = page.getByRole('tab', { name: 'Слип' });
  await slip.click();
  await page.getByRole('checkbox').first().press(' ');
  await tabTo(till, 'Сохранить');
  await keyboard.press('Control+s');
  await expect(page.getByText('Сохранено и уже действует')).toBeVisible();
  await expect(slip).toBeFocused();
});

test('Escape in the journal goes one step back: out of the receipt, then to the sale', {
  tag: ['@ui', '@journal', '@hardening'],
}, async ({ till }) => {
  const { page, screen } = till;
  await till.scan(WATER);
  await expect(screen.lines).toContainText('49,90');
  await page.keyboard.press('F12');
  await page.keyboard.press('Enter');
  await expect(screen.written).toBeVisible();
  await page.keyboard.press('F2');
  const { search, details, rows } = journalScreen(page);
  await expect(rows).toHaveCount(1);
  await expect(details).toContainText('49,90');
  await page.keyboard.press('Enter');
  await expect(details).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(search).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(screen.field).toBeFocused();
});

ecsTest(
  'after a card is read the keyboard is on the photograph, and a second Enter does not say that it was compared',
  {
    tag: ['@ui', '@ecs', '@hardening'],
  },
  async ({ ecsTill: till }) => {
    const { page } = till;
    const { card, compared, read, found } = benefitsScreen(page);
    await chooseService(till, 'вода');
    await card.fill(TRAINING_BARCODES.family);
    await card.press('Enter');
    await page.keyboard.press('Enter');
    await expect(read).toBeVisible();
    await expect(compared).toBeFocused();
    await expect(found).toBeHidden();
  },
);
