import { EventEmitter } from 'node:events';
import { readSync } from 'node:fs';
import type { SerialPort } from 'serialport';

/** An open port as serialport's Unix bindings hold it: a file, and what tells when there is something to read. */
type PolledPort = { readonly fd: number; readonly poller: EventEmitter };

export type PollListeners = {
  /** There is something to read; `take` follows at once. */
  ready(): void;
  /** The bytes, valid until it returns; none where there was nothing after all. */
  take(chunk: Uint8Array): void;
  /** The port was closed, or its device is gone. */
  gone(): void;
};

/** Bytes read at a time: a few codes, so that few are lost should the process die just then. */
const CHUNK = 64;
/** Bytes read before other work has its turn. */
const TURN = 65_536;

/** `null` where the bindings are of another kind, as on Windows. */
export function polledPort({ port }: SerialPort): PolledPort | null {
  if (!port || !('fd' in port) || !('poller' in port)) return null;
  const { fd, poller } = port;
  return typeof fd === 'number' && poller instanceof EventEmitter ? { fd, poller } : null;
}

/**
 * Reads the port until it is gone. Serialport's own stream reads ahead in another thread: what it has is lost when the process
 * dies. It also takes the empty reads of a terminal that hung up for a pause, and reads on for ever (bindings-cpp 13, unix-read).
 */
export function readPolled({ fd, poller }: PolledPort, { ready, take, gone }: PollListeners): void {
  const chunk = new Uint8Array(CHUNK);
  const awaitBytes = () => poller.once('readable', (error) => (error ? gone() : read()));
  const read = () => {
    for (let taken = 0; taken < TURN; taken += CHUNK) {
      ready();
      const length = readNow(fd, chunk);
      if (length === 'gone') {
        gone();
        return;
      }
      take(chunk.subarray(0, length));
      // There is no more for now.
      if (length < CHUNK) break;
    }
    awaitBytes();
  };
  awaitBytes();
}

function readNow(fd: number, chunk: Uint8Array): number | 'gone' {
  try {
    return readSync(fd, chunk) || 'gone';
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    return code === 'EAGAIN' || code === 'EINTR' ? 0 : 'gone';
  }
}
