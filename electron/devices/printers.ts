import { type Problem, problem } from '../../app/domain/problem.ts';
import { fail, ok } from '../../app/domain/result.ts';
import type { PrinterSettings } from '../../app/settings/printers.ts';
import type { Profile } from '../../app/settings/profile.ts';
import { encodeSlip } from '../../printing/encoder.ts';
import { layOut } from '../../printing/layout.ts';
import type { SlipPrinter } from '../../printing/queue.ts';
import { copyOf } from '../../printing/slip/copy.ts';
import type { DeviceHost } from '../device-host/device-host.ts';
import type { PrintOutcome } from '../device-host/protocol.ts';
import type { Lights } from '../lights.ts';
import type { Log } from '../log.ts';
import { type DeviceKind, setDeviceLight } from './device-light.ts';

/** The till's printers: slips go to them through the device host, how that went to their lights. */
export class Printers {
  readonly settings: readonly PrinterSettings[];
  readonly #language: Profile['language'];
  readonly #kind: DeviceKind;
  readonly #host: DeviceHost;
  readonly #lights: Lights;
  readonly #log: Log;

  constructor(
    { printers, language }: Pick<Profile, 'printers' | 'language'>,
    called: string,
    host: DeviceHost,
    lights: Lights,
    log: Log,
  ) {
    this.settings = printers;
    this.#language = language;
    this.#kind = { kind: 'printer', called, all: printers };
    this.#host = host;
    this.#lights = lights;
    this.#log = log;
  }

  start(): void {
    if (this.settings.length > 0) this.#light('unknown');
  }

  /** Slips go to the first printer of the profile. */
  slipPrinter(): SlipPrinter {
    const [printer] = this.settings;
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

  #printed(outcome: PrintOutcome, { host, port }: PrinterSettings): void {
    this.#log.info('print', { outcome });
    if (outcome === 'sent') this.#light('ok');
    else this.#light('down', problem(`printer-${outcome}`, { address: `${host}:${port}` }));
  }

  #light(state: 'ok' | 'down' | 'unknown', why: Problem | null = null): void {
    setDeviceLight(this.#lights, this.#kind, 0, state, why);
  }
}
