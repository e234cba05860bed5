import { expect, test } from 'vitest';
import type { FoundDevice } from '../../app/domain/found-device.ts';
import { udevRule } from './udev-rule.ts';

const usb = { vendorId: '0c2e', productId: '0b81', serialNumber: 'SN42' };

test.each<[FoundDevice, string]>([
  [
    { kind: 'hid', name: 'HID POS Scanner', path: '/dev/hidraw3', usb },
    'KERNEL=="hidraw*", ATTRS{idVendor}=="0c2e", ATTRS{idProduct}=="0b81", MODE="0660", TAG+="uaccess"',
  ],
  [
    { kind: 'serial', name: 'CDC Scanner', path: '/dev/ttyACM0', usb },
    'SUBSYSTEM=="tty", ATTRS{idVendor}=="0c2e", ATTRS{idProduct}=="0b81", MODE="0660", TAG+="uaccess"',
  ],
  [{ kind: 'serial', name: '/dev/ttyS0', path: '/dev/ttyS0' }, 'KERNEL=="ttyS0", MODE="0660", TAG+="uaccess"'],
])('%j', (device, rule) => {
  expect(udevRule(device)).toBe(rule);
});
