import type { FoundDevice } from '../../app/domain/found-device.ts';
import { listHidScanners } from './hid-scanners.ts';
import { listSerialPorts } from './serial-ports.ts';

/** Everything plugged in that may be a scanner, what says so by itself first. */
export async function findDevices(): Promise<readonly FoundDevice[]> {
  const [hid, serial] = await Promise.all([listHidScanners(), listSerialPorts()]);
  return [...hid, ...serial];
}
