import { app, type BrowserWindow } from 'electron';
import type { PreparationProgress } from '../app/contract/preparation.ts';
import { pushPreparation } from './ipc.ts';
import { PREPARATION_URL } from './origin.ts';

/** The program's window while its journal is restored or migrated; the till takes it over. */
export class PreparationWindow {
  #window: BrowserWindow | null = null;
  #last: PreparationProgress | null = null;
  readonly #openWindow: () => BrowserWindow;

  /** @param openWindow opens the window, empty */
  constructor(openWindow: () => BrowserWindow) {
    this.#openWindow = openWindow;
  }

  /** Shows how far it is; the first word opens the window. */
  tell(progress: PreparationProgress): void {
    this.#last = progress;
    this.#window ??= this.#open();
    if (!this.#window.isDestroyed()) pushPreparation(this.#window.webContents, progress);
  }

  /** Hands the window over; `null` when nothing had to be told. */
  handOver(): BrowserWindow | null {
    this.#last = null;
    app.off('will-quit', leaveAtOnce);
    return this.#window;
  }

  #open(): BrowserWindow {
    const window = this.#openWindow();
    window.webContents.on('did-finish-load', () => {
      if (this.#last) pushPreparation(window.webContents, this.#last);
    });
    // The till's page may come before this one is there.
    window.loadURL(PREPARATION_URL).catch(() => {});
    app.on('will-quit', leaveAtOnce);
    return window;
  }
}

/** The system would wait for the thread. What it makes counts only once it is whole, so that nothing has to be put in order. */
function leaveAtOnce(): void {
  process.kill(process.pid, 'SIGKILL');
}
