import type { PrinterSettings } from '../../app/settings/printers.ts';
import { interrupted, notStarted, type PrintEnd, type PrintWatch } from '../../printing/transport/job.ts';
import { Manners } from '../../printing/transport/manners.ts';
import { Standby } from '../../printing/transport/standby.ts';
import type { Greeted } from '../../printing/transport/stream-job.ts';
import { greetPrinter, printOn } from './connections.ts';
import { findPrinters } from './find-printers.ts';
import { monotonicMs } from './monotonic.ts';
import type { Tell, ToHost } from './protocol.ts';

type PrintJob = Extract<ToHost, { kind: 'print' }>;
type Preparation = Extract<ToHost, { kind: 'printer-prepare' }>;

/** What a job on its way waits for from main. */
type UnderWay = { readonly giveUp: AbortController; go: (mayStart: boolean) => void; started: boolean };

/** What is known of a printer while this process lives, and when it is done with the jobs that it was given. */
type Known = { readonly manners: Manners; told: boolean | null; free: Promise<unknown>; ahead: Ahead | null };

/** The printer made ready for the next job, whichever that is; `turn`: when the jobs before it are done. */
type Ahead = { readonly standby: Standby; readonly turn: Promise<unknown> };

/** How a printer is reached; tests have their own. */
type Ways = { readonly printOn: typeof printOn; readonly greet: typeof greetPrinter };

/** The printers' end in the device host: one job of a printer after the other, each begun only when main says so. */
export class HostPrinting {
  readonly #tell: Tell;
  readonly #ways: Ways;
  readonly #underWay = new Map<number, UnderWay>();
  readonly #known = new Map<string, Known>();
  /** Printers that stand ready, by their preparations. */
  readonly #standbys = new Map<number, Standby>();

  constructor(tell: Tell, ways: Ways = { printOn, greet: greetPrinter }) {
    this.#tell = tell;
    this.#ways = ways;
  }

  /** Makes a printer ready for the job that may come: its connection and its answer are there when the job is. */
  prepare({ preparation, printer, tells }: Preparation): void {
    const known = this.#knownOf(printer, tells);
    if (known.ahead) {
      this.#tell({ kind: 'printer-prepared', preparation, is: false });
      return;
    }
    const turn = known.free;
    const greet = (givenUp: AbortSignal): Promise<Greeted | null> =>
      turn.then(() => (givenUp.aborted ? null : this.#ways.greet(printer, known.manners, givenUp)));
    const standby = new Standby(greet, (is) => this.#tell({ kind: 'printer-prepared', preparation, is }));
    known.ahead = { standby, turn };
    known.free = Promise.all([turn, standby.over]);
    this.#standbys.set(preparation, standby);
    void standby.over.then(() => {
      this.#standbys.delete(preparation);
      if (known.ahead?.standby === standby) known.ahead = null;
    });
  }

  /** No job came of it. */
  release(preparation: number): void {
    void this.#standbys.get(preparation)?.release();
  }

  async print(message: PrintJob): Promise<void> {
    const { job, withinMs, sentAt, mayStart } = message;
    const leftMs = withinMs === null ? null : withinMs - (monotonicMs() - sentAt);
    const underWay: UnderWay = { giveUp: new AbortController(), go: () => {}, started: mayStart };
    const { signal } = underWay.giveUp;
    this.#underWay.set(job, underWay);
    const tooLate = leftMs === null ? null : setTimeout(() => underWay.giveUp.abort(), leftMs);
    if (leftMs !== null && leftMs <= 0) underWay.giveUp.abort();
    const known = this.#knownOf(message.printer, message.tells);
    const { ahead } = known;
    known.ahead = null;
    const free = ahead?.turn ?? known.free;
    const turn = Promise.race([free, new Promise((resolve) => signal.addEventListener('abort', resolve))]);
    const end = turn.then(async () => {
      if (tooLate) clearTimeout(tooLate);
      if (!signal.aborted) return this.#end(message, known.manners, underWay, (await ahead?.standby.take()) ?? null);
      void ahead?.standby.release();
      return notStarted('timeout');
    });
    known.free = Promise.all([known.free, end.then(() => known.manners.leaving)]);
    this.#tell({ kind: 'print-result', job, end: await end });
    this.#tellLearnt(message.printer, known);
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

  async #end(
    { job, printer, bytes, isPulse }: PrintJob,
    manners: Manners,
    underWay: UnderWay,
    greeted: Greeted | null,
  ): Promise<PrintEnd> {
    const watch: PrintWatch = {
      starting: async () =>
        underWay.started ||
        new Promise((resolve) => {
          underWay.go = resolve;
          this.#tell({ kind: 'print-ready', job });
        }),
      holding: (trouble) => this.#tell({ kind: 'print-holding', job, trouble }),
      givenUp: underWay.giveUp.signal,
    };
    try {
      return await this.#ways.printOn(printer, bytes, manners, watch, greeted, isPulse);
    } catch {
      // A defect in a driver ends its job, not the jobs behind it.
      return underWay.started ? interrupted('failed') : notStarted('failed');
    }
  }

  #tellLearnt(printer: PrinterSettings, known: Known): void {
    const { tells } = known.manners;
    if (tells === null || tells === known.told) return;
    known.told = tells;
    this.#tell({ kind: 'printer-learnt', printer, tells });
  }

  /** @param told what main knows of it from earlier */
  #knownOf(printer: PrinterSettings, told: boolean | null): Known {
    const place = placeOf(printer);
    const known = this.#known.get(place) ?? {
      manners: new Manners('status' in printer ? printer.status : 'none', told),
      told,
      free: Promise.resolve(),
      ahead: null,
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
