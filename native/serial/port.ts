import { EventEmitter } from 'node:events';
import { SerialPort } from 'serialport';
import { fail, ok, type Result } from '../../app/domain/result.ts';
import type { ScannerSettings } from '../../app/settings/scanners.ts';
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
    let cancelCheck = () => {};
    const close = () => {
      port.off('data', take);
      framer.stop();
      cancelCheck();
      port.close(resolve);
    };
    const checkSoon = () => {
      cancelCheck();
      cancelCheck = clock.schedule(() => void isGone(port).then((gone) => gone && close()), CHECK_AFTER_MS);
    };
    const take = (chunk: Uint8Array) => {
      framer.push(chunk);
      checkSoon();
    };
    port.on('data', take);
    onReadable(port, checkSoon);
    port.once('close', () => cancelCheck());
    port.once('close', resolve);
    // A device that reports the end of the stream is gone, though the port stays open.
    port.once('end', close);
    stopped.addEventListener('abort', close);
    port.once('close', () => stopped.removeEventListener('abort', close));
    if (stopped.aborted) close();
  });
  framer.stop();
}

/** How long after a port stirred it is checked for still being there, in ms. */
const CHECK_AFTER_MS = 150;

/**
 * True for a port whose device was pulled out. Serialport tells so by itself while it waits for bytes; pulled out just when
 * there was something to read, it takes the empty reads of a terminal that hung up for a pause, and reads on for ever
 * (bindings-cpp 13, unix-read). Linux then refuses every question about the terminal.
 */
async function isGone({ port }: SerialPort): Promise<boolean> {
  if (process.platform !== 'linux' || !port) return false;
  try {
    await port.getBaudRate();
    return false;
  } catch {
    return true;
  }
}

/** The binding's own notice that there is something to read, or that the terminal hung up; only Unix bindings have it. */
function onReadable({ port }: SerialPort, stirred: () => void): void {
  if (port && 'poller' in port && port.poller instanceof EventEmitter) port.poller.on('readable', stirred);
}
