import type { FoundDevice } from '../../app/domain/found-device.ts';
import { type Problem, type ProblemCode, problem } from '../../app/domain/problem.ts';
import type { Scan } from '../../app/domain/scan.ts';
import type { ScannerSettings } from '../../app/settings/scanners.ts';
import { udevRule } from '../../native/discovery/udev-rule.ts';
import type { ScannerMessage } from '../device-host/protocol.ts';
import type { Lights } from '../lights.ts';
import type { Log } from '../log.ts';
import { type DeviceKind, setDeviceLight } from './device-light.ts';
import { MissedScans } from './missed-scans.ts';

export type ScannerEvents = {
  scanned(scan: Scan): void;
  /** Something the cashier must know at once, beside what the lights show. */
  warn(problem: Problem): void;
};

/** What the cashier reads in a message, not only from the light. */
const TOLD_AT_ONCE: readonly ProblemCode[] = ['scanner-unplugged', 'scanner-no-permission'];

/** The till's scanners as the device host tells of them: what they scan goes to the desk, how they do to their lights. */
export class Scanners {
  readonly #called: string;
  readonly #lights: Lights;
  readonly #log: Log;
  readonly #events: ScannerEvents;
  #settings: readonly ScannerSettings[];
  readonly #missedScans = new MissedScans();

  constructor(settings: readonly ScannerSettings[], called: string, lights: Lights, log: Log, events: ScannerEvents) {
    this.#settings = settings;
    this.#called = called;
    this.#lights = lights;
    this.#log = log;
    this.#events = events;
  }

  get settings(): readonly ScannerSettings[] {
    return this.#settings;
  }

  /** Goes over to other scanners. */
  exchange(settings: readonly ScannerSettings[]): void {
    this.#settings = settings;
    this.#missedScans.forget();
    this.#lights.drop('scanner');
    this.start();
  }

  start(): void {
    for (const place of this.#places()) this.#light(place, 'unknown');
  }

  told(message: ScannerMessage): void {
    if (message.kind === 'scan') this.#events.scanned(message.scan);
    else if (message.kind === 'scan-damaged') this.#events.warn(problem('scan-damaged'));
    else if (message.kind === 'scanner-state') this.#state(message);
  }

  hostDied(): void {
    this.#missedScans.hostDied();
    for (const place of this.#places()) this.#light(place, 'down', problem('device-host-down'));
  }

  /** Places of those that have a light: whether one that types as a keyboard does is there, nobody knows. */
  #places(): number[] {
    return [...this.#settings.entries()].flatMap(([place, { kind }]) => (kind === 'wedge' ? [] : [place]));
  }

  #state({ scanner: place, state, device }: Extract<ScannerMessage, { kind: 'scanner-state' }>): void {
    // It may still tell of one that was exchanged.
    if (!this.#places().includes(place)) return;
    this.#log.info('scanner', { place, state, ...(device && { path: device.path }) });
    // Of a scanner at a port the system keeps what comes meanwhile.
    if (this.#settings[place]?.kind === 'hid' && this.#missedScans.told(place, state)) {
      this.#events.warn(problem('scans-missed'));
    }
    if (state === 'ready') this.#light(place, 'ok');
    else if (state === 'connecting') this.#light(place, 'unknown');
    else this.#down(place, problem(`scanner-${state}`, device ? whatToAllow(device) : {}));
  }

  #down(place: number, why: Problem): void {
    this.#light(place, 'down', why);
    if (TOLD_AT_ONCE.includes(why.code)) this.#events.warn(why);
  }

  #light(place: number, state: 'ok' | 'down' | 'unknown', why: Problem | null = null): void {
    const kind: DeviceKind = { kind: 'scanner', called: this.#called, all: this.#settings };
    setDeviceLight(this.#lights, kind, place, state, why);
  }
}

/** What an administrator needs where the scanner may not be opened. */
function whatToAllow(device: FoundDevice): { path: string; rule: string } {
  return { path: device.path, rule: udevRule(device) };
}
