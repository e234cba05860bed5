import type { ElectronApplication } from '@playwright/test';
import { expect, test } from '../support/till.ts';

/** What the program asked when its window was closed, answered by the place of a button. */
async function closeWindow(app: ElectronApplication, answer: number): Promise<string | undefined> {
  return app.evaluate(async ({ BrowserWindow, dialog }, response) => {
    let asked: string | undefined;
    Object.assign(dialog, {
      showMessageBox: async (_window: unknown, question: { detail: string }) => {
        asked = question.detail;
        return { response, checkboxChecked: false };
      },
    });
    BrowserWindow.getAllWindows()[0]?.close();
    return asked;
  }, answer);
}

const CLOSE = 0;
const STAY = 1;

test('a window is not closed over a held receipt without a question', { tag: ['@journal', '@ui'] }, async ({
  till,
}) => {
  await till.scan('4600494000218');
  await expect(till.screen.lines).toContainText('49,90');
  await till.page.keyboard.press('F5');
  await expect(till.page.getByRole('button', { name: 'Отложено: 1' })).toBeVisible();
  expect(await closeWindow(till.app, STAY)).toContain('Отложено чеков: 1');
  await expect(till.page.getByRole('button', { name: 'Отложено: 1' })).toBeVisible();
  const closed = till.app.waitForEvent('close');
  await closeWindow(till.app, CLOSE).catch(() => {}); // it ends before it can answer
  await closed;
});

test('with nothing unfinished the window closes at once', { tag: ['@journal', '@ui'] }, async ({ till }) => {
  await till.scan('4600494000218');
  await expect(till.screen.lines).toContainText('49,90');
  const closed = till.app.waitForEvent('close');
  await till.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()).catch(() => {});
  await closed;
});
