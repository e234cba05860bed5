import type { ElectronApplication } from '@playwright/test';
import { payByCard } from '../support/screen.ts';
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

test('in the middle of a sale the window asks; written or blank, it closes at once', {
  tag: ['@journal', '@ui', '@hardening'],
}, async ({ till }) => {
  const { page, screen } = till;
  await till.scan('7700001110055002');
  await expect(screen.customer).toContainText('Анна Петровна С.');
  expect(await closeWindow(till.app, STAY)).toContain('Чек № 1 не закончен');
  await till.scan('4600494000218');
  await expect(screen.lines).toContainText('49,90');
  expect(await closeWindow(till.app, STAY)).toContain('Чек № 1 не закончен');
  await expect(screen.lines).toContainText('49,90');
  await payByCard(page);
  const closed = till.app.waitForEvent('close');
  await till.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()).catch(() => {});
  await closed;
});

test('the question about closing has the harmless answer in front', { tag: ['@ui', '@hardening'] }, async ({
  till,
}) => {
  await till.scan('4600494000218');
  await expect(till.screen.lines).toContainText('49,90');
  const asked = await till.app.evaluate(async ({ BrowserWindow, dialog }) => {
    let shown: { buttons: string[]; defaultId: number; cancelId: number } | undefined;
    Object.assign(dialog, {
      showMessageBox: async (_window: unknown, question: NonNullable<typeof shown>) => {
        shown = question;
        return { response: question.cancelId, checkboxChecked: false };
      },
    });
    BrowserWindow.getAllWindows()[0]?.close();
    return shown && [shown.buttons[shown.defaultId], shown.buttons[shown.cancelId]];
  });
  expect(asked).toEqual(['Остаться', 'Остаться']);
});
