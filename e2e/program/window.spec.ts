import path from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { expect, ROOT, test } from '../support/till.ts';

type Answer = { readonly ok: boolean; readonly error?: { readonly code: string } };

test('the page has no Node, no Electron, two functions and a strict policy', { tag: '@ui' }, async ({ till }) => {
  const { page } = till;
  const surface = await page.evaluate(() => ({
    node: typeof Reflect.get(globalThis, 'process') + typeof Reflect.get(globalThis, 'require'),
    bridge: Object.keys(Reflect.get(globalThis, 'workstation')).sort(),
    origin: location.origin,
  }));
  expect(surface).toEqual({ node: 'undefinedundefined', bridge: ['invoke', 'subscribe'], origin: 'app://workstation' });
});

test('nothing on the screen breaks the content policy', { tag: '@ui' }, async ({ till }) => {
  const { page } = till;
  const violations: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) violations.push(message.text());
  });
  await page.reload();
  await till.scan('4600494000218', '7700001110055002');
  await expect(till.screen.customer).toContainText('Анна Петровна С.');
  await page.keyboard.press('Control+Shift+F7');
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(violations).toEqual([]);
  const evaluated = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'globalThis.injected = true';
    document.body.append(script);
    return Reflect.get(globalThis, 'injected') === true;
  });
  expect(evaluated).toBe(false);
});

test('a command with the wrong shape, an unknown one and one from elsewhere are refused', { tag: '@ui' }, async ({
  till,
}) => {
  const ask = (command: string, input: unknown): Promise<Answer> =>
    till.page.evaluate(
      async ([name, value]) => (await Reflect.get(globalThis, 'workstation').invoke(name, value)).answer,
      [command, input] as const,
    );
  for (const [command, input] of [
    ['sale.pay', { due: -1, cash: 0, card: 0 }],
    ['sale.pay', { due: 'all' }],
    ['sale.enter', { text: 'x'.repeat(5000) }],
    ['pin.check', { pin: '12; drop table sale' }],
    ['constructor', {}],
    ['sale.everything', undefined],
  ] as const) {
    expect(await ask(command, input), command).toEqual({ ok: false, error: { code: 'bad-request' } });
  }
  const foreign = await till.app.evaluate(
    async ({ BrowserWindow }, preload) => {
      const stranger = new BrowserWindow({ show: false, webPreferences: { preload } });
      await stranger.loadURL('app://workstation/index.html');
      const answer = await stranger.webContents.executeJavaScript(
        "workstation.invoke('view.current').then(({ answer }) => answer)",
      );
      stranger.destroy();
      return answer;
    },
    path.join(ROOT, 'dist/preload.cjs'),
  );
  expect(foreign).toEqual({ ok: false, error: { code: 'bad-request' } });
});

test('the window does not leave its origin and opens no other', { tag: '@ui' }, async ({ till }) => {
  const { page, app } = till;
  await page.evaluate(() => {
    window.open('https://example.invalid/');
    location.href = 'https://example.invalid/';
  });
  const urls = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((one) => one.webContents.getURL()),
  );
  expect(urls).toEqual(['app://workstation/index.html']);
});

test('killing the page or the device host loses nothing that was shown', { tag: ['@ui', '@scanner'] }, async ({
  till,
}) => {
  const { page, app } = till;
  const table = till.screen.lines;
  await till.scan('4600494000218');
  await expect(table).toContainText('49,90');
  await app.evaluate(({ app: electron }) => {
    const host = electron.getAppMetrics().find((one) => one.type === 'Utility' && one.name === 'device host');
    if (host) process.kill(host.pid, 'SIGKILL');
  });
  await expect(page.getByText('Сканер: перезапуск')).toBeVisible();
  await expect(page.getByText('Сканер: перезапуск')).toBeHidden();
  await expect(page.getByText('Сканер в порядке')).toBeAttached();
  await till.scan('4600494000218');
  await expect(table).toContainText('99,80');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
  await expect.poll(() => crashed(app)).toBe(true);
  await expect(async () => expect(await shownText(app)).toContain('99,80')).toPass();
});

/** What the window shows, asked of the program itself: Playwright's page does not outlive a crash. */
function shownText(app: ElectronApplication): Promise<string> {
  return app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    return !contents || contents.isCrashed() || contents.isLoading()
      ? ''
      : contents.executeJavaScript('document.body.innerText');
  });
}

function crashed(app: ElectronApplication): Promise<boolean | undefined> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.isCrashed());
}
