import type { SerialPort } from 'serialport';
import { fail, ok } from '../../app/domain/result.ts';
import type { Channel, ChannelListeners } from './channel.ts';

/** So little that a chunk is through within its deadline at any usual rate, and that a stuck printer is noticed soon. */
const CHUNK_BYTES = 1_024;

/** The way to a printer at a serial port, just opened for this job and closed behind it. */
export function serialChannel(port: SerialPort): Channel {
  const closed = new Promise<void>((resolve) => port.once('close', () => resolve()));
  let closing = false;

  async function close(): Promise<void> {
    closing = true;
    if (port.isOpen) port.close(() => {});
    await closed;
  }

  return {
    chunkBytes: CHUNK_BYTES,
    send: (bytes, withinMs) =>
      new Promise((resolve) => {
        const deadline = setTimeout(() => resolve(fail('timeout')), withinMs);
        const end = (error: Error | null | undefined): void => {
          clearTimeout(deadline);
          resolve(error ? fail('failed') : ok(undefined));
        };
        if (!port.isOpen) return end(new Error('closed'));
        // Written is what the program has handed over; drained is what the line has taken.
        port.write(bytes, (error) => (error ? end(error) : port.drain(end)));
      }),
    listen({ heard, lost }: ChannelListeners) {
      port.on('data', heard);
      port.once('close', () => {
        if (!closing) lost('failed');
      });
    },
    async close() {
      await close();
      return ok(undefined);
    },
    async abort() {
      closing = true;
      // What the system still holds back would go out at the next opening.
      if (port.isOpen) await new Promise<unknown>((resolve) => port.flush(resolve));
      await close();
    },
  };
}
