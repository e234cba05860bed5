import { describe, expect, test } from 'vitest';
import type { FoundDevice } from '../../app/domain/found-device.ts';
import { isWanted, placesOf, type WantedDevice } from './match.ts';

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

describe('the places where a device may be', () => {
  const stranger: FoundDevice = { ...port, path: '/dev/ttyACM1', usb: { ...usb, serialNumber: 'SN44' } };
  const silent: FoundDevice = { kind: 'serial', name: '/dev/ttyS0', path: '/dev/ttyS0' };
  const there = [port, stranger, silent];
  const places = (wanted: WantedDevice, found = there) =>
    placesOf(
      wanted,
      async () => found,
      async (path) => found.find((device) => device.path === path) ?? null,
    );

  test('a USB device is wherever it is plugged in', async () => {
    expect(await places({ usb, path: stranger.path })).toEqual([port]);
  });

  test('one that is off is not what has its path now', async () => {
    expect(await places({ usb, path: stranger.path }, [stranger, silent])).toEqual([]);
  });

  test('one may be at a path of which nobody tells who is there', async () => {
    expect(await places({ usb, path: silent.path }, [stranger, silent])).toEqual([silent]);
  });

  test('a path alone is whatever is there', async () => {
    expect(await places({ path: stranger.path })).toEqual([stranger]);
    expect(await places({ path: '/dev/ttyS9' })).toEqual([]);
  });
});
