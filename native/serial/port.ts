import { SerialPort } from 'serialport';
import { fail, ok, type Result } from '../../app/domain/result.ts';
import type { ScannerSettings } from '../../app/settings/profile.ts';
import { createFramer, type FrameListeners, type FramerClock } from '../scan/framer.ts';
import { type OpenFailure, openFailure, systemCodeOf } from './open-failure.ts';

/**
 * Opens the port. Always a new object: one that was closed sends what was written to it in between, and glues half a
 * code to the next one, as soon as it is opened again.
 */
export async function openPort({ path, baudRate }: ScannerSettings): Promise<Result<SerialPort, OpenFailure>> {
  const port = new SerialPort({ path, baudRate, autoOpen: false });
  // Losing the device ends in 'close'; an 'error' without a listener would end the process.
  port.on('error', () => {});
  const error = await new Promise<Error | null>((resolve) => port.open(resolve));
  return error ? fail(openFailure(error.message, await systemCodeOf(path))) : ok(port);
}

const clock: FramerClock = {
  now: () => performance.now(),
  schedule(callback, delayMs) {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
};

/** Reads frames until the device is gone or `stopped` is raised; settles when the port is closed. */
export async function readFrames(port: SerialPort, listeners: FrameListeners, stopped: AbortSignal): Promise<void> {
  const framer = createFramer(listeners, clock);
  await new Promise<unknown>((resolve) => {
    const close = () => {
      port.off('data', framer.push);
      framer.stop();
      port.close(resolve);
    };
    port.on('data', framer.push);
    port.once('close', resolve);
    // A device that reports the end of the stream is gone, though the port stays open.
    port.once('end', close);
    stopped.addEventListener('abort', close);
    port.once('close', () => stopped.removeEventListener('abort', close));
    if (stopped.aborted) close();
  });
  framer.stop();
}
