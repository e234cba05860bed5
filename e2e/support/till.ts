import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, test as base, type ElectronApplication, expect, type Page } from '@playwright/test';
import type { ProfileInput } from '../../app/settings/profile.ts';
import { TRAINING_GROUPS } from '../../app/training/maxbonus/products.ts';
import { type MaxBonusEmulator, startMaxBonus } from '../../app/training/maxbonus/server.ts';
import { TRAINING_SHOP, trainingGoods } from '../../app/training/maxbonus/shop.ts';
import { decodeEscPos } from './devices/escpos-decoder.ts';
import { type PrinterEmulator, startPrinter } from './devices/printer.ts';
import { type Pty, startPty } from './devices/pty.ts';
import { type SaleScreen, saleScreen } from './screen.ts';

/** The repository's root: `electron .` starts the program from there. */
export const ROOT = path.resolve(import.meta.dirname, '../..');

/** A shop around the program: a loyalty service, a scanner and a printer, all real bytes on loopback. */
export type Surroundings = {
  readonly maxbonus: MaxBonusEmulator;
  readonly scanner: Pty;
  readonly printer: PrinterEmulator;
  readonly dataDir: string;
  readonly profileFile: string;
  close(): Promise<void>;
};

export type Till = Surroundings & {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly screen: SaleScreen;
  /** Sends codes as a scanner does, each ended by CR. */
  scan(...codes: string[]): Promise<void>;
  /** The text of the next slip that comes out of the printer. */
  nextSlip(): Promise<string>;
  /** Kills the program as a power cut would and starts it again on the same data; `signal` ends it otherwise. */
  powerCut(signal?: NodeJS.Signals, whileDown?: () => void): Promise<void>;
};

/** Goods are sent only by tests that are about it: whatever else they say to the service they would be in the way of. */
function profileFor(around: Pick<Surroundings, 'maxbonus' | 'scanner' | 'printer'>): ProfileInput {
  return {
    version: 1,
    outlet: { name: 'Магазин «Центральный»', till: 'Касса 2', cashier: 'Смирнова О. В.' },
    maxbonus: {
      baseUrl: around.maxbonus.url,
      token: around.maxbonus.token,
      timeoutMs: 2_000,
      writeTimeoutMs: 2_000,
      sendGoods: 'never',
    },
    scanners: [{ kind: 'serial', path: around.scanner.portPath }],
    printers: [{ kind: 'tcp', host: around.printer.host, port: around.printer.port }],
    goods: trainingGoods(),
    groups: [...TRAINING_GROUPS],
  };
}

export async function surround(
  change: (profile: ProfileInput) => ProfileInput = (same) => same,
  shop = TRAINING_SHOP,
): Promise<Surroundings> {
  const [maxbonus, scanner, printer, dataDir] = await Promise.all([
    startMaxBonus({ seed: 1, shop }),
    startPty(),
    startPrinter(),
    mkdtemp(path.join(tmpdir(), 'till-')),
  ]);
  const profileFile = path.join(dataDir, 'profile.json');
  await writeFile(profileFile, JSON.stringify(change(profileFor({ maxbonus, scanner, printer }))));
  return {
    maxbonus,
    scanner,
    printer,
    dataDir,
    profileFile,
    async close() {
      await Promise.all([maxbonus.close(), scanner.close(), printer.close()]);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

type Running = { readonly app: ElectronApplication; readonly page: Page };

/** What else the program is started with. */
type With = {
  readonly env?: Readonly<Record<string, string>>;
  /** A script that runs before the program. */
  readonly before?: string;
};

/**
 * Starts the program as an integrator would; `args` come after the application's folder, `display` names another
 * screen.
 */
export async function launch(args: readonly string[], display?: string, extra: With = {}): Promise<Running> {
  const running = await launchWindow(args, display, extra);
  // A question that stands in front has a header of its own.
  await expect(running.page.getByRole('banner').first()).toBeVisible();
  return running;
}

/** The same, whatever the window shows first. */
export async function launchWindow(
  args: readonly string[],
  display?: string,
  { env: more, before }: With = {},
): Promise<Running> {
  const screen = display ?? ownDisplay();
  const env = { ...process.env, ...(screen && { DISPLAY: screen }), ...more };
  const app = await _electron.launch({ cwd: ROOT, args: [...(before ? ['-r', before] : []), '.', ...args], env });
  return { app, page: await app.firstWindow() };
}

/** The screen that tools/display.ts made for this worker, where it made some. */
export function ownDisplay(): string | undefined {
  const { E2E_DISPLAYS, TEST_PARALLEL_INDEX } = process.env;
  return E2E_DISPLAYS?.split(',')[Number(TEST_PARALLEL_INDEX)];
}

export async function openTill(around: Surroundings, display?: string): Promise<Till> {
  const args = ['--data-dir', around.dataDir, '--import-profile', around.profileFile];
  let running = await launch(args, display);
  let scannerSeen = false;
  return {
    ...around,
    get app() {
      return running.app;
    },
    get page() {
      return running.page;
    },
    get screen() {
      return saleScreen(running.page);
    },
    async scan(...codes) {
      // What is scanned before the port is open belongs to nobody.
      if (!scannerSeen)
        await running.page
          .getByText(/Сканер.* в порядке/)
          .first()
          .waitFor({ state: 'attached' });
      scannerSeen = true;
      await around.scanner.type(codes.map((code) => `${code}\r`).join(''));
    },
    async nextSlip() {
      const job = await around.printer.nextJob();
      return decodeEscPos(job.bytes)
        .lines.map((line) => line.text)
        .join('\n');
    },
    async powerCut(signal = 'SIGKILL', whileDown = () => {}) {
      const closed = running.app.waitForEvent('close');
      running.app.process().kill(signal);
      await closed;
      whileDown();
      running = await launch(args, display);
      scannerSeen = false;
    },
    async close() {
      await running.app.close();
      await around.close();
    },
  };
}

/** Playwright's test with a till of its own, its scanner ready. */
export const test = base.extend<{ till: Till }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
  till: async ({}, use) => {
    const till = await openTill(await surround());
    await expect(till.page.getByText('Сканер в порядке')).toBeAttached();
    await use(till);
    await till.close();
  },
});

export { expect };
