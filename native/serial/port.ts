import { SerialPort } from 'serialport';
import { fail, ok, type Result } from '../../app/domain/result.ts';
import type { SerialSettings } from '../../app/settings/scanners.ts';
import { type OpenFailure, systemCodeOf } from '../open-failure.ts';
import { scanClock } from '../scan/clock.ts';
import { createFramer, type FrameListeners, type FramerStart } from '../scan/framer.ts';
import { onChange } from '../scan/on-change.ts';
import { polledPort, readPolled } from './polled-port.ts';
import { portFailure } from './port-failure.ts';

/**
 * Opens the port. Always a new object: one that was closed sends what was written to it in between, and glues half a
 * code to the next one, as soon as it is opened again.
 * @param pending what the system received before: noise of an unset port, or scans that nobody was there to read
 */
export async function openPort(
  path: string,
  { baudRate }: Pick<SerialSettings, 'baudRate'>,
  pending: 'dropped' | 'kept',
): Promise<Result<SerialPort, OpenFailure>> {
  const odd = pending === 'kept' && process.platform === 'linux' ? ODD_BAUD : 0;
  const port = new SerialPort({ path, baudRate: baudRate + odd, autoOpen: false });
  // Losing the device ends in 'close'; an 'error' without a listener would end the process.
  port.on('error', () => {});
  const error = await new Promise<Error | null>((resolve) => port.open(resolve));
  return error ? fail(portFailure(error.message, await systemCodeOf(path))) : ok(port);
}

/**
 * Serialport drops what is pending when it sets one of the usual rates, and does not when it sets another on Linux (bindings-cpp
 * 13, setBaudRate). One baud more is within every device's tolerance by far.
 */
const ODD_BAUD = 1;

/**
 * Reads frames until the device is gone or `stopped` is raised; settles when the port is closed. A code is told to be under way
 * before its bytes are read, and not after they have been dealt with: so it is known when the process dies in between.
 */
export async function readFrames(
  port: SerialPort,
  start: FramerStart,
  listeners: FrameListeners,
  stopped: AbortSignal,
): Promise<void> {
  const underWay = onChange(start.inside, listeners.underWay);
  const framer = createFramer({ ...listeners, underWay }, scanClock, start);
  await new Promise<unknown>((resolve) => {
    let reading = true;
    const close = () => {
      if (!reading) return;
      reading = false;
      port.close(resolve);
    };
    const take = (chunk: Uint8Array) => {
      if (reading) framer.push(chunk);
    };
    port.once('close', resolve);
    stopped.addEventListener('abort', close);
    port.once('close', () => stopped.removeEventListener('abort', close));
    const polled = polledPort(port);
    if (polled) readPolled(polled, { ready: () => underWay(true), take, gone: close });
    else port.on('data', take);
    if (stopped.aborted) close();
  });
  framer.stop();
  underWay(false);
}
