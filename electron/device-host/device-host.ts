import type { Clock } from '../../app/sale/ports.ts';
import type { PrinterSettings } from '../../app/settings/printers.ts';
import type { ScannerSettings } from '../../app/settings/scanners.ts';
import { type FromHost, fromHost, type PrintOutcome, type ToHost } from './protocol.ts';

/** The host as a child process; in the program an Electron utility process. */
export type HostProcess = {
  send(message: ToHost): void;
  onMessage(listener: (message: unknown) => void): void;
  onExit(listener: () => void): void;
  kill(): void;
};

export type DeviceListeners = {
  /** Whatever the host tells, except the outcomes of printing. */
  told(message: Exclude<FromHost, { kind: 'print-result' }>): void;
  /** The host is there, or has died and is being started again. */
  alive(alive: boolean): void;
};

/** How long a dead host waits before it is started again: doubling while it keeps dying, ms. */
const RESTART_MS = { first: 100, longest: 5_000 };
/** A host that lived this long is taken for healthy, ms. */
const HEALTHY_MS = 10_000;

/**
 * Main's end of the process that holds the native device code. If the host dies it is started again with the same scanners;
 * a slip that was on its way comes back as `failed`, because part of it may be on paper.
 */
export class DeviceHost {
  readonly #fork: () => HostProcess;
  readonly #clock: Clock;
  readonly #listeners: DeviceListeners;
  readonly #printing = new Map<number, (outcome: PrintOutcome) => void>();
  #process: HostProcess | null = null;
  #scanners: readonly ScannerSettings[] = [];
  #lastJob = 0;
  #restartMs = RESTART_MS.first;
  #startedAt = 0;
  #stopped = false;

  constructor(fork: () => HostProcess, clock: Clock, listeners: DeviceListeners) {
    this.#fork = fork;
    this.#clock = clock;
    this.#listeners = listeners;
  }

  start(scanners: readonly ScannerSettings[]): void {
    this.#scanners = scanners;
    this.#launch();
  }

  stop(): void {
    this.#stopped = true;
    this.#process?.kill();
  }

  /** Sends one slip's bytes; without a host nothing was started, so the slip can be sent again. */
  print(printer: PrinterSettings, bytes: Uint8Array<ArrayBuffer>): Promise<PrintOutcome> {
    const host = this.#process;
    if (!host) return Promise.resolve('unreachable');
    this.#lastJob += 1;
    const job = this.#lastJob;
    return new Promise((resolve) => {
      this.#printing.set(job, resolve);
      host.send({ kind: 'print', job, printer, bytes });
    });
  }

  #launch(): void {
    const host = this.#fork();
    this.#process = host;
    this.#startedAt = this.#clock.now();
    host.onMessage((message) => this.#take(message));
    host.onExit(() => this.#died());
    host.send({ kind: 'scanners', scanners: [...this.#scanners] });
    this.#listeners.alive(true);
  }

  #take(message: unknown): void {
    const told = fromHost.safeParse(message);
    if (!told.success) return;
    if (told.data.kind !== 'print-result') {
      this.#listeners.told(told.data);
      return;
    }
    this.#printing.get(told.data.job)?.(told.data.outcome);
    this.#printing.delete(told.data.job);
  }

  #died(): void {
    this.#process = null;
    for (const resolve of this.#printing.values()) resolve('failed');
    this.#printing.clear();
    if (this.#stopped) return;
    this.#listeners.alive(false);
    const healthy = this.#clock.now() - this.#startedAt >= HEALTHY_MS;
    this.#restartMs = healthy ? RESTART_MS.first : Math.min(this.#restartMs * 2, RESTART_MS.longest);
    this.#clock.after(this.#restartMs, () => {
      if (!this.#stopped) this.#launch();
    });
  }
}
