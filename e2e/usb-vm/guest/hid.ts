import assert from 'node:assert/strict';
import { chmodSync } from 'node:fs';
import { after, test } from 'node:test';
import { findDevices } from '../../../native/discovery/find-devices.ts';
import { udevRule } from '../../../native/discovery/udev-rule.ts';
import { openHidScanner } from '../../../native/hid/hid-scanner.ts';
import { reportsOf } from '../../support/devices/hid-pos.ts';
import { type Heard, listen } from './listening.ts';
import { hidScanner } from './scanners.ts';

/** HID POS scanners: real /dev/hidraw nodes under native/hid. */

const model = { vendorId: '0c2e', productId: '0b81', maker: 'Honeywell', product: 'HID POS Scanner' };
const scanner = hidScanner({ ...model, serialNumber: 'HID-1' });
const other = hidScanner({ ...model, serialNumber: 'HID-2' });
const long = `010460123456789021${'A'.repeat(100)}\x1d93dGVz`;
let heard: Heard;

after(() => heard.stop());

test('a scanner that is plugged in later is found, and by name', async () => {
  heard = listen((listeners) => openHidScanner({ kind: 'hid', alphabet: 'auto' }, listeners));
  await heard.untilState('not-found');
  scanner.plug();
  await heard.untilState('ready');
  const usb = { vendorId: '0c2e', productId: '0b81', serialNumber: 'HID-1' };
  const expected = { kind: 'hid', name: 'Honeywell HID POS Scanner', path: '/dev/hidraw0', usb };
  const found = await findDevices();
  assert.deepEqual(
    found.filter(({ kind }) => kind === 'hid'),
    [expected],
  );
  assert.deepEqual(heard.device, expected);
});

test('scans arrive whole, long ones and those with group separators too', async () => {
  await scanner.scan('4601234567890', long);
  await heard.until(() => heard.scans.length === 2);
  assert.deepEqual(heard.texts(), ['4601234567890', long]);
  assert.deepEqual(
    heard.scans.map(({ aim, source }) => ({ aim, source })),
    [
      { aim: 'E0', source: 'hid' },
      { aim: 'E0', source: 'hid' },
    ],
  );
});

test('a burst of 200 comes in order and complete', async () => {
  const codes = Array.from({ length: 200 }, (_, place) => String(4_600_000_000_000 + place));
  const before = heard.scans.length;
  await scanner.scan(...codes);
  await heard.until(() => heard.scans.length === before + codes.length);
  assert.deepEqual(heard.texts().slice(before), codes);
});

test('unplugged in mid-code it is told, and after its return codes are whole', async () => {
  const [half] = reportsOf(long);
  assert.ok(half);
  await scanner.send(half);
  await scanner.unplug();
  await heard.untilState('unplugged');
  const before = heard.scans.length;
  scanner.plug();
  await heard.untilState('ready');
  await scanner.scan('4609876543210');
  await heard.until(() => heard.scans.length > before);
  assert.deepEqual(heard.texts().slice(before), ['4609876543210']);
});

test('two of a model are read one each, and each is known by its serial number', async () => {
  other.plug();
  const usb = { vendorId: '0c2e', productId: '0b81', serialNumber: 'HID-2' };
  const second = listen((listeners) => openHidScanner({ kind: 'hid', usb, alphabet: 'auto' }, listeners));
  const third = listen((listeners) => openHidScanner({ kind: 'hid', alphabet: 'auto' }, listeners));
  await Promise.all([second.untilState('ready'), third.untilState('busy')]);
  assert.equal(second.device?.usb?.serialNumber, 'HID-2');
  await other.scan('4601111111111');
  await second.until(() => second.scans.length === 1);
  assert.ok(!heard.texts().includes('4601111111111'));
  await Promise.all([second.stop(), third.stop()]);
  await other.unplug();
});

test('without permission it tells what the system needs, and goes on once it is given', async () => {
  await heard.stop();
  chmodSync('/dev/hidraw0', 0o600);
  process.seteuid?.(65534);
  heard = listen((listeners) => openHidScanner({ kind: 'hid', alphabet: 'auto' }, listeners));
  await heard.untilState('no-permission');
  process.seteuid?.(0);
  assert.ok(heard.device);
  assert.equal(
    udevRule(heard.device),
    'KERNEL=="hidraw*", ATTRS{idVendor}=="0c2e", ATTRS{idProduct}=="0b81", MODE="0660", TAG+="uaccess"',
  );
  await heard.untilState('ready');
});
