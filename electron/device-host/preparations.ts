import { isDeepStrictEqual } from 'node:util';
import type { PrinterSettings } from '../../app/settings/printers.ts';
import type { PreparationMessage, ToHost } from './protocol.ts';

type Preparation = { readonly printer: PrinterSettings; isReady: boolean };

/** The printers that one device host makes ready ahead of their slips. */
export class Preparations {
  readonly #preparations = new Map<number, Preparation>();
  #last = 0;

  /** Has the host make the printer ready; gives how to call that off when no slip came. */
  begin(printer: PrinterSettings, tells: boolean | null, send: (message: ToHost) => void): () => void {
    this.#last += 1;
    const preparation = this.#last;
    this.#preparations.set(preparation, { printer, isReady: false });
    send({ kind: 'printer-prepare', preparation, printer, tells });
    return () => {
      if (this.#preparations.delete(preparation)) send({ kind: 'printer-release', preparation });
    };
  }

  told({ preparation, is }: PreparationMessage): void {
    const begun = this.#preparations.get(preparation);
    if (begun && is) begun.isReady = true;
    else this.#preparations.delete(preparation);
  }

  /** For a slip that goes to the printer now: whether it stands ready. What was prepared is the slip's from here on. */
  take(printer: PrinterSettings): boolean {
    for (const [preparation, begun] of this.#preparations) {
      if (!isDeepStrictEqual(begun.printer, printer)) continue;
      this.#preparations.delete(preparation);
      return begun.isReady;
    }
    return false;
  }

  hostDied(): void {
    this.#preparations.clear();
  }
}
