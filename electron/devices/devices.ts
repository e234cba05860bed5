import { isDeepStrictEqual } from 'node:util';
import type { FoundDevice } from '../../app/domain/found-device.ts';
import type { FoundPrinter } from '../../app/domain/found-printer.ts';
import type { Clock } from '../../app/sale/ports.ts';
import type { Profile } from '../../app/settings/profile.ts';
import type { ScannerSettings } from '../../app/settings/scanners.ts';
import { DeviceHost, type HostProcess } from '../device-host/device-host.ts';
import type { Lights } from '../lights.ts';
import type { Log } from '../log.ts';
import { HeldPorts } from './held-ports.ts';
import type { KnownPrinters } from './known-printers.ts';
import { Printers } from './printers.ts';
import { type ScannerEvents, Scanners } from './scanners.ts';

/** What a scanner and a printer are called in the interface's language. */
export type DeviceNames = { readonly scanner: string; readonly printer: string };

/** The till's scanners and printers as the profile lists them: they run in the device host. */
export class Devices {
  readonly printers: Printers;
  readonly #host: DeviceHost;
  readonly #scanners: Scanners;
  readonly #heldPorts = new HeldPorts();
  #hostStarted = false;

  constructor(
    profile: Pick<Profile, 'scanners' | 'printers' | 'language'>,
    names: DeviceNames,
    fork: () => HostProcess,
    knownPrinters: KnownPrinters,
    clock: Clock,
    lights: Lights,
    log: Log,
    events: ScannerEvents,
  ) {
    this.#scanners = new Scanners(profile.scanners, names.scanner, lights, log, events);
    this.#host = new DeviceHost(fork, clock, knownPrinters, {
      told: (message) => {
        this.#heldPorts.told(message);
        this.#scanners.told(message);
      },
      alive: (alive) => {
        log.info('device-host', { alive });
        if (!alive) this.#scanners.hostDied();
      },
      hung: () => log.error('device-host', { hung: true }),
    });
    this.printers = new Printers(profile, names.printer, this.#host, lights, log);
  }

  start(): void {
    this.#scanners.start();
    this.printers.start();
    this.#startHostIfNeeded();
  }

  stop(): void {
    this.#host.stop();
    void this.#heldPorts.close();
  }

  /**
   * Goes over to other scanners and printers; those that stay as they were are left alone.
   * @returns printers that are what they were before, by their ids; `null` when nothing about any of them is another
   */
  exchange({ scanners, printers }: Pick<Profile, 'scanners' | 'printers'>): readonly string[] | null {
    if (!isDeepStrictEqual(scanners, this.#scanners.settings)) this.#exchangeScanners(scanners);
    const kept = isDeepStrictEqual(printers, this.printers.settings) ? null : this.printers.exchange(printers);
    this.#startHostIfNeeded();
    return kept;
  }

  /** What is plugged in at this till and may be a scanner. */
  find(): Promise<readonly FoundDevice[]> {
    this.#startHost();
    return this.#host.find();
  }

  /** What printers this machine knows of, whether the profile lists them or not. */
  findPrinters(): Promise<readonly FoundPrinter[]> {
    this.#startHost();
    return this.#host.findPrinters();
  }

  #exchangeScanners(scanners: readonly ScannerSettings[]): void {
    this.#scanners.exchange(scanners);
    void this.#heldPorts.close();
    if (this.#hostStarted) this.#host.exchange(scanners);
  }

  /** A till without devices needs no process for them. */
  #startHostIfNeeded(): void {
    const scanners = this.#scanners.settings.filter(({ kind }) => kind !== 'wedge');
    if (scanners.length + this.printers.settings.length > 0) this.#startHost();
  }

  #startHost(): void {
    if (this.#hostStarted) return;
    this.#hostStarted = true;
    this.#host.start(this.#scanners.settings);
  }
}
