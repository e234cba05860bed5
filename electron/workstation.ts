import { randomUUID } from 'node:crypto';
import type { WebContents } from 'electron';
import { catalogue } from '../app/catalogue/catalogue.ts';
import type { View } from '../app/contract/view.ts';
import { problem } from '../app/domain/problem.ts';
import type { Product } from '../app/domain/product.ts';
import { ok } from '../app/domain/result.ts';
import type { JournalDatabase } from '../app/journal/database.ts';
import { type PrintJobs, printJobs } from '../app/journal/print-jobs.ts';
import { returnJournal } from '../app/journal/return-journal.ts';
import { saleJournal } from '../app/journal/sale-journal.ts';
import { Desk } from '../app/sale/desk.ts';
import type { Clock, LoyaltyGateway, ServiceFailure } from '../app/sale/ports.ts';
import type { Sale } from '../app/sale/sale.ts';
import { serviceProblem } from '../app/sale/service-problem.ts';
import { composeView, type Surroundings } from '../app/sale/view.ts';
import type { Profile } from '../app/settings/profile.ts';
import { layOut } from '../printing/layout.ts';
import { PrintQueue } from '../printing/queue.ts';
import { slipComposer } from '../printing/slip/composer.ts';
import { forkDeviceHost } from './device-host/process.ts';
import { Devices } from './devices/devices.ts';
import { GoodsExport } from './goods-export.ts';
import { saleHandlers } from './handlers/sale.ts';
import { pushView, serveCommands } from './ipc.ts';
import { Lights } from './lights.ts';
import type { Log } from './log.ts';
import { mainText } from './text/text.ts';
import type { Training } from './training.ts';
import { watched } from './watched-loyalty.ts';

export type WorkstationParts = {
  readonly profile: Profile;
  /** The emulators that stand in for the services; `null` in a real shop. */
  readonly training: Training | null;
  readonly database: JournalDatabase;
  readonly loyalty: LoyaltyGateway;
  /** Goods that replace the catalogue. */
  readonly goods: readonly Product[] | null;
  readonly clock: Clock;
  readonly log: Log;
};

/** Width of the slip shown on screen when no printer says otherwise. */
const PREVIEW_COLUMNS = 48;

/** No screen shows more often. */
const FRAME_MS = 16;

/** One till put together: desk, journal, devices and the snapshots for its window. */
export class Workstation {
  readonly #parts: WorkstationParts;
  readonly #jobs: PrintJobs;
  readonly #lights: Lights;
  readonly #devices: Devices;
  readonly #queue: PrintQueue;
  readonly #desk: Desk;
  readonly #goodsExport: GoodsExport | null;
  #window: WebContents | null = null;
  #revision = 0;
  #cancelPush: (() => void) | null = null;
  #publishedAt = 0;
  #shown = false;
  #ready = false;

  constructor(parts: WorkstationParts) {
    const { profile, database, clock, log } = parts;
    const text = mainText(profile.language);
    const changed = (): void => this.#publish();
    this.#parts = parts;
    this.#lights = new Lights(changed);
    this.#lights.set({ id: 'maxbonus', kind: 'service', name: 'MaxBonus', state: 'unknown' });
    this.#devices = new Devices(
      profile,
      { scanner: text('device.scanner'), printer: text('device.printer') },
      forkDeviceHost,
      clock,
      this.#lights,
      log,
      {
        scanned: (scan) => this.#desk.scanned(scan),
        warn: (told) => this.#desk.notify('warning', told),
      },
    );
    const goods = catalogue(database);
    if (parts.goods) goods.replace(parts.goods);
    const daily = profile.maxbonus?.sendGoods === 'daily';
    this.#goodsExport = daily ? new GoodsExport(parts.loyalty, goods, clock, log) : null;
    this.#jobs = printJobs(database, clock);
    this.#queue = new PrintQueue(this.#jobs, this.#devices.slipPrinter(), clock, changed);
    this.#desk = new Desk(
      {
        loyalty: watched(parts.loyalty, (failure) => this.#serviceLight(failure)),
        journal: saleJournal(database, clock),
        returns: returnJournal(database, clock),
        goods,
        slips: this.#queue,
        compose: slipComposer(profile),
        clock,
        ids: { next: randomUUID },
      },
      {
        cashier: profile.outlet.cashier,
        codes: profile.codes,
        names: { typedAmount: text('sale.typedAmount'), markup: text('sale.markup') },
      },
      changed,
    );
  }

  /** Serves the window, opens the devices and takes up what was left open when the program last stopped. */
  start(window: WebContents): void {
    this.#window = window;
    serveCommands(
      window,
      { 'view.current': () => ok(this.#current()), ...saleHandlers(this.#desk) },
      {
        answering: () => this.#pushWaiting(),
        defect: (command, error) => this.#parts.log.error('defect', { command, error: String(error) }),
      },
    );
    this.#devices.start();
    this.#queue.wake();
    void this.#desk.start();
    this.#goodsExport?.start();
  }

  stop(): void {
    this.#cancelPush?.();
    this.#window = null;
    this.#devices.stop();
    this.#parts.database.close();
  }

  /** What came up at start and the cashier should know. */
  warn(code: 'secret-not-kept'): void {
    this.#desk.notify('warning', problem(code));
  }

  view(): View {
    const { profile, training } = this.#parts;
    return composeView(this.#desk.state, {
      revision: this.#revision,
      outlet: profile.outlet,
      training: training && { ...training.hints, pin: training.latestPin() },
      lights: this.#lights.list(),
      queue: this.#jobs.waiting(),
      printed: this.#printed(this.#desk.state.sale),
    });
  }

  #printed(sale: Sale): Surroundings['printed'] {
    if (sale.stage.at !== 'written') return null;
    const slip = this.#jobs.slipOf(sale.id);
    const state = this.#jobs.stateOf(sale.id);
    const columns = this.#parts.profile.printers[0]?.columns ?? PREVIEW_COLUMNS;
    return slip && state && { slip: layOut(slip, columns).map((line) => line.text), state };
  }

  /** What a window asks for when it opens; every later snapshot is pushed. */
  #current(): View {
    this.#shown = true;
    this.#noteReady();
    return this.view();
  }

  /** Logs once that the till can be worked with: the window has a snapshot and every scanner is connected. */
  #noteReady(): void {
    const scanners = this.#lights.list().filter(({ kind }) => kind === 'scanner');
    if (this.#ready || !this.#shown || scanners.some(({ state }) => state !== 'ok')) return;
    this.#ready = true;
    this.#parts.log.info('ready', { afterMs: Math.round(performance.now()) });
  }

  /** One snapshot for all that changes within one frame: the first at once, so that a single scan waits for nothing. */
  #publish(): void {
    if (this.#cancelPush) return;
    // Not the wall clock: it may be set back.
    const sinceLast = performance.now() - this.#publishedAt;
    this.#cancelPush = this.#parts.clock.after(Math.max(0, FRAME_MS - sinceLast), () => this.#push());
  }

  /** Sends what a command changed, and gives the revision that shows it. */
  #pushWaiting(): number {
    if (this.#cancelPush) this.#push();
    return this.#revision;
  }

  #push(): void {
    this.#cancelPush?.();
    this.#cancelPush = null;
    this.#publishedAt = performance.now();
    this.#revision += 1;
    if (this.#window) pushView(this.#window, this.view());
    this.#noteReady();
  }

  #serviceLight(failure: ServiceFailure | null): void {
    this.#parts.log.info('maxbonus', { answer: failure?.kind ?? 'ok' });
    const light = { id: 'maxbonus', kind: 'service', name: 'MaxBonus' } as const;
    if (failure) this.#lights.set({ ...light, state: 'down' }, serviceProblem(failure));
    else this.#lights.set({ ...light, state: 'ok' });
  }
}
