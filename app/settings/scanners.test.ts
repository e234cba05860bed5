import { expect, test } from 'vitest';
import { scannerSchema } from './scanners.ts';

const usb = { vendorId: '05e0', productId: '1701' };

test.each([
  [
    { kind: 'serial', path: '/dev/ttyACM0' },
    { kind: 'serial', path: '/dev/ttyACM0', baudRate: 9600, end: 'terminator', alphabet: 'auto' },
  ],
  [
    { kind: 'serial', usb: { ...usb, serialNumber: 'SN43' }, end: 'silence' },
    { kind: 'serial', usb: { ...usb, serialNumber: 'SN43' }, baudRate: 9600, end: 'silence', alphabet: 'auto' },
  ],
  [{ kind: 'hid' }, { kind: 'hid', alphabet: 'auto' }],
  [
    { kind: 'hid', name: 'Прилавок', usb: { vendorId: '0C2E', productId: '0B81' } },
    { kind: 'hid', name: 'Прилавок', usb: { vendorId: '0c2e', productId: '0b81' }, alphabet: 'auto' },
  ],
  [{ kind: 'wedge' }, { kind: 'wedge', suffix: 'Enter', minLength: 6, capsLock: 'ignored' }],
])('%j', (given, settings) => {
  expect(scannerSchema.parse(given)).toEqual(settings);
});

test.each([
  ['neither path nor usb', { kind: 'serial' }],
  ['a number that is not four hexadecimal digits', { kind: 'hid', usb: { vendorId: '0x0c2e', productId: '0b81' } }],
  ['a product without its vendor', { kind: 'hid', usb: { productId: '0b81' } }],
  ['a key of another kind', { kind: 'hid', path: '/dev/hidraw0' }],
  ['an unknown kind', { kind: 'bluetooth' }],
  ['a speed that no port has', { kind: 'serial', path: 'COM3', baudRate: 1 }],
  ['a shortest code that any typing would be', { kind: 'wedge', minLength: 1 }],
])('%s is refused', (_, given) => {
  expect(scannerSchema.safeParse(given).success).toBe(false);
});
