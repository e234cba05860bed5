import type { ScannerMessage } from './protocol.ts';

/** The scanners of which the device host has a part of a code in hand, by what it tells. */
export class CodesUnderWay {
  readonly #places = new Set<number>();

  told(message: ScannerMessage): void {
    if (message.kind !== 'scan-under-way') return;
    if (message.is) this.#places.add(message.scanner);
    else this.#places.delete(message.scanner);
  }

  /** The scanners are others now. */
  forget(): void {
    this.#places.clear();
  }

  places(): number[] {
    return [...this.#places];
  }
}
