import { type Device, devicesAsync } from 'node-hid';
import type { FoundDevice, UsbIdentity } from '../../app/domain/found-device.ts';
import { deviceName } from './serial-ports.ts';

/** Bar Code Scanner page, usage Bar Code Scanner (HID POS Usage Tables 1.02, section 3). */
const SCANNER = { usagePage: 0x8c, usage: 0x02 };

/** The HID POS scanners that are plugged in; none when the system does not tell. */
export async function listHidScanners(): Promise<readonly FoundDevice[]> {
  const devices = await devicesAsync().catch(() => []);
  return devices.flatMap((device) => {
    const { path, usagePage, usage } = device;
    if (path === undefined || usagePage !== SCANNER.usagePage || usage !== SCANNER.usage) return [];
    const name = deviceName(device.manufacturer, device.product) || path;
    return [{ kind: 'hid', name, path, usb: identityOf(device) }];
  });
}

function identityOf({ vendorId, productId, serialNumber }: Device): UsbIdentity {
  const numbers = { vendorId: hexadecimal(vendorId), productId: hexadecimal(productId) };
  return serialNumber ? { ...numbers, serialNumber } : numbers;
}

function hexadecimal(number: number): string {
  return number.toString(16).padStart(4, '0');
}
