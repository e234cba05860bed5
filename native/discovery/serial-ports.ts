import { readdir, readFile, realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { SerialPort } from 'serialport';
import type { FoundDevice, UsbIdentity } from '../../app/domain/found-device.ts';

/** Where Linux tells of its devices. */
const SYS = '/sys';

/** The serial ports of this machine; none when the system does not tell. */
export async function listSerialPorts(): Promise<readonly FoundDevice[]> {
  return process.platform === 'linux' ? linuxSerialPorts() : namedPorts();
}

/** What is known of the port at `path`; `null` where there is none, as far as the system tells. */
export async function serialPortAt(path: string): Promise<FoundDevice | null> {
  const unknown: FoundDevice = { kind: 'serial', name: path, path };
  if (process.platform !== 'linux') return (await namedPorts()).find((port) => port.path === path) ?? unknown;
  // Who a device is Linux tells before its node appears.
  const node = await realpath(path).catch(() => null);
  if (node === null) return null;
  return { ...((await linuxSerialPort(SYS, basename(node))) ?? unknown), path };
}

/** What serialport asks on Linux is udev, by a program that is not everywhere; the kernel knows the same. */
export async function linuxSerialPorts(sys: string = SYS): Promise<readonly FoundDevice[]> {
  const names = await readdir(join(sys, 'class', 'tty')).catch(() => []);
  const ports = await Promise.all(names.toSorted().map((name) => linuxSerialPort(sys, name)));
  return ports.filter((port) => port !== null);
}

/** `null` for a terminal that nothing is behind: a console, or one of the ports that the kernel only keeps a place for. */
async function linuxSerialPort(sys: string, name: string): Promise<FoundDevice | null> {
  const tty = join(sys, 'class', 'tty', name);
  const device = await realpath(join(tty, 'device')).catch(() => null);
  if (device === null || (await attribute(tty, 'type')) === '0') return null;
  const path = `/dev/${name}`;
  const usb = await usbFolder(device);
  if (usb === null) return { kind: 'serial', name: path, path };
  const [vendorId, productId, serialNumber, maker, product] = await Promise.all(
    ['idVendor', 'idProduct', 'serial', 'manufacturer', 'product'].map((one) => attribute(usb, one)),
  );
  if (!vendorId || !productId) return null;
  const identity: UsbIdentity = { vendorId, productId, ...(serialNumber && { serialNumber }) };
  return { kind: 'serial', name: deviceName(maker, product) || path, path, usb: identity };
}

/** The folder of the USB device that this is an interface of. */
async function usbFolder(device: string): Promise<string | null> {
  for (let folder = device; folder !== dirname(folder); folder = dirname(folder)) {
    if ((await attribute(folder, 'idVendor')) !== null) return folder;
  }
  return null;
}

async function attribute(folder: string, name: string): Promise<string | null> {
  const text = await readFile(join(folder, name), 'utf8').catch(() => null);
  return text === null ? null : text.trim();
}

async function namedPorts(): Promise<readonly FoundDevice[]> {
  const ports = await SerialPort.list().catch(() => []);
  return ports.map(({ path, vendorId, productId, serialNumber, manufacturer }) => {
    const name = deviceName(manufacturer) || path;
    if (!vendorId || !productId) return { kind: 'serial', name, path };
    const usb = { vendorId: vendorId.toLowerCase(), productId: productId.toLowerCase() };
    return { kind: 'serial', name, path, usb: { ...usb, ...(serialNumber && { serialNumber }) } };
  });
}

/** Maker and product as one name, «Symbol CDC Scanner»; empty when the device tells neither. */
export function deviceName(...words: readonly (string | null | undefined)[]): string {
  return words.filter(Boolean).join(' ').trim();
}
