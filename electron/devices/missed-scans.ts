import type { ScannerState } from '../../native/scanner.ts';

/**
 * Knows when scans may have been lost because the device host was dead: those of scanners that were at work when it died, and are heard
 * again. For scanners of which the system keeps nothing while nobody reads them.
 */
export class MissedScans {
  readonly #working = new Set<number>();
  readonly #unheard = new Set<number>();

  hostDied(): void {
    for (const place of this.#working) this.#unheard.add(place);
    this.#working.clear();
  }

  /** The scanners are others now. */
  forget(): void {
    this.#working.clear();
    this.#unheard.clear();
  }

  /** Takes a scanner's state; true where scans may have been missed until now. Once for each time without a host. */
  told(place: number, state: ScannerState): boolean {
    if (state === 'connecting') return false;
    const unheard = this.#unheard.delete(place);
    if (state !== 'ready') {
      this.#working.delete(place);
      return false;
    }
    this.#working.add(place);
    if (unheard) this.#unheard.clear();
    return unheard;
  }
}
