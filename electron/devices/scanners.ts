import { type Problem, problem } from '../../app/domain/problem.ts';
import type { Scan } from '../../app/domain/scan.ts';
import type { ScannerSettings } from '../../app/settings/scanners.ts';
import type { FromHost, ScannerState } from '../device-host/protocol.ts';
import type { Lights } from '../lights.ts';
import type { Log } from '../log.ts';
import { type DeviceKind, setDeviceLight } from './device-light.ts';

export type ScannerEvents = {
  scanned(scan: Scan): void;
  /** Something the cashier must know at once, beside what the lights show. */
  warn(problem: Problem): void;
};

/** The till's scanners as the device host tells of them: what they scan goes to the desk, how they do to their lights. */
export class Scanners {
  readonly settings: readonly ScannerSettings[];
  readonly #kind: DeviceKind;
  readonly #lights: Lights;
  readonly #log: Log;
  readonly #events: ScannerEvents;

  constructor(settings: readonly ScannerSettings[], called: string, lights: Lights, log: Log, events: ScannerEvents) {
    this.settings = settings;
    this.#kind = { kind: 'scanner', called, all: settings };
    this.#lights = lights;
    this.#log = log;
    this.#events = events;
  }

  start(): void {
    for (const place of this.settings.keys()) this.#light(place, 'unknown');
  }

  told(message: Extract<FromHost, { kind: 'scan' | 'scan-damaged' | 'scanner-state' }>): void {
    if (message.kind === 'scan') this.#events.scanned(message.scan);
    else if (message.kind === 'scan-damaged') this.#events.warn(problem('scan-damaged'));
    else this.#state(message.scanner, message.state);
  }

  hostDied(): void {
    for (const place of this.settings.keys()) this.#light(place, 'down', problem('device-host-down'));
  }

  #state(place: number, state: ScannerState): void {
    this.#log.info('scanner', { place, state });
    if (state === 'ready') this.#light(place, 'ok');
    else if (state === 'connecting') this.#light(place, 'unknown');
    else this.#down(place, problem(`scanner-${state}`, { path: this.settings[place]?.path ?? '' }));
  }

  #down(place: number, why: Problem): void {
    this.#light(place, 'down', why);
    if (why.code === 'scanner-unplugged') this.#events.warn(why);
  }

  #light(place: number, state: 'ok' | 'down' | 'unknown', why: Problem | null = null): void {
    setDeviceLight(this.#lights, this.#kind, place, state, why);
  }
}
