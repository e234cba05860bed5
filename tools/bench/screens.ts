import { _electron, expect, type Page } from '@playwright/test';
import { z } from 'zod';
import { startPty } from '../../e2e/support/devices/pty.ts';
import { openTill, surround } from '../../e2e/support/till.ts';
import { moment } from './moment.ts';
import { installWatch } from './page-watch.ts';
import { pause } from './pause.ts';
import { BARE } from './runtime.ts';

/** A window with a table, and a port: each code that arrives there becomes a row. */
export type Screen = {
  /** Sends a code to the port; gives the ms from then on until its row is painted, both by the system's clock. */
  scan(code: string): Promise<number>;
  /** Sends codes as fast as the port takes them; settles when the rows are there. */
  fill(codes: readonly string[]): Promise<void>;
  /** Takes all rows away. */
  clear(): Promise<void>;
  close(): Promise<void>;
};

/** Filling a long table may take this long, ms. */
const LONGEST_FILL_MS = 300_000;
/** In the page: the text of the last row, `undefined` without one. */
const LAST_ROW = "document.querySelector('table')?.lastElementChild.lastElementChild?.textContent";

/** The program with goods that have `codes` as their barcodes, on an empty receipt. */
export async function openProgramScreen(codes: readonly string[]): Promise<Screen> {
  const goods = codes.map((barcode, place) => ({ code: `A-${place}`, barcode, name: `Товар ${barcode}`, price: 49.9 }));
  const till = await openTill(await surround((profile) => ({ ...profile, goods })));
  await expect(till.page.getByText('Сканер в порядке')).toBeAttached();
  return screen(
    till.page,
    (text) => till.scanner.type(text),
    "workstation.invoke('sale.new')",
    () => till.close(),
  );
}

/** The bare window; what it stores goes to `dataDir`. */
export async function openBareScreen(dataDir: string): Promise<Screen> {
  const port = await startPty();
  const app = await _electron.launch({
    cwd: BARE,
    args: ['.', `--port=${port.portPath}`, `--user-data-dir=${dataDir}`],
  });
  const page = await app.firstWindow();
  const close = async () => {
    await app.close();
    await port.close();
  };
  return screen(page, port.type, "document.querySelector('tbody').replaceChildren()", close);
}

async function screen(
  page: Page,
  type: (text: string) => Promise<void>,
  clearing: string,
  close: Screen['close'],
): Promise<Screen> {
  await installWatch(page);
  const rows = page.locator('tbody tr');
  return {
    async scan(code) {
      await pause();
      await page.evaluate(`watchFor(() => ${LAST_ROW}?.includes('${code}'))`);
      const sentAt = moment();
      await type(`${code}\r`);
      return z.number().parse(await page.evaluate('whenPainted')) - sentAt;
    },
    async fill(codes) {
      await type(codes.map((code) => `${code}\r`).join(''));
      await expect(rows).toHaveCount(codes.length, { timeout: LONGEST_FILL_MS });
    },
    async clear() {
      await page.evaluate(clearing);
      await expect(rows).toHaveCount(0);
    },
    close,
  };
}
