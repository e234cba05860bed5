import type { TriedScan } from '../../app/contract/view.ts';
import { splitAim } from '../../app/domain/codes/aim.ts';
import type { Scan } from '../../app/domain/scan.ts';

const MOST_SHOWN = 10;

/** Scans while scanners are being tried out: shown, with what the till would have made of them, and sold to nobody. */
export class ScanTrial {
  readonly #read: (scan: Scan) => TriedScan['readings'];
  readonly #changed: () => void;
  #scans: readonly TriedScan[] | null = null;
  #count = 0;

  /** @param read what the till makes of a code */
  constructor(read: (scan: Scan) => TriedScan['readings'], changed: () => void) {
    this.#read = read;
    this.#changed = changed;
  }

  /** The latest scans, newest first; `null` while nobody tries anything. */
  get scans(): readonly TriedScan[] | null {
    return this.#scans;
  }

  listen(on: boolean): void {
    if (on === (this.#scans !== null)) return;
    this.#scans = on ? [] : null;
    this.#changed();
  }

  /** False for a scan that is meant for the sale. */
  takes(scan: Scan): boolean {
    if (!this.#scans) return false;
    this.#count += 1;
    const { text, aim } = scan.aim === undefined ? splitAim(scan.text) : scan;
    const { source, at } = scan;
    const tried = { id: this.#count, text, aim: aim ?? null, source, at, readings: this.#read(scan) };
    this.#scans = [tried, ...this.#scans].slice(0, MOST_SHOWN);
    this.#changed();
    return true;
  }
}
