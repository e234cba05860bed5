import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { expect, openTill, surround, test } from '../support/till.ts';

type Stands = { readonly bounds: Electron.Rectangle; readonly workArea: Electron.Rectangle; readonly kiosk: boolean };

function stands(app: ElectronApplication): Promise<Stands> {
  return app.evaluate(({ BrowserWindow, screen }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (!window) throw new Error('no window');
    const { workArea } = screen.getPrimaryDisplay();
    return { bounds: window.getBounds(), workArea, kiosk: window.isKiosk() };
  });
}

/** Takes all of the work area; without a window manager Chromium leaves a pixel of it. */
function isWhole({ bounds, workArea }: Stands): boolean {
  return bounds.width >= workArea.width - 1 && bounds.height >= workArea.height - 1;
}

test('the window takes the work area, comes back where it was put, and is found again after absurd numbers', {
  tag: ['@ui', '@hardening'],
}, async () => {
  const around = await surround();
  const file = path.join(around.dataDir, 'window.json');
  const till = await openTill(around);
  const first = await stands(till.app);
  expect(isWhole(first)).toBe(true);

  const put = { x: 40, y: 60, width: 1100, height: 800 };
  await till.app.evaluate(({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds), put);
  // Written once it stands still, not at the end: power may go at any moment.
  await expect(async () => expect(await readFile(file, 'utf8')).toContain('"width":1100')).toPass();
  await till.powerCut();
  expect((await stands(till.app)).bounds).toEqual(put);

  const gone = { x: 90_000, y: -90_000, width: 1100, height: 800 };
  await writeFile(
    file,
    JSON.stringify({ version: 1, place: { shown: gone, normal: gone, maximised: false }, size: 7 }),
  );
  await till.powerCut();
  expect(isWhole(await stands(till.app))).toBe(true);
  await till.close();
});

test('a kiosk takes the whole screen and is closed by its own button only, which asks', {
  tag: ['@ui', '@settings', '@hardening'],
}, async () => {
  const till = await openTill(await surround((profile) => ({ ...profile, window: { kiosk: true, size: 115 } })));
  const { page, app } = till;
  expect((await stands(app)).kiosk).toBe(true);
  await till.scan('4600494000218');
  await expect(till.screen.lines).toContainText('49,90');
  await app.evaluate(({ BrowserWindow, dialog }) => {
    Object.assign(globalThis, { asked: [] });
    Object.assign(dialog, {
      showMessageBox: async (_window: unknown, question: { detail: string }) => {
        Reflect.get(globalThis, 'asked').push(question.detail);
        return { response: Reflect.get(globalThis, 'asked').length === 1 ? 1 : 0, checkboxChecked: false };
      },
    });
    BrowserWindow.getAllWindows()[0]?.close();
  });
  await page.keyboard.press('Control+F2');
  const leave = page.getByRole('button', { name: 'Закрыть программу' });
  await leave.click();
  await expect
    .poll(() => app.evaluate(() => Reflect.get(globalThis, 'asked')))
    .toEqual(['Чек № 1 не закончен. Он останется в программе и откроется при следующем запуске.']);
  // Stayed: the window holds again.
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect(leave).toBeVisible();
  // The window may be gone before the click is reported as done.
  await Promise.all([app.waitForEvent('close'), leave.click().catch(() => undefined)]);
  await till.close();
});
