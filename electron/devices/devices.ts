import type { Clock } from '../../app/sale/ports.ts';
import type { Profile } from '../../app/settings/profile.ts';
import type { SlipPrinter } from '../../printing/queue.ts';
import { DeviceHost, type HostProcess } from '../device-host/device-host.ts';
import type { Lights } from '../lights.ts';
import type { Log } from '../log.ts';
import { Printers } from './printers.ts';
import { type ScannerEvents, Scanners } from './scanners.ts';

/** What a scanner and a printer are called in the interface's language. */
export type DeviceNames = { readonly scanner: string; readonly printer: string };

/** The till's scanners and printers as the profile lists them: they run in the device host. */
export class Devices {
  readonly #host: DeviceHost;
  readonly #scanners: Scanners;
  readonly #printers: Printers;

  constructor(
    profile: Pick<Profile, 'scanners' | 'printers' | 'language'>,
    names: DeviceNames,
    fork: () => HostProcess,
    clock: Clock,
    lights: Lights,
    log: Log,
    events: ScannerEvents,
  ) {
    this.#scanners = new Scanners(profile.scanners, names.scanner, lights, log, events);
    this.#host = new DeviceHost(fork, clock, {
      told: (message) => this.#scanners.told(message),
      alive: (alive) => {
        log.info('device-host', { alive });
        if (!alive) this.#scanners.hostDied();
      },
    });
    this.#printers = new Printers(profile, names.printer, this.#host, lights, log);
  }

  start(): void {
    this.#scanners.start();
    this.#printers.start();
    const { length: scanners } = this.#scanners.settings;
    // A till without devices needs no process for them.
    if (scanners + this.#printers.settings.length > 0) this.#host.start(this.#scanners.settings);
  }

  stop(): void {
    this.#host.stop();
  }

  slipPrinter(): SlipPrinter {
    return this.#printers.slipPrinter();
  }
}
