import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { usbPrinterAt, usbPrinters } from './usb-printers.ts';

/** What Linux tells of USB printers: a node for each, and the device that its interface belongs to. */
function sysWith(printers: Readonly<Record<string, Readonly<Record<string, string>>>>): string {
  const sys = mkdtempSync(join(tmpdir(), 'sys-'));
  onTestFinished(() => rmSync(sys, { recursive: true }));
  for (const [node, attributes] of Object.entries(printers)) {
    const device = join(sys, 'devices', `usb-${node}`);
    mkdirSync(join(device, 'interface'), { recursive: true });
    for (const [name, text] of Object.entries(attributes)) writeFileSync(join(device, name), `${text}\n`);
    const folder = join(sys, 'class', 'usbmisc', node);
    mkdirSync(folder, { recursive: true });
    symlinkSync(join(device, 'interface'), join(folder, 'device'));
  }
  return sys;
}

test('printers are told with who they are', async () => {
  const epson = { idVendor: '04b8', idProduct: '0202', serial: 'SN44', manufacturer: 'EPSON', product: 'TM-T88V' };
  const silent = { idVendor: '0483', idProduct: '5743' };
  const sys = sysWith({ lp1: silent, lp0: epson });
  expect(await usbPrinters(sys)).toEqual([
    {
      kind: 'usb',
      name: 'EPSON TM-T88V',
      path: '/dev/usb/lp0',
      usb: { vendorId: '04b8', productId: '0202', serialNumber: 'SN44' },
    },
    { kind: 'usb', name: '/dev/usb/lp1', path: '/dev/usb/lp1', usb: { vendorId: '0483', productId: '5743' } },
  ]);
});

test('who a printer is can be asked of its path; one of which the system does not tell has the path alone', async () => {
  const sys = sysWith({ lp0: { idVendor: '04b8', idProduct: '0202', serial: 'SN44', product: 'TM-T88V' } });
  expect(await usbPrinterAt('/dev/usb/lp0', sys)).toEqual({
    kind: 'usb',
    name: 'TM-T88V',
    path: '/dev/usb/lp0',
    usb: { vendorId: '04b8', productId: '0202', serialNumber: 'SN44' },
  });
  expect(await usbPrinterAt('/dev/usb/lp1', sys)).toMatchObject({ kind: 'usb', path: '/dev/usb/lp1' });
  expect(await usbPrinterAt('/dev/usb/lp1', sys)).not.toHaveProperty('usb');
});

test('other nodes of the same class are none', async () => {
  expect(await usbPrinters(sysWith({ hiddev0: { idVendor: '05e0', idProduct: '1701' } }))).toEqual([]);
});

test('a system that does not tell has none', async () => {
  expect(await usbPrinters('/dev/null/x')).toEqual([]);
});
