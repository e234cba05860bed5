import path from 'node:path';
import { app, BrowserWindow, dialog, Menu, nativeTheme, screen, session } from 'electron';
import type { View } from '../app/contract/view.ts';
import { isOwnPage, START_URL } from './origin.ts';
import type { MainText } from './text/text.ts';
import type { WindowMemory } from './window-memory.ts';
import { type Placing, placeWindow } from './window-place.ts';

/** Smaller than this, in CSS pixels, no till can be worked at. */
const SMALLEST = { width: 640, height: 384 };

const REOPEN_MS = 500;

/** While a window is dragged it moves many times a second; its place is written once it stands. */
const STANDS_MS = 400;

export type WindowParts = {
  /** The whole screen, without a frame. */
  readonly kiosk: boolean;
  readonly memory: Pick<WindowMemory, 'place' | 'keep'>;
};

/**
 * Opens the one window where it stood before: sandboxed, isolated, kept to our own origin. It is empty, and not shown before it has its
 * first page.
 */
export function openWindow({ kiosk, memory }: WindowParts): BrowserWindow {
  Menu.setApplicationMenu(null);
  const placing = placeWindow(memory.place, monitors());
  const window = new BrowserWindow({
    ...openingBounds(placing, kiosk),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    kiosk,
    frame: !kiosk,
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
  if (!kiosk) {
    if (placing.maximised) openMaximised(window, placing);
    rememberPlace(window, memory);
  }
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

/** The monitors there are, the primary one first. */
function monitors(): [Electron.Display, ...Electron.Display[]] {
  const primary = screen.getPrimaryDisplay();
  return [primary, ...screen.getAllDisplays().filter(({ id }) => id !== primary.id)];
}

/** All of the monitor that it may take at once, so that it does where no window manager maximises. */
function openingBounds({ monitor, normal, maximised }: Placing, kiosk: boolean): Electron.Rectangle {
  if (kiosk) return monitor.bounds;
  return maximised ? monitor.workArea : normal;
}

function openMaximised(window: BrowserWindow, { normal }: Placing): void {
  window.maximize();
  // It was created with the bounds of the work area, and would come back to these.
  window.once('unmaximize', () => window.setBounds(normal));
}

/** Keeps where the window stands, each time it has come to a stand: there is no time left for it when power goes. */
function rememberPlace(window: BrowserWindow, memory: WindowParts['memory']): void {
  let stands: NodeJS.Timeout | undefined;
  const keep = (): void => {
    clearTimeout(stands);
    if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return;
    memory.keep({ place: placeOf(window) });
  };
  const moved = (): void => {
    clearTimeout(stands);
    stands = setTimeout(keep, STANDS_MS);
  };
  window.on('move', moved);
  window.on('resize', moved);
  window.on('maximize', moved);
  window.on('unmaximize', moved);
  window.on('close', keep);
}

function placeOf(window: BrowserWindow): NonNullable<WindowMemory['place']> {
  const shown = window.getBounds();
  const { workArea } = screen.getDisplayMatching(shown);
  // Where nothing maximises, a window that takes all there is counts as maximised; Chromium leaves a pixel of it.
  const fills = shown.width >= workArea.width - 1 && shown.height >= workArea.height - 1;
  const normal = window.isMaximized() ? window.getNormalBounds() : shown;
  return { shown, normal, maximised: window.isMaximized() || fills };
}

export type LeavingParts = {
  readonly kiosk: boolean;
  /** False for scripts that nobody watches. */
  readonly asks: boolean;
  readonly unfinished: () => Pick<View, 'outbox' | 'held' | 'sale'>;
  readonly text: MainText;
};

/**
 * Asks whoever closes the window while something is unfinished, and in kiosk mode does not let it be closed but by the program's own
 * button. Only a person closes a window: when the system or a script ends the program, `before-quit` comes first and nothing is asked.
 * @returns what the program's own button does
 */
export function guardLeaving(window: BrowserWindow, { kiosk, asks, unfinished, text }: LeavingParts): () => void {
  let quitting = false;
  let asking = false;
  let wanted = !kiosk;
  app.once('before-quit', () => {
    quitting = true;
  });
  window.on('close', (event) => {
    if (quitting) return;
    const isWanted = wanted;
    wanted = !kiosk;
    if (!isWanted) return event.preventDefault();
    const left = asks ? unfinishedWork(unfinished(), text) : [];
    if (left.length === 0) return;
    event.preventDefault();
    if (asking) return;
    asking = true;
    const buttons = [text('leaving.close'), text('leaving.stay')];
    const question = { message: text('leaving.question'), detail: left.join('\n'), buttons, defaultId: 1, cancelId: 1 };
    void dialog.showMessageBox(window, { type: 'warning', ...question }).then(({ response }) => {
      asking = false;
      if (response === 0) window.destroy();
    });
  });
  return () => {
    wanted = true;
    window.close();
  };
}

/** What stays behind, a line each. */
function unfinishedWork({ outbox, held, sale }: ReturnType<LeavingParts['unfinished']>, text: MainText): string[] {
  const unsent = outbox.waiting + outbox.dead;
  return [
    ...(isInHand(sale) ? [text('leaving.sale', { number: sale.number })] : []),
    ...(unsent > 0 ? [text('leaving.unsent', { count: unsent })] : []),
    ...(held.length > 0 ? [text('leaving.held', { count: held.length })] : []),
  ];
}

/** A customer stands there with this receipt: something is on it, or it is being written. */
function isInHand({ stage, lines, customer, certificates, promo }: View['sale']): boolean {
  if (stage !== 'open') return stage === 'writing' || stage === 'in-doubt';
  return lines.length > 0 || customer !== null || certificates.length > 0 || promo !== null;
}

/** Holds for every page that ever comes up: no permission, no new window, no other address, no download. */
export function forbidLeaving(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.defaultSession.setPermissionCheckHandler(() => false);
  session.defaultSession.on('will-download', (event) => event.preventDefault());
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-navigate', (event) => {
      if (!isOwnPage(event.url)) event.preventDefault();
    });
    // Chromium asks nobody about about:blank: a till that was led away comes back to its page.
    let hasShownTill = false;
    contents.on('did-navigate', (_navigated, url) => {
      if (isOwnPage(url)) hasShownTill = true;
      else if (hasShownTill) void contents.loadURL(START_URL);
    });
    // No policy of a page keeps WebRTC from speaking to others.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
}
