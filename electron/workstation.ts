import { randomUUID } from 'node:crypto';
import type { WebContents } from 'electron';
import { catalogue, type WholeCatalogue } from '../app/catalogue/catalogue.ts';
import type { View } from '../app/contract/view.ts';
import { type Problem, problem } from '../app/domain/problem.ts';
import type { Assortment } from '../app/domain/product.ts';
import { ok, type Result } from '../app/domain/result.ts';
import type { Scan } from '../app/domain/scan.ts';
import type { SecretLoss } from '../app/domain/secret-loss.ts';
import type { JournalWriter } from '../app/journal/connection.ts';
import { dayOf } from '../app/journal/file/names.ts';
import { journalGate } from '../app/journal/gate.ts';
import { openJournal } from '../app/journal/journal.ts';
import type { PinSeal } from '../app/journal/pin-seal.ts';
import { printJobs } from '../app/journal/print-jobs.ts';
import type { JournalWorker } from '../app/journal/worker/journal-worker.ts';
import { Desk } from '../app/sale/desk.ts';
import type { Clock, JournalGate, LoyaltyGateway } from '../app/sale/ports.ts';
import { CodeReader } from '../app/sale/readings.ts';
import type { EcsSettings } from '../app/settings/ecs.ts';
import type { Profile } from '../app/settings/profile.ts';
import { PrintQueue } from '../printing/queue.ts';
import { forkDeviceHost } from './device-host/process.ts';
import { Devices } from './devices/devices.ts';
import type { KnownPrinters } from './devices/known-printers.ts';
import { GoodsExport, type GoodsMemory } from './goods-export.ts';
import { benefitHandlers } from './handlers/benefit.ts';
import { goodsHandlers } from './handlers/goods.ts';
import { type JournalParts, journalHandlers } from './handlers/journal.ts';
import { outboxHandlers } from './handlers/outbox.ts';
import { printerHandlers } from './handlers/printers.ts';
import { saleHandlers } from './handlers/sale.ts';
import { shiftHandlers } from './handlers/shift.ts';
import { windowHandlers } from './handlers/window.ts';
import { serveCommands } from './ipc.ts';
import { benefitSettings, lazyEcs } from './lazy-benefits.ts';
import { Lights } from './lights.ts';
import type { Log } from './log.ts';
import { loyaltyRules } from './loyalty-rules.ts';
import { readiness } from './readiness.ts';
import { openOutside } from './registration-page.ts';
import { askForFile } from './save-dialog.ts';
import { ServiceLights } from './service-lights.ts';
import { LiveSetup } from './setup/live-setup.ts';
import type { SetupPorts } from './setup/till-setup.ts';
import { Snapshots } from './snapshots.ts';
import { EXPORT_WORDS } from './text/export-words.ts';
import { mainText } from './text/text.ts';
import { tillView } from './till-view.ts';
import type { Training } from './training.ts';
import type { SecretOwner, Vault } from './vault/vault.ts';
import type { WindowSize } from './window-size.ts';

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
  readonly seal: PinSeal;
  /** Goods that replace the catalogue. */
  readonly goods: Assortment | null;
  /** The profile was imported just now. */
  readonly imported: boolean;
  readonly goodsRuns: GoodsMemory;
  readonly knownPrinters: KnownPrinters;
  readonly window: WindowSize;
  readonly vault: Vault;
  readonly store: SetupPorts['store'];
  /** Looks whether the journal's files are still in their place. */
  readonly look: () => void;
  readonly clock: Clock;
  readonly log: Log;
};

/** Beside the receipt, and not shown by a lamp: kept until somebody has read it. */
const LASTING: ReadonlySet<Problem['code']> = new Set([
  'secret-not-kept',
  'journal-recovered',
  'journal-recovered-in-part',
  'journal-chain-broken',
  'journal-displaced',
  'journal-begun-anew',
  'journal-gone',
  'descriptors-out',
  'scans-missed',
]);

/**
 * Commands that are not kept waiting while the journal is held: they store nothing in it, or wait for it by themselves. A new receipt is
 * among them, for what was scanned meanwhile is for that one.
 */
const NEVER_HELD = /^(?:view|scan|goods|window|drawer)\.|^setup\.(?!save)|^journal\.(?!reprint)|^sale\.(?:expect|new)$/;

/** One till put together: desk, journal, devices and the snapshots for its window. */
export class Workstation {
  readonly #parts: WorkstationParts;
  readonly #devices: Devices;
  readonly #queue: PrintQueue;
  readonly #desk: Desk;
  readonly #setup: LiveSetup;
  readonly #goods: WholeCatalogue;
  readonly #goodsExport: GoodsExport;
  readonly #gate: JournalGate;
  readonly #snapshots: Snapshots;
  readonly #services: ServiceLights;

  constructor(parts: WorkstationParts) {
    const { profile, training, database, loyalty, ecs, vault, clock, log } = parts;
    const { outlet, codes, maxbonus, sums } = profile;
    const text = mainText(profile.language);
    const changed = (): void => this.#snapshots.changed();
    this.#parts = parts;

    const lights = new Lights(changed);
    const ready = readiness(lights, log);
    this.#snapshots = new Snapshots(
      (revision) => tillView(till, revision),
      clock,
      () => {
        ready();
        // All that changed is stored by now, in the file that is open.
        parts.look();
      },
    );
    this.#services = new ServiceLights(lights, log, { hasEcs: ecs !== null });
    const names = { scanner: text('device.scanner'), printer: text('device.printer') };
    this.#devices = new Devices(profile, names, forkDeviceHost, parts.knownPrinters, clock, lights, log, {
      scanned: (scan) => this.#scanned(scan),
      warn: (told) => this.warn(told),
    });
    const goods = catalogue(database);
    this.#goods = goods;
    if (parts.goods) goods.replace(parts.goods);
    const sending = training ? 'training' : (maxbonus?.sendGoods ?? 'never');
    this.#goodsExport = new GoodsExport(sending, { loyalty, goods, memory: parts.goodsRuns, clock, log });

    const gate = journalGate(database, clock, (held) => this.#tellOfHeld(held));
    this.#gate = gate;
    const jobs = printJobs(database, clock);
    this.#queue = new PrintQueue(jobs, gate, this.#devices.printers, clock, changed);
    this.#setup = new LiveSetup({
      profile,
      store: parts.store,
      isBusy: () => this.#desk.state.busy !== null,
      devices: this.#devices,
      queue: this.#queue,
      reader: new CodeReader(goods, codes),
      clock,
      changed,
    });

    const journal = openJournal(database, clock, outlet.cashier, parts.seal);
    const offline = maxbonus?.offline ?? 'queue';
    this.#desk = new Desk(
      {
        loyalty,
        benefits:
          ecs &&
          lazyEcs(
            ecs,
            journal.checkCounts,
            gate,
            (error) => log.error('ecs', { error: String(error) }),
            ({ kind, ...remark }) => log.info(`ecs-${kind}`, remark),
            training ? undefined : vault.key('ecs'),
          ),
        ...journal,
        gate,
        goods,
        slips: this.#queue,
        compose: this.#setup.composer,
        clock,
        ids: { next: randomUUID },
        random: Math.random,
      },
      {
        cashier: outlet.cashier,
        offline,
        returns: maxbonus?.returns ?? 'ask',
        codes,
        loyalty: loyaltyRules(maxbonus, codes.phoneCountry),
        benefits: ecs && benefitSettings(ecs),
        sums: { ...sums, names: { typedAmount: text('sale.typedAmount'), markup: text('sale.markup') } },
      },
      {
        changed,
        loyaltyAnswered: (failure) => this.#services.maxbonusAnswered(failure),
        failed: (error) => log.error('outbox', { error: String(error) }),
        benefitsAnswered: (failure) => this.#services.ecsAnswered(failure),
      },
    );

    const till = {
      outlet,
      training,
      desk: this.#desk,
      lights,
      devices: this.#devices,
      jobs,
      queue: this.#queue,
      setup: this.#setup,
      window: parts.window,
      queueing: offline === 'queue',
      volume: profile.sounds.volume,
      keys: () => vault.notice(),
      registrationPage: this.#registrationUrl() !== null,
      credit: training !== null || profile.payments.credit,
    };
  }

  /**
   * Serves the window, opens the devices and takes up what was left open when the program last stopped.
   * @param leave closes the program, as far as the person is sure
   */
  start(window: WebContents, leave: () => void): void {
    const { printers } = this.#devices;
    this.#snapshots.open(window);
    serveCommands(
      window,
      {
        'view.current': () => {
          // A page that opens anew shows the sale.
          this.#setup.trial.listen(false);
          return ok(this.#snapshots.first());
        },
        ...saleHandlers(
          this.#desk,
          printers,
          (scan) => this.#scanned(scan),
          () => openOutside(this.#registrationUrl()),
        ),
        ...printerHandlers(this.#queue, printers),
        ...outboxHandlers(this.#desk.pending),
        ...benefitHandlers(this.#desk.benefits),
        ...journalHandlers(this.#journal(window)),
        ...shiftHandlers(this.#desk.shifts),
        ...this.#setup.handlers(),
        ...goodsHandlers({ exported: this.#goodsExport, worker: this.#parts.worker, goods: this.#goods }),
        ...windowHandlers({
          size: this.#parts.window,
          leave,
          readKeys: () => this.#parts.vault.readAgain(),
          changed: () => this.#snapshots.changed(),
        }),
      },
      {
        ready: (command) => (NEVER_HELD.test(command) ? null : this.#journalReady()),
        answering: () => this.#snapshots.flush(),
        defect: (command, error) => this.#parts.log.error('defect', { command, error: String(error) }),
      },
    );
    this.#parts.vault.listen({
      changed: (owner, secret) => this.#keyIs(owner, secret),
      warn: (told) => this.warn(told),
    });
    this.#devices.start();
    this.#queue.wake();
    void this.#desk.start();
    this.#goodsExport.start(this.#parts.imported);
  }

  stop(): void {
    this.#snapshots.close();
    this.#parts.vault.stop();
    this.#desk.stop();
    this.#devices.stop();
  }

  /** What the cashier should know beside what the lights show. */
  warn(told: Problem): void {
    if (told.code === 'scan-damaged') this.#desk.codes.damaged();
    else if (LASTING.has(told.code)) this.#desk.warn(told);
    else this.#desk.notify('warning', told);
  }

  /** `null`: now. False where it was waited for in vain. */
  #journalReady(): Promise<boolean> | null {
    return this.#gate.isFree() ? null : this.#gate.whenFree().then(() => this.#gate.isFree());
  }

  /** Another program holds the journal, or has let go of it. */
  #tellOfHeld(held: boolean): void {
    this.#parts.log.info(held ? 'journal-held' : 'journal-free', {});
    const { notice } = this.#desk.state;
    if (held) this.#desk.notify('warning', problem('journal-busy'));
    else if (notice?.code === 'journal-busy') this.#desk.dismissNotice(notice.id);
  }

  view(): View {
    return this.#snapshots.current();
  }

  #keyIs(owner: SecretOwner, key: Result<string, SecretLoss>): void {
    if (owner === 'journal') return;
    this.#services.keyIs(owner, key);
    if (key.ok) this.#desk.mayAskAgain();
    this.#snapshots.changed();
  }

  #scanned(scan: Scan): void {
    if (!this.#setup.trial.takes(scan)) this.#desk.scanned(scan);
  }

  /** The shop's own page where customers register; `null` where it has none. */
  #registrationUrl(): string | null {
    const { training, profile } = this.#parts;
    return training?.registrationUrl ?? profile.maxbonus?.registrationUrl ?? null;
  }

  #journal(window: WebContents): JournalParts {
    const { profile, worker, clock } = this.#parts;
    const text = mainText(profile.language);
    return {
      worker,
      desk: this.#desk,
      preview: (slip) => this.#setup.preview(slip),
      askForFile: (ending) => {
        const name = text('export.file', { day: dayOf(clock.now()) });
        return askForFile(window, { title: text('export.title'), name, ending });
      },
      words: EXPORT_WORDS[profile.language],
    };
  }
}
