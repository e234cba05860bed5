import path from 'node:path';
import { app, BrowserWindow, dialog, Menu, nativeTheme, session } from 'electron';
import type { View } from '../app/contract/view.ts';
import { isOwnUrl } from './origin.ts';
import type { MainText } from './text/text.ts';

/** The smallest screen the sale is laid out for, in CSS pixels. */
const SMALLEST = { width: 1024, height: 700 };

const REOPEN_MS = 500;

/** Opens the one window: sandboxed, isolated, kept to our own origin. It is empty, and not shown before it has its first page. */
export function openWindow(): BrowserWindow {
  Menu.setApplicationMenu(null);
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    useContentSize: true,
    show: false,
    title: app.name,
    // The page's own background, so that the first frame does not flash.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#0f1613' : '#f3f4f1',
    webPreferences: {
      preload: path.join(__dirname, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      // A till's timers must not slow down behind another program's window.
      backgroundThrottling: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  // All that is shown lives in main: a page that died is simply opened again.
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    // Not at once: a page that dies while it loads must not keep the machine busy.
    if (reason !== 'clean-exit') setTimeout(() => !window.isDestroyed() && window.reload(), REOPEN_MS);
  });
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  return window;
}

/**
 * Asks whoever closes the window while something is unfinished. Only a person closes a window: when the system or a script
 * ends the program, `before-quit` comes first and nothing is asked.
 */
export function askBeforeLeaving(
  window: BrowserWindow,
  unfinished: () => Pick<View, 'outbox' | 'held'>,
  text: MainText,
): void {
  let quitting = false;
  let asking = false;
  app.once('before-quit', () => {
    quitting = true;
  });
  window.on('close', (event) => {
    const { outbox, held } = unfinished();
    const unsent = outbox.waiting + outbox.dead;
    if (quitting || unsent + held.length === 0) return;
    event.preventDefault();
    if (asking) return;
    asking = true;
    const left = [
      ...(unsent > 0 ? [text('leaving.unsent', { count: unsent })] : []),
      ...(held.length > 0 ? [text('leaving.held', { count: held.length })] : []),
    ];
    const buttons = [text('leaving.close'), text('leaving.stay')];
    const question = { message: text('leaving.question'), detail: left.join('\n'), buttons, defaultId: 1, cancelId: 1 };
    void dialog.showMessageBox(window, { type: 'warning', ...question }).then(({ response }) => {
      asking = false;
      if (response === 0) window.destroy();
    });
  });
}

/** Holds for every page that ever comes up: no permission, no new window, no other address. */
export function forbidLeaving(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.defaultSession.setPermissionCheckHandler(() => false);
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-navigate', (event) => {
      if (!isOwnUrl(event.url)) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
}
