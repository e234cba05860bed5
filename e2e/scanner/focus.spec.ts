import { expect, test } from '../support/till.ts';

const WATER = '4600494000218';

test('a scan arrives whatever has the focus, and leaves what was typed alone', { tag: '@scanner' }, async ({
  till,
}) => {
  const { page, screen } = till;
  await screen.field.fill('914123');
  await till.scan(WATER);
  await expect(screen.lines).toContainText('49,90');
  await expect(screen.field).toHaveValue('914123');

  await page.getByRole('banner').click();
  await till.scan(WATER);
  await expect(screen.lines).toContainText('99,80');

  for (let step = 0; step < 5; step++) await page.keyboard.press('Tab');
  await till.scan(WATER);
  await expect(screen.lines).toContainText('149,70');
});

test('a scan arrives while the window is hidden', { tag: '@scanner' }, async ({ till }) => {
  const minimize = (minimized: boolean) =>
    till.app.evaluate(({ BrowserWindow }, hidden) => {
      const [window] = BrowserWindow.getAllWindows();
      if (hidden) window?.minimize();
      else window?.restore();
    }, minimized);
  await minimize(true);
  await till.scan(WATER, WATER);
  await minimize(false);
  await expect(till.screen.lines).toContainText('99,80');
});
