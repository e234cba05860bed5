import { command } from './desk.ts';
import type { Press, Way } from './presses.ts';
import type { Storm } from './storm.ts';
import type { Till } from './till.ts';

/** Presses in one go; between two the button is looked for anew. */
const AT_ONCE = 50;
/** No press takes longer to arrive, ms. */
const LATEST_MS = 2_000;
/** What has come up hears no Enter at first, ms. */
const DEAF_MS = 1_600;

/**
 * Presses a button many times at one place, in the storm: what it sends is counted and refused at the border of the main
 * process, so that the button stays and the till need not be brought back to it. A slip is printed meanwhile. Gives back each
 * press that did not arrive, or arrived twice.
 */
export async function volley(till: Till, storm: Storm, press: Press, ways: readonly Way[], times: number) {
  const { page, app } = till;
  if (!press.sends) throw new Error(`${press.name} sends nothing to be counted`);
  await storm.calm();
  await press.ready(till);
  const button = press.button(page);
  await button.click({ trial: true });
  await page.waitForTimeout(DEAF_MS);
  const wrong: string[] = [];
  for (let done = 0; done < times; done += AT_ONCE) {
    await command(page, 'shift.printX', undefined);
    await button.evaluate((element) => Object.assign(window, { pressed: element }));
    const order = { name: press.sends, ways, first: done, last: Math.min(times, done + AT_ONCE), latestMs: LATEST_MS };
    wrong.push(...(await app.evaluate(pressInMain, { raised: storm.raised, ...order })));
  }
  await storm.calm();
  return wrong;
}

type Order = {
  readonly raised: import('./storm.ts').Raised;
  readonly name: string;
  readonly ways: readonly Way[];
  readonly first: number;
  readonly last: number;
  readonly latestMs: number;
};

/** Runs in the main process, which is told of each press by the same protocol that Playwright speaks, without the way there. */
async function pressInMain(
  { ipcMain, webContents }: typeof import('electron'),
  { raised, name, ways, first, last, latestMs }: Order,
): Promise<string[]> {
  const channel = 'workstation:command';
  const [contents] = webContents.getAllWebContents().filter((one) => one.getType() === 'window');
  // Electron has no other way to what serves a channel.
  const served: unknown = Reflect.get(ipcMain, '_invokeHandlers');
  const serve: unknown = served instanceof Map ? served.get(channel) : undefined;
  if (!contents || typeof serve !== 'function') throw new Error('nobody serves the commands');
  let come = 0;
  let arrived = () => {};
  ipcMain.removeHandler(channel);
  ipcMain.handle(channel, (event, asked: unknown, input: unknown): unknown => {
    if (asked !== name) return serve(event, asked, input);
    come += 1;
    arrived();
    return { answer: { ok: false, error: { code: 'busy' } }, revision: 0 };
  });
  const { debugger: devtools } = contents;
  devtools.attach('1.3');
  const mouse = (type: string, at: object) =>
    devtools.sendCommand('Input.dispatchMouseEvent', { type, ...at, button: 'left', clickCount: 1 });
  const key = (type: string, way: Way) =>
    devtools.sendCommand('Input.dispatchKeyEvent', {
      type,
      ...(way === 'space'
        ? { key: ' ', code: 'Space', windowsVirtualKeyCode: 32 }
        : { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 }),
      ...(type === 'keyDown' && { text: way === 'space' ? ' ' : '\r' }),
    });
  // What was sent to the window before is taken in there: the answer to the press before, and the calm.
  const settled = `workstation.invoke('view.current')`;
  const middle = `(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 }))(pressed.getBoundingClientRect())`;
  const wrong: string[] = [];
  for (let time = first; time < last; time++) {
    const way = ways[time % ways.length] ?? 'mouse';
    const before = come;
    const arrival = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    let end: () => Promise<unknown>;
    if (way === 'mouse') {
      await raised.calm(0);
      const at: { x: number; y: number } = await contents.executeJavaScript(`${settled}.then(() => ${middle})`);
      await mouse('mouseMoved', at);
      await mouse('mousePressed', at);
      await raised.rise(0);
      end = () => mouse('mouseReleased', at);
    } else {
      await raised.rise(0);
      await contents.executeJavaScript(`${settled}.then(() => { ${way === 'space' ? 'pressed.focus()' : ''} })`);
      await key('keyDown', way);
      end = () => key('keyUp', way);
    }
    await raised.pass(1);
    await end();
    const late = setTimeout(() => arrived(), latestMs);
    if (come === before) await arrival;
    clearTimeout(late);
    if (come !== before + 1) wrong.push(`${time}: ${way}, ${come - before} instead of 1`);
  }
  await contents.executeJavaScript(settled);
  await raised.calm(0);
  devtools.detach();
  ipcMain.removeHandler(channel);
  ipcMain.handle(channel, (event, asked: unknown, input: unknown): unknown => serve(event, asked, input));
  return wrong;
}
