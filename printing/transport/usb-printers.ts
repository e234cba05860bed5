import { readdir, readFile, realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { UsbIdentity } from '../../app/domain/found-device.ts';
import type { FoundPrinter } from '../../app/domain/found-printer.ts';

type UsbPrinter = Extract<FoundPrinter, { kind: 'serial' | 'usb' }>;

/** USB printers as the Linux kernel tells of them; none on another system. `sys` is where it tells. */
export async function usbPrinters(sys = '/sys'): Promise<readonly UsbPrinter[]> {
  const folder = join(sys, 'class', 'usbmisc');
  const names = await readdir(folder).catch(() => []);
  const nodes = names.filter((name) => /^lp\d+$/.test(name)).toSorted();
  return Promise.all(nodes.map((node) => usbPrinter(folder, node)));
}

/** What is known of the printer at `path`: no more than that where the system does not tell. */
export async function usbPrinterAt(path: string, sys = '/sys'): Promise<UsbPrinter> {
  const node = basename(await realpath(path).catch(() => path));
  return { ...(await usbPrinter(join(sys, 'class', 'usbmisc'), node)), path };
}

async function usbPrinter(folder: string, node: string): Promise<UsbPrinter> {
  const path = `/dev/usb/${node}`;
  // The node belongs to an interface of the device.
  const device = await realpath(join(folder, node, 'device')).then(dirname, () => '');
  const [vendorId, productId, serialNumber, maker, product] = await Promise.all(
    ['idVendor', 'idProduct', 'serial', 'manufacturer', 'product'].map((name) => attribute(device, name)),
  );
  const name = [maker, product].filter(Boolean).join(' ') || path;
  if (!vendorId || !productId) return { kind: 'usb', name, path };
  const usb: UsbIdentity = { vendorId, productId, ...(serialNumber && { serialNumber }) };
  return { kind: 'usb', name, path, usb };
}

async function attribute(device: string, name: string): Promise<string> {
  const text = await readFile(join(device, name), 'utf8').catch(() => '');
  return text.trim();
}
