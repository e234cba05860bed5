import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startPty } from '../../e2e/support/devices/pty.ts';
import { deviceName, linuxSerialPorts, serialPortAt } from './serial-ports.ts';

/** Where Linux tells of its devices: a folder for each terminal, a link to its device, the USB device above that. */
let sys: string;

beforeEach(() => {
  sys = mkdtempSync(join(tmpdir(), 'sys-'));
});
afterEach(() => rmSync(sys, { recursive: true }));

function addTerminal(name: string, device: string | null, attributes: Readonly<Record<string, string>> = {}): void {
  const folder = join(sys, 'class', 'tty', name);
  mkdirSync(folder, { recursive: true });
  for (const [attribute, value] of Object.entries(attributes)) writeFileSync(join(folder, attribute), `${value}\n`);
  if (device === null) return;
  mkdirSync(join(sys, 'devices', device), { recursive: true });
  symlinkSync(join(sys, 'devices', device), join(folder, 'device'));
}

function describeUsb(device: string, attributes: Readonly<Record<string, string>>): void {
  mkdirSync(join(sys, 'devices', device), { recursive: true });
  for (const [name, value] of Object.entries(attributes))
    writeFileSync(join(sys, 'devices', device, name), `${value}\n`);
}

test('a USB scanner is told with its names and numbers, a port on the board by its path', async () => {
  describeUsb('usb1/1-1', {
    idVendor: '05e0',
    idProduct: '1701',
    serial: 'SN43',
    manufacturer: 'Symbol',
    product: 'CDC Scanner',
  });
  addTerminal('ttyACM0', 'usb1/1-1/1-1:1.0');
  addTerminal('ttyS0', 'platform/serial8250', { type: '4' });
  expect(await linuxSerialPorts(sys)).toEqual([
    {
      kind: 'serial',
      name: 'Symbol CDC Scanner',
      path: '/dev/ttyACM0',
      usb: { vendorId: '05e0', productId: '1701', serialNumber: 'SN43' },
    },
    { kind: 'serial', name: '/dev/ttyS0', path: '/dev/ttyS0' },
  ]);
});

test('what a USB device does not tell is left out', async () => {
  describeUsb('usb1/1-2', { idVendor: '1a86', idProduct: '7523' });
  addTerminal('ttyUSB0', 'usb1/1-2/1-2:1.0/ttyUSB0');
  expect(await linuxSerialPorts(sys)).toEqual([
    { kind: 'serial', name: '/dev/ttyUSB0', path: '/dev/ttyUSB0', usb: { vendorId: '1a86', productId: '7523' } },
  ]);
});

test('consoles and ports that are not there are left out', async () => {
  addTerminal('tty1', null);
  addTerminal('ttyS3', 'platform/serial8250', { type: '0' });
  expect(await linuxSerialPorts(sys)).toEqual([]);
});

test('a system that tells nothing has no ports', async () => {
  expect(await linuxSerialPorts(join(sys, 'nowhere'))).toEqual([]);
});

test('a pseudo-terminal is told by its path', async () => {
  const pty = await startPty();
  expect(await serialPortAt(pty.portPath)).toEqual({ kind: 'serial', name: pty.portPath, path: pty.portPath });
  await pty.close();
  expect(await serialPortAt(pty.portPath)).toBeNull();
});

test.each([
  [['Symbol', 'CDC Scanner'], 'Symbol CDC Scanner'],
  [[null, 'CDC Scanner'], 'CDC Scanner'],
  [['Symbol', undefined], 'Symbol'],
  [[null, ''], ''],
])('maker and product %j are called %j', (words, name) => {
  expect(deviceName(...words)).toBe(name);
});
