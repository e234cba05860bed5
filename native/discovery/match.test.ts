import { expect, test } from 'vitest';
import type { FoundDevice } from '../../app/domain/found-device.ts';
import { isWanted } from './match.ts';

const usb = { vendorId: '05e0', productId: '1701', serialNumber: 'SN43' };
const port: FoundDevice = { kind: 'serial', name: 'Symbol CDC Scanner', path: '/dev/ttyACM0', usb };

test.each([
  ['the one with its serial number', usb, true],
  ['any of its model', { vendorId: '05e0', productId: '1701' }, true],
  ['another of its model', { ...usb, serialNumber: 'SN44' }, false],
  ['another product', { ...usb, productId: '1702' }, false],
  ['another vendor', { ...usb, vendorId: '0c2e' }, false],
])('%s', (_, wanted, is) => {
  expect(isWanted(port, wanted)).toBe(is);
});

test('a device that does not tell its serial number is not the one with a serial number', () => {
  const silent = { ...port, usb: { vendorId: '05e0', productId: '1701' } };
  expect(isWanted(silent, usb)).toBe(false);
  expect(isWanted(silent, { vendorId: '05e0', productId: '1701' })).toBe(true);
});

test('what is no USB device is never wanted', () => {
  const onTheBoard: FoundDevice = { kind: 'serial', name: '/dev/ttyS0', path: '/dev/ttyS0' };
  expect(isWanted(onTheBoard, usb)).toBe(false);
});
