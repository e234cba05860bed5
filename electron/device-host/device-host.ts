import type { FoundDevice } from '../../app/domain/found-device.ts';
import type { FoundPrinter } from '../../app/domain/found-printer.ts';
import type { Clock } from '../../app/sale/ports.ts';
import type { PrinterSettings } from '../../app/settings/printers.ts';
import type { ScannerSettings } from '../../app/settings/scanners.ts';
import { notStarted, type PrintEnd } from '../../printing/transport/job.ts';
import { CodesUnderWay } from './codes-under-way.ts';
import { Heartbeat } from './heartbeat.ts';
import { monotonicMs } from './monotonic.ts';
import { Preparations } from './preparations.ts';
import { type PrintListeners, PrintsUnderWay } from './prints-under-way.ts';
import { fromHost, type ScannerMessage, type ToHost } from './protocol.ts';
import { Question } from './question.ts';

/** The host as a child process; in the program an Electron utility process. */
export type HostProcess = {
  send(message: ToHost): void;
  onMessage(listener: (message: unknown) => void): void;
  onExit(listener: () => void): void;
  kill(): void;
};

/** What is known of printers from earlier slips, whichever host printed them. */
export type PrinterMemory = {
  /** Whether the printer ever told anything; `null` while nobody knows. */
  tells(printer: PrinterSettings): boolean | null;
  learn(printer: PrinterSettings, tells: boolean): void;
};

export type DeviceListeners = {
  /** What the host tells of its scanners. */
  told(message: ScannerMessage): void;
  /** The host is there, or has died and is being started again. */
  alive(alive: boolean): void;
  /** It lives and does not answer: it is about to be ended. */
  hung(): void;
};

/** How long a dead host waits before it is started again: doubling while it keeps dying, ms. */
const RESTART_MS = { first: 100, longest: 5_000 };
/** A host that lived this long is taken for healthy, ms. */
const HEALTHY_MS = 10_000;

/**
 * Main's end of the process that holds the native device code. If the host dies, or hangs and is ended for it, it is started again with the same scanners;
 * a slip that was on its way comes back as interrupted, because part of it may be on paper.
 */
export class DeviceHost {
  readonly #fork: () => HostProcess;
  readonly #clock: Clock;
  readonly #listeners: DeviceListeners;
  readonly #memory: PrinterMemory;
  readonly #printsUnderWay = new PrintsUnderWay();
  readonly #preparations = new Preparations();
  readonly #codesUnderWay = new CodesUnderWay();
  readonly #scannersFound: Question<readonly FoundDevice[]>;
  readonly #printersFound: Question<readonly FoundPrinter[]>;
  #process: HostProcess | null = null;
  #heartbeat: Heartbeat | null = null;
  #scanners: readonly ScannerSettings[] = [];
  #restartMs = RESTART_MS.first;
  #startedAt = 0;
  #stopped = false;

  constructor(fork: () => HostProcess, clock: Clock, memory: PrinterMemory, listeners: DeviceListeners) {
    this.#fork = fork;
    this.#clock = clock;
    this.#memory = memory;
    this.#listeners = listeners;
    this.#scannersFound = new Question<readonly FoundDevice[]>(clock, () => this.#process?.send({ kind: 'find' }), []);
    this.#printersFound = new Question<readonly FoundPrinter[]>(
      clock,
      () => this.#process?.send({ kind: 'find-printers' }),
      [],
    );
  }

  start(scanners: readonly ScannerSettings[]): void {
    this.#scanners = scanners;
    this.#launch(null);
  }

  /** Goes over to other scanners, now and whenever the host is started again. Call `start` first. */
  exchange(scanners: readonly ScannerSettings[]): void {
    this.#scanners = scanners;
    this.#codesUnderWay.forget();
    this.#process?.send({ kind: 'scanners', scanners: [...scanners], interrupted: null });
  }

  stop(): void {
    this.#stopped = true;
    this.#heartbeat?.stop();
    this.#process?.kill();
    this.#scannersFound.answered([]);
    this.#printersFound.answered([]);
  }

  /** What is plugged in and may be a scanner; asked again of the next host when this one dies over it. Call `start` first. */
  find(): Promise<readonly FoundDevice[]> {
    return this.#scannersFound.ask();
  }

  /** What printers there are, asked in the same way. */
  findPrinters(): Promise<readonly FoundPrinter[]> {
    return this.#printersFound.ask();
  }

  /**
   * Has a printer made ready for a slip that may come within moments; it stays so for two seconds at most.
   * @returns how to call it off when no slip came
   */
  prepare(printer: PrinterSettings): () => void {
    const host = this.#process;
    const tells = this.#memory.tells(printer);
    return host ? this.#preparations.begin(printer, tells, (message) => host.send(message)) : () => {};
  }

  /**
   * Has bytes printed; without a host nothing is started, so that the slip can be sent again.
   * @param withinMs how long it may wait for what is being printed already; `null` without end
   * @param isPulse the bytes open the drawer: nothing comes out
   */
  print(
    printer: PrinterSettings,
    bytes: Uint8Array<ArrayBuffer>,
    listeners: PrintListeners,
    givenUp: AbortSignal,
    withinMs: number | null = null,
    isPulse = false,
  ): Promise<PrintEnd> {
    const host = this.#process;
    if (!host) return Promise.resolve(notStarted('failed'));
    // Of one that is known to be ready nobody need be asked on the way.
    const mayStart = this.#preparations.take(printer) && listeners.starting();
    const job = {
      printer,
      bytes,
      isPulse,
      withinMs,
      sentAt: monotonicMs(),
      mayStart,
      tells: this.#memory.tells(printer),
    };
    return this.#printsUnderWay.begin(job, listeners, givenUp, (message) => host.send(message));
  }

  /** @param interrupted scanners whose codes were under way when the last host died; `null` for the first host */
  #launch(interrupted: number[] | null): void {
    const host = this.#fork();
    this.#process = host;
    this.#startedAt = this.#clock.now();
    host.onMessage((message) => this.#take(message));
    host.onExit(() => this.#died());
    const heartbeat = new Heartbeat(
      this.#clock,
      () => host.send({ kind: 'ping' }),
      () => {
        this.#listeners.hung();
        // It dies of it, and what was under way ends as with any other death.
        host.kill();
      },
    );
    this.#heartbeat = heartbeat;
    heartbeat.start();
    host.send({ kind: 'scanners', scanners: [...this.#scanners], interrupted });
    this.#scannersFound.again();
    this.#printersFound.again();
    this.#listeners.alive(true);
  }

  #take(message: unknown): void {
    const told = fromHost.safeParse(message);
    if (!told.success) return;
    this.#heartbeat?.heard();
    switch (told.data.kind) {
      case 'pong':
        break;
      case 'print-ready':
      case 'print-holding':
      case 'print-result':
        this.#printsUnderWay.told(told.data);
        break;
      case 'printer-prepared':
        this.#preparations.told(told.data);
        break;
      case 'printer-learnt':
        this.#memory.learn(told.data.printer, told.data.tells);
        break;
      case 'found':
        this.#scannersFound.answered(told.data.devices);
        break;
      case 'printers-found':
        this.#printersFound.answered(told.data.printers);
        break;
      default:
        this.#codesUnderWay.told(told.data);
        this.#listeners.told(told.data);
    }
  }

  #died(): void {
    this.#process = null;
    this.#heartbeat?.stop();
    this.#printsUnderWay.hostDied();
    this.#preparations.hostDied();
    if (this.#stopped) return;
    this.#listeners.alive(false);
    const healthy = this.#clock.now() - this.#startedAt >= HEALTHY_MS;
    this.#restartMs = healthy ? RESTART_MS.first : Math.min(this.#restartMs * 2, RESTART_MS.longest);
    this.#clock.after(this.#restartMs, () => {
      if (!this.#stopped) this.#launch(this.#codesUnderWay.places());
    });
  }
}
