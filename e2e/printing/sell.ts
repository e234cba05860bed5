import { expect, type Till } from '../support/till.ts';

/** Sells one bottle of water for cash or by card; its slip then goes to the printer. */
export async function sell({ page, screen, scan }: Till, how: 'cash' | 'card' = 'card'): Promise<void> {
  await scan('4600494000218');
  await expect(screen.lines).toContainText('49,90');
  await page.keyboard.press(how === 'cash' ? 'Control+Shift+F7' : 'Control+Shift+F8');
  await page.getByRole('dialog').getByRole('button', { name: 'Провести чек' }).click();
  await expect(screen.written).toBeVisible();
}
