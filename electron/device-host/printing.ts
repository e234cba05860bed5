import type { PrinterSettings } from '../../app/settings/printers.ts';
import { interrupted, notStarted, type PrintEnd, type PrintWatch } from '../../printing/transport/job.ts';
import { Manners } from '../../printing/transport/manners.ts';
import { printOn } from './connections.ts';
import { findPrinters } from './find-printers.ts';
import type { Tell, ToHost } from './protocol.ts';

type PrintJob = Extract<ToHost, { kind: 'print' }>;

/** What a job on its way waits for from main. */
type UnderWay = { readonly giveUp: AbortController; go: (mayStart: boolean) => void; started: boolean };

/** What is known of a printer while this process lives, and when it is done with the jobs that it was given. */
type Known = { readonly manners: Manners; free: Promise<unknown> };

/** The printers' end in the device host: one job of a printer after the other, each begun only when main says so. */
export class HostPrinting {
  readonly #tell: Tell;
  readonly #printOn: typeof printOn;
  readonly #underWay = new Map<number, UnderWay>();
  readonly #known = new Map<string, Known>();

  constructor(tell: Tell, print: typeof printOn = printOn) {
    this.#tell = tell;
    this.#printOn = print;
  }

  async print(message: PrintJob): Promise<void> {
    const { job, withinMs } = message;
    const underWay: UnderWay = { giveUp: new AbortController(), go: () => {}, started: false };
    const { signal } = underWay.giveUp;
    this.#underWay.set(job, underWay);
    const tooLate = withinMs === null ? null : setTimeout(() => underWay.giveUp.abort(), withinMs);
    const known = this.#knownOf(message.printer);
    const turn = Promise.race([known.free, new Promise((resolve) => signal.addEventListener('abort', resolve))]);
    const end = turn.then(() => {
      if (tooLate) clearTimeout(tooLate);
      return signal.aborted ? notStarted('timeout') : this.#end(message, known.manners, underWay);
    });
    known.free = Promise.all([known.free, end]);
    this.#tell({ kind: 'print-result', job, end: await end });
    this.#underWay.delete(job);
  }

  /** Main has stored that the slip is leaving. */
  go(job: number): void {
    const underWay = this.#underWay.get(job);
    if (!underWay) return;
    underWay.started = true;
    underWay.go(true);
  }

  /** The slip is no longer wanted from its printer. */
  stop(job: number): void {
    const underWay = this.#underWay.get(job);
    underWay?.giveUp.abort();
    underWay?.go(false);
  }

  async find(): Promise<void> {
    // What cannot be asked has none.
    this.#tell({ kind: 'printers-found', printers: await findPrinters().catch(() => []) });
  }

  async #end({ job, printer, bytes }: PrintJob, manners: Manners, underWay: UnderWay): Promise<PrintEnd> {
    const watch: PrintWatch = {
      starting: () =>
        new Promise((resolve) => {
          underWay.go = resolve;
          this.#tell({ kind: 'print-ready', job });
        }),
      holding: (trouble) => this.#tell({ kind: 'print-holding', job, trouble }),
      givenUp: underWay.giveUp.signal,
    };
    try {
      return await this.#printOn(printer, bytes, manners, watch);
    } catch {
      // A defect in a driver ends its job, not the jobs behind it.
      return underWay.started ? interrupted('failed') : notStarted('failed');
    }
  }

  #knownOf(printer: PrinterSettings): Known {
    const place = placeOf(printer);
    const known = this.#known.get(place) ?? {
      manners: new Manners('status' in printer ? printer.status : 'none'),
      free: Promise.resolve(),
    };
    this.#known.set(place, known);
    return known;
  }
}

/** Tells one printer from another by how it is reached. */
function placeOf(printer: PrinterSettings): string {
  switch (printer.kind) {
    case 'tcp':
      return `tcp ${printer.host}:${printer.port} ${printer.status}`;
    case 'serial':
    case 'usb':
      return `${printer.kind} ${JSON.stringify(printer.usb)} ${printer.path} ${printer.status}`;
    case 'cups':
      return `cups ${printer.server} ${printer.queue}`;
    case 'spooler':
      return `spooler ${printer.queue}`;
  }
}
