import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { ScannerMessage } from '../device-host/protocol.ts';

/**
 * Holds the serial ports that the device host reads open a second time, without ever reading. When the host dies the system
 * would otherwise close them and drop what they receive; so it keeps that, some four thousand bytes, for the next host.
 * On Linux only: elsewhere a port opens once.
 */
export class HeldPorts {
  readonly #held = new Map<number, Promise<FileHandle | null>>();

  told(message: ScannerMessage): void {
    if (message.kind !== 'scanner-state' || process.platform !== 'linux') return;
    const { scanner, state, device } = message;
    // A host that has only just been started says this of a port that is still held for it.
    if (state === 'connecting') return;
    // The device is gone or another's: its name must be free when it returns.
    void this.#release(scanner);
    if (state === 'ready' && device?.kind === 'serial') this.#held.set(scanner, openQuietly(device.path));
  }

  async close(): Promise<void> {
    await Promise.all([...this.#held.keys()].map((place) => this.#release(place)));
  }

  async #release(place: number): Promise<void> {
    const held = this.#held.get(place);
    this.#held.delete(place);
    await (await held)?.close();
  }
}

async function openQuietly(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
  } catch {
    return null;
  }
}
