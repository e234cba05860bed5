import { randomUUID } from 'node:crypto';
import type { WebContents } from 'electron';
import { catalogue } from '../app/catalogue/catalogue.ts';
import type { Light, View } from '../app/contract/view.ts';
import type { Problem } from '../app/domain/problem.ts';
import type { Product } from '../app/domain/product.ts';
import { ok, type Result } from '../app/domain/result.ts';
import type { Scan } from '../app/domain/scan.ts';
import type { SlipDocument } from '../app/domain/slip.ts';
import type { JournalWriter } from '../app/journal/connection.ts';
import { dayOf } from '../app/journal/file/names.ts';
import { openJournal } from '../app/journal/journal.ts';
import { type PrintJobs, printJobs } from '../app/journal/print-jobs.ts';
import type { JournalWorker } from '../app/journal/worker/journal-worker.ts';
import { benefitProblem } from '../app/sale/benefits/benefit-problem.ts';
import type { BenefitFailure } from '../app/sale/benefits/ports.ts';
import { Desk } from '../app/sale/desk.ts';
import type { Clock, LoyaltyGateway, ServiceFailure } from '../app/sale/ports.ts';
import { CodeReader } from '../app/sale/readings.ts';
import type { OfflinePolicy } from '../app/sale/receipt-writer.ts';
import type { Sale } from '../app/sale/sale.ts';
import { serviceProblem } from '../app/sale/service-problem.ts';
import { composeView, readingView, type Surroundings } from '../app/sale/view.ts';
import type { EcsSettings } from '../app/settings/ecs.ts';
import type { Profile } from '../app/settings/profile.ts';
import type { Setup } from '../app/settings/setup.ts';
import { layOut } from '../printing/layout.ts';
import { PrintQueue } from '../printing/queue.ts';
import { type Composer, slipComposer } from '../printing/slip/composer.ts';
import { forkDeviceHost } from './device-host/process.ts';
import { Devices } from './devices/devices.ts';
import { wedgeFor } from './devices/wedge.ts';
import { GoodsExport } from './goods-export.ts';
import { benefitHandlers } from './handlers/benefit.ts';
import { type JournalParts, journalHandlers } from './handlers/journal.ts';
import { outboxHandlers } from './handlers/outbox.ts';
import { printerHandlers } from './handlers/printers.ts';
import { saleHandlers } from './handlers/sale.ts';
import { type SetupHandlerParts, setupHandlers } from './handlers/setup.ts';
import { shiftHandlers } from './handlers/shift.ts';
import { pushView, serveCommands } from './ipc.ts';
import { benefitSettings, lazyEcs } from './lazy-benefits.ts';
import { Lights } from './lights.ts';
import type { Log } from './log.ts';
import { askForFile } from './save-dialog.ts';
import { currentComposer } from './setup/current-composer.ts';
import { ScanTrial } from './setup/scan-trial.ts';
import { TillSetup } from './setup/till-setup.ts';
import { EXPORT_WORDS } from './text/export-words.ts';
import { mainText } from './text/text.ts';
import type { Training } from './training.ts';

export type WorkstationParts = {
  readonly profile: Profile;
  /** The emulators that stand in for the services; `null` in a real shop. */
  readonly training: Training | null;
  readonly database: JournalWriter;
  /** Reads the journal beside the desk's work. */
  readonly worker: JournalWorker;
  readonly loyalty: LoyaltyGateway;
  /** `null` where the till has no ЕЦС. */
  readonly ecs: EcsSettings | null;
  /** Goods that replace the catalogue. */
  readonly goods: readonly Product[] | null;
  /** Keeps a profile as the settings of this till; fails with the system's reason. */
  readonly store: (profile: Profile) => Result<void, string>;
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
  readonly #setup: TillSetup;
  readonly #trial: ScanTrial;
  readonly #goodsExport: GoodsExport | null;
  #composer: Composer;
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
    if (parts.ecs) this.#lights.set({ ...ECS_LIGHT, state: 'unknown' });
    this.#devices = new Devices(
      profile,
      { scanner: text('device.scanner'), printer: text('device.printer') },
      forkDeviceHost,
      clock,
      this.#lights,
      log,
      {
        scanned: (scan) => this.#scanned(scan),
        warn: (told) => this.#desk.notify('warning', told),
      },
    );
    const goods = catalogue(database);
    if (parts.goods) goods.replace(parts.goods);
    const daily = profile.maxbonus?.sendGoods === 'daily';
    this.#goodsExport = daily ? new GoodsExport(parts.loyalty, goods, clock, log) : null;
    this.#jobs = printJobs(database, clock);
    this.#queue = new PrintQueue(this.#jobs, this.#devices.printers, clock, changed);
    this.#composer = slipComposer(profile);
    this.#setup = new TillSetup(profile, {
      store: parts.store,
      isBusy: () => this.#desk.state.busy !== null,
      apply: (setup) => this.#apply(setup),
    });
    const reader = new CodeReader(goods, profile.codes);
    this.#trial = new ScanTrial((scan) => reader.scanned(scan, 'anything').map(readingView), changed);
    const journal = openJournal(database, clock, profile.outlet.cashier);
    this.#desk = new Desk(
      {
        loyalty: parts.loyalty,
        benefits: parts.ecs && lazyEcs(parts.ecs, journal.checkCounts),
        ...journal,
        goods,
        slips: this.#queue,
        compose: currentComposer(() => this.#composer),
        clock,
        ids: { next: randomUUID },
        random: Math.random,
      },
      {
        cashier: profile.outlet.cashier,
        offline: this.#offline,
        codes: profile.codes,
        benefits: parts.ecs && benefitSettings(parts.ecs),
        names: { typedAmount: text('sale.typedAmount'), markup: text('sale.markup') },
      },
      {
        changed,
        loyaltyAnswered: (failure) => this.#serviceLight(failure),
        failed: (error) => log.error('outbox', { error: String(error) }),
        benefitsAnswered: (failure) => this.#benefitLight(failure),
      },
    );
  }

  get #offline(): OfflinePolicy {
    return this.#parts.profile.maxbonus?.offline ?? 'queue';
  }

  /** Serves the window, opens the devices and takes up what was left open when the program last stopped. */
  start(window: WebContents): void {
    this.#window = window;
    serveCommands(
      window,
      {
        'view.current': () => ok(this.#current()),
        ...saleHandlers(this.#desk, this.#devices.printers, (scan) => this.#scanned(scan)),
        ...printerHandlers(this.#queue, this.#devices.printers),
        ...outboxHandlers(this.#desk.pending),
        ...benefitHandlers(this.#desk.benefits),
        ...journalHandlers(this.#journal(window)),
        ...shiftHandlers(this.#desk.shifts),
        ...setupHandlers(this.#setupParts()),
      },
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

  #journal(window: WebContents): JournalParts {
    const { profile, worker, clock } = this.#parts;
    const text = mainText(profile.language);
    return {
      worker,
      slips: this.#queue,
      preview: (slip) => this.#preview(slip),
      askForFile: (ending) => {
        const name = text('export.file', { day: dayOf(clock.now()) });
        return askForFile(window, { title: text('export.title'), name, ending });
      },
      words: EXPORT_WORDS[profile.language],
    };
  }

  #setupParts(): SetupHandlerParts {
    return {
      setup: this.#setup,
      devices: this.#devices,
      printers: this.#devices.printers,
      trial: this.#trial,
      testPage: (printer) => this.#composer.testPage(printer, this.#parts.clock.now()),
    };
  }

  /** Goes over to other devices and slips, without a start. */
  #apply(setup: Setup): void {
    this.#composer = slipComposer(this.#setup.profile);
    const kept = this.#devices.exchange(setup);
    if (kept) this.#queue.renew(kept);
    this.#publish();
  }

  #scanned(scan: Scan): void {
    if (!this.#trial.takes(scan)) this.#desk.scanned(scan);
  }

  stop(): void {
    this.#cancelPush?.();
    this.#window = null;
    this.#desk.stop();
    this.#devices.stop();
  }

  /** What came up at start and the cashier should know. */
  warn(told: Problem): void {
    this.#desk.notify('warning', told);
  }

  view(): View {
    const { profile, training } = this.#parts;
    const lights = this.#lights.list();
    return composeView(this.#desk.state, {
      revision: this.#revision,
      outlet: profile.outlet,
      training: training && { ...training.hints, pin: training.latestPin() },
      lights,
      wedge: wedgeFor(this.#setup.profile.scanners, lights.some(isConnectedScanner)),
      queue: this.#jobs.waiting(),
      drawer: this.#devices.printers.hasDrawer,
      printing: this.#devices.printers.notice(this.#queue.attention()),
      trial: this.#trial.scans,
      queueing: this.#offline === 'queue',
      printed: this.#printed(this.#desk.state.sale),
    });
  }

  #printed(sale: Sale): Surroundings['printed'] {
    if (sale.stage.at !== 'written' && sale.stage.at !== 'queued') return null;
    const slip = this.#jobs.slipOf(sale.id);
    const state = this.#jobs.stateOf(sale.id);
    return slip && state && { slip: this.#preview(slip), state };
  }

  /** A slip as the first printer prints it, line by line. */
  #preview(slip: SlipDocument): string[] {
    const columns = this.#setup.profile.printers[0]?.columns ?? PREVIEW_COLUMNS;
    return layOut(slip, columns).map((line) => line.text);
  }

  /** What a window asks for when it opens; every later snapshot is pushed. */
  #current(): View {
    this.#shown = true;
    this.#trial.listen(false);
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

  #benefitLight(failure: BenefitFailure | null): void {
    this.#parts.log.info('ecs', { answer: failure?.kind ?? 'ok' });
    if (failure) this.#lights.set({ ...ECS_LIGHT, state: 'down' }, benefitProblem(failure));
    else this.#lights.set({ ...ECS_LIGHT, state: 'ok' });
  }

  #serviceLight(failure: ServiceFailure | null): void {
    this.#parts.log.info('maxbonus', { answer: failure?.kind ?? 'ok' });
    const light = { id: 'maxbonus', kind: 'service', name: 'MaxBonus' } as const;
    if (failure) this.#lights.set({ ...light, state: 'down' }, serviceProblem(failure));
    else this.#lights.set({ ...light, state: 'ok' });
  }
}

const ECS_LIGHT = { id: 'ecs', kind: 'service', name: 'ЕЦС' } as const;

function isConnectedScanner({ kind, state }: Light): boolean {
  return kind === 'scanner' && state === 'ok';
}
