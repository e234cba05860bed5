import { HIDAsync } from 'node-hid';
import type { FoundDevice } from '../../app/domain/found-device.ts';
import { fail, ok, type Result } from '../../app/domain/result.ts';
import { failureByCode, type OpenFailure, systemCodeOf } from '../open-failure.ts';
import { scanClock } from '../scan/clock.ts';
import { onChange } from '../scan/on-change.ts';
import { createJoiner, type JoinerListeners } from './joiner.ts';

/** Makers whose scanners send their data as HID POS only once feature report 254 says so: Honeywell, Youjie. */
const SWITCHED_ON = ['0c2e', '23d0'];
const SWITCH_ON = [254, 1];

/** Opens the device; its own fault or the system's is no exception. */
export async function openHid({ path, usb }: FoundDevice): Promise<Result<HIDAsync, OpenFailure>> {
  try {
    const device = await HIDAsync.open(path);
    // Losing the device ends in 'error', which without a listener would end the process.
    device.on('error', () => {});
    if (usb && SWITCHED_ON.includes(usb.vendorId)) await device.sendFeatureReport(SWITCH_ON).catch(refused);
    return ok(device);
  } catch {
    return fail(failureByCode(process.platform === 'linux' ? await systemCodeOf(path) : null));
  }
}

/** A model that knows no such report sends its data anyway. */
function refused(): void {}

/** Reads codes until the device is gone or `stopped` is raised; settles when it is closed. */
export async function readCodes(
  device: HIDAsync,
  inside: boolean,
  listeners: JoinerListeners,
  stopped: AbortSignal,
): Promise<void> {
  const underWay = onChange(inside, listeners.underWay);
  const joiner = createJoiner({ ...listeners, underWay }, scanClock, inside);
  await new Promise<void>((resolve) => {
    const close = () => {
      stopped.removeEventListener('abort', close);
      device.removeAllListeners('data');
      joiner.stop();
      resolve();
    };
    // An unplugged device tells so by an error, and by nothing else.
    device.once('error', close);
    device.on('data', (report: Uint8Array) => joiner.push(report));
    stopped.addEventListener('abort', close);
    if (stopped.aborted) close();
  });
  underWay(false);
  await device.close().catch(() => {});
}
