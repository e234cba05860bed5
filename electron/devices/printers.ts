import { isDeepStrictEqual } from 'node:util';
import type { Light, View } from '../../app/contract/view.ts';
import { type Problem, problem } from '../../app/domain/problem.ts';
import { fail, ok, type Result } from '../../app/domain/result.ts';
import type { SlipDocument } from '../../app/domain/slip.ts';
import { type PrinterSettings, printerId } from '../../app/settings/printers.ts';
import type { Profile } from '../../app/settings/profile.ts';
import { wayToPrinter } from '../../app/settings/setup.ts';
import { encodePulse, encodeSlip } from '../../printing/encoder/encode.ts';
import type { SlipPrinters, SlipWatch } from '../../printing/lane.ts';
import { layOut } from '../../printing/layout.ts';
import type { PrintAttention } from '../../printing/queue.ts';
import { copyOf } from '../../printing/slip/copy.ts';
import { interrupted, type PrintEnd } from '../../printing/transport/job.ts';
import type { Trouble } from '../../printing/transport/trouble.ts';
import type { DeviceHost } from '../device-host/device-host.ts';
import type { Lights } from '../lights.ts';
import type { Log } from '../log.ts';
import { type DeviceKind, deviceName, setDeviceLight } from './device-light.ts';

/** A drawer that has not opened by then stays shut: nobody stands before it any more, ms. */
const DRAWER_WITHIN_MS = 2_000;
/** How long a person who waits for a slip does so while others are printed, ms. */
const TRIAL_WITHIN_MS = 10_000;

/** A person is not kept waiting longer by a driver that never returns, ms. */
const HUNG_MS = 8_000;

/** The till's printers: slips go to them through the device host, how that went to their lights. */
export class Printers implements SlipPrinters {
  readonly #language: Profile['language'];
  readonly #called: string;
  readonly #host: DeviceHost;
  readonly #lights: Lights;
  readonly #log: Log;
  #settings: readonly PrinterSettings[];

  constructor(
    { printers, language }: Pick<Profile, 'printers' | 'language'>,
    called: string,
    host: DeviceHost,
    lights: Lights,
    log: Log,
  ) {
    this.#settings = printers;
    this.#language = language;
    this.#called = called;
    this.#host = host;
    this.#lights = lights;
    this.#log = log;
  }

  get settings(): readonly PrinterSettings[] {
    return this.#settings;
  }

  get ids(): readonly string[] {
    return this.#settings.map((_, place) => printerId(place));
  }

  get #kind(): DeviceKind {
    return { kind: 'printer', called: this.#called, all: this.#settings };
  }

  /** Goes over to other printers; gives the ids that still mean the printer that they meant before. */
  exchange(settings: readonly PrinterSettings[]): readonly string[] {
    const ways = this.#settings.map((printer) => wayToPrinter(printer).to);
    const lights = this.#lights.list().filter(({ kind }) => kind === 'printer');
    this.#settings = settings;
    this.#lights.drop('printer');
    for (const printer of settings) {
      const known = lights[ways.indexOf(wayToPrinter(printer).to)];
      const why = known?.problem && problem(known.problem.code, known.problem.params);
      this.#light(printer, known?.state ?? 'unknown', why);
    }
    return settings.flatMap((printer, place) => (wayToPrinter(printer).to === ways[place] ? [printerId(place)] : []));
  }

  start(): void {
    for (const printer of this.#settings) this.#light(printer, 'unknown');
  }

  async send(id: string, slip: SlipDocument, copy: boolean, watch: SlipWatch): Promise<PrintEnd> {
    const printer = this.#settings[this.ids.indexOf(id)];
    if (!printer) throw new Error(`no printer ${id}`);
    const lines = layOut(copy ? copyOf(slip, this.#language) : slip, printer.columns);
    const bytes = await encodeSlip(lines, printer);
    const listeners = {
      starting: watch.starting,
      holding: (trouble: Trouble | null) => {
        if (trouble) this.#light(printer, 'down', problem(`printer-${trouble}`));
        else this.#light(printer, 'ok');
        watch.holding(trouble);
      },
    };
    const end = await this.#host.print(printer, bytes, listeners, watch.givenUp);
    this.#log.info('print', { printer: id, end: end.kind, ...('trouble' in end && { trouble: end.trouble }) });
    // Given up, it broke off for no fault of the printer.
    if (!watch.givenUp.aborted) this.#showEnd(printer, end);
    return end;
  }

  prepare(id: string): () => void {
    const printer = this.#settings[this.ids.indexOf(id)];
    return printer ? this.#host.prepare(printer) : () => {};
  }

  get hasDrawer(): boolean {
    return this.#settings.some(({ drawerPin }) => drawerPin !== null);
  }

  /** Opens the cash drawer at the first printer that has one. Not kept for later: a drawer opens now or not at all. */
  async openDrawer(): Promise<Result<undefined, Problem>> {
    const printer = this.#settings.find(({ drawerPin }) => drawerPin !== null);
    if (!printer) return fail(problem('drawer-not-set'));
    const opened = await this.openDrawerAt(printer);
    return opened.ok ? opened : fail(problem('drawer-not-opened', { cause: opened.error.code }));
  }

  /** The same at a printer that need not be one of the till's. */
  async openDrawerAt(printer: PrinterSettings): Promise<Result<undefined, Problem>> {
    const bytes = await encodePulse(printer);
    if (!bytes) return fail(problem('drawer-not-set'));
    const end = await this.#printNow(printer, bytes, DRAWER_WITHIN_MS, true);
    this.#log.info('drawer', { end: end.kind });
    return 'trouble' in end ? fail(problem(`printer-${end.trouble}`)) : ok(undefined);
  }

  /** Prints a slip while somebody waits for it, on a printer that need not be one of the till's; true when it said that it did. */
  async tryOut(printer: PrinterSettings, slip: SlipDocument): Promise<Result<boolean, Problem>> {
    const bytes = await encodeSlip(layOut(slip, printer.columns), printer);
    const end = await this.#printNow(printer, bytes, TRIAL_WITHIN_MS);
    this.#log.info('print', { printer: 'trial', end: end.kind, ...('trouble' in end && { trouble: end.trouble }) });
    const mine = this.#settings.find((one) => isDeepStrictEqual(one, printer));
    if (mine) this.#showEnd(mine, end);
    return 'trouble' in end ? fail(problem(`printer-${end.trouble}`)) : ok(end.kind === 'confirmed');
  }

  /** One that stops in the middle is not waited for. */
  async #printNow(
    printer: PrinterSettings,
    bytes: Uint8Array<ArrayBuffer>,
    withinMs: number,
    isPulse = false,
  ): Promise<PrintEnd> {
    const giveUp = new AbortController();
    let stoppedBy: Trouble | null = null;
    const holding = (trouble: Trouble | null): void => {
      stoppedBy = trouble;
      if (trouble) giveUp.abort();
    };
    const listeners = { starting: () => true, holding };
    const printed = this.#host.print(printer, bytes, listeners, giveUp.signal, withinMs, isPulse);
    const end = await unlessHung(printed, withinMs + HUNG_MS, () => giveUp.abort());
    return stoppedBy === null ? end : interrupted(stoppedBy);
  }

  /** When cash is taken: opens the drawer where the shop wants it. */
  async paidInCash(): Promise<Result<undefined, Problem>> {
    const isWanted = this.#settings.some(({ drawer, drawerPin }) => drawer === 'cash' && drawerPin !== null);
    return isWanted ? this.openDrawer() : ok(undefined);
  }

  /** The slip that a person has to see to, with the printers by their names. */
  notice(attention: PrintAttention | null): View['printing'] {
    if (!attention) return null;
    const { job, state, trouble, others } = attention;
    const printers = others.map((id) => ({ id, name: deviceName(this.#kind, this.ids.indexOf(id)) }));
    const why = trouble && problem(`printer-${trouble}`);
    return { job: job.id, kind: job.kind, number: job.number, state, problem: why, printers };
  }

  #showEnd(printer: PrinterSettings, end: PrintEnd): void {
    if ('trouble' in end) this.#light(printer, 'down', problem(`printer-${end.trouble}`));
    else if (end.kind === 'confirmed' && end.paperLow) this.#light(printer, 'warning', problem('printer-paper-low'));
    else this.#light(printer, 'ok');
  }

  /** One that was exchanged while a slip was leaving has no light. */
  #light(printer: PrinterSettings, state: Light['state'], why: Problem | null = null): void {
    const place = this.#settings.indexOf(printer);
    if (place >= 0) setDeviceLight(this.#lights, this.#kind, place, state, why);
  }
}

/** What became of a job, or that nobody knows in time: then it is given up. */
async function unlessHung(job: Promise<PrintEnd>, withinMs: number, giveUp: () => void): Promise<PrintEnd> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<PrintEnd>((resolve) => {
    timer = setTimeout(() => {
      giveUp();
      resolve(interrupted('timeout'));
    }, withinMs);
  });
  try {
    return await Promise.race([job, late]);
  } finally {
    clearTimeout(timer);
  }
}
