import { type Problem, problem } from '../app/domain/problem.ts';
import { fail, ok } from '../app/domain/result.ts';
import type { Scan } from '../app/domain/scan.ts';
import type { Clock } from '../app/sale/ports.ts';
import type { PrinterSettings, Profile, ScannerSettings } from '../app/settings/profile.ts';
import { encodeSlip } from '../printing/encoder.ts';
import { layOut } from '../printing/layout.ts';
import type { SlipPrinter } from '../printing/queue.ts';
import { copyOf } from '../printing/slip/copy.ts';
import { DeviceHost, type HostProcess } from './device-host/device-host.ts';
import type { PrintOutcome, ScannerState } from './device-host/protocol.ts';
import type { Lights } from './lights.ts';
import type { Log } from './log.ts';

export type DeviceEvents = {
  scanned(scan: Scan): void;
  /** Something the cashier must know at once, beside what the lights show. */
  warn(problem: Problem): void;
};

/** What a scanner and a printer are called in the interface's language. */
export type DeviceKinds = { readonly scanner: string; readonly printer: string };

/** The till's scanners and printers as the profile lists them: they run in the device host, their lights show how they do. */
export class Devices {
  readonly #host: DeviceHost;
  readonly #scanners: readonly ScannerSettings[];
  readonly #printers: readonly PrinterSettings[];
  readonly #language: Profile['language'];
  readonly #kinds: DeviceKinds;
  readonly #lights: Lights;
  readonly #log: Log;

  constructor(
    profile: Pick<Profile, 'scanners' | 'printers' | 'language'>,
    kinds: DeviceKinds,
    fork: () => HostProcess,
    clock: Clock,
    lights: Lights,
    log: Log,
    events: DeviceEvents,
  ) {
    this.#scanners = profile.scanners;
    this.#printers = profile.printers;
    this.#language = profile.language;
    this.#kinds = kinds;
    this.#lights = lights;
    this.#log = log;
    this.#host = new DeviceHost(fork, clock, {
      told: (message) => {
        if (message.kind === 'scan') events.scanned(message.scan);
        else if (message.kind === 'scan-damaged') events.warn(problem('scan-damaged'));
        else this.#scannerState(message.scanner, message.state, events);
      },
      alive: (alive) => this.#hostState(alive),
    });
  }

  start(): void {
    for (const place of this.#scanners.keys()) this.#scannerLight(place, 'unknown');
    if (this.#printers.length > 0) this.#printerLight(0, 'unknown');
    // A till without devices needs no process for them.
    if (this.#scanners.length + this.#printers.length > 0) this.#host.start(this.#scanners);
  }

  stop(): void {
    this.#host.stop();
  }

  /** Slips go to the first printer of the profile. */
  slipPrinter(): SlipPrinter {
    const [printer] = this.#printers;
    return {
      available: () => printer !== undefined,
      send: async (slip, copy) => {
        if (!printer) return fail('not-started');
        const lines = layOut(copy ? copyOf(slip, this.#language) : slip, printer.columns);
        const outcome = await this.#host.print(printer, encodeSlip(lines, printer));
        this.#printed(outcome, printer);
        if (outcome === 'sent') return ok('sent');
        return fail(outcome === 'unreachable' ? 'not-started' : 'interrupted');
      },
    };
  }

  #printed(outcome: PrintOutcome, printer: PrinterSettings): void {
    this.#log.info('print', { outcome });
    if (outcome === 'sent') this.#printerLight(0, 'ok');
    else this.#printerLight(0, 'down', problem(`printer-${outcome}`, { address: `${printer.host}:${printer.port}` }));
  }

  #scannerState(place: number, state: ScannerState, events: DeviceEvents): void {
    this.#log.info('scanner', { place, state });
    if (state === 'ready') this.#scannerLight(place, 'ok');
    else if (state === 'connecting') this.#scannerLight(place, 'unknown');
    else this.#scannerDown(place, problem(`scanner-${state}`, { path: this.#scanners[place]?.path ?? '' }), events);
  }

  #scannerDown(place: number, why: Problem, events: DeviceEvents): void {
    this.#scannerLight(place, 'down', why);
    if (why.code === 'scanner-unplugged') events.warn(why);
  }

  #hostState(alive: boolean): void {
    this.#log.info('device-host', { alive });
    if (alive) return;
    for (const place of this.#scanners.keys()) this.#scannerLight(place, 'down', problem('device-host-down'));
  }

  #scannerLight(place: number, state: 'ok' | 'down' | 'unknown', why: Problem | null = null): void {
    this.#light('scanner', place, this.#scanners, state, why);
  }

  #printerLight(place: number, state: 'ok' | 'down' | 'unknown', why: Problem | null = null): void {
    this.#light('printer', place, this.#printers, state, why);
  }

  /** A device that the profile does not name is called by its kind, and numbered when there are several. */
  #light(
    kind: 'scanner' | 'printer',
    place: number,
    all: readonly { readonly name?: string | undefined }[],
    state: 'ok' | 'down' | 'unknown',
    why: Problem | null,
  ): void {
    const called = all.length > 1 ? `${this.#kinds[kind]} ${place + 1}` : this.#kinds[kind];
    this.#lights.set({ id: `${kind}-${place}`, kind, name: all[place]?.name ?? called, state }, why);
  }
}
