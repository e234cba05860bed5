import assert from 'node:assert/strict';
import { chmodSync, constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { after, test } from 'node:test';
import type { SerialSettings } from '../../../app/settings/scanners.ts';
import { findDevices } from '../../../native/discovery/find-devices.ts';
import { udevRule } from '../../../native/discovery/udev-rule.ts';
import type { Resumption } from '../../../native/scanner.ts';
import { openSerialScanner } from '../../../native/serial/serial-scanner.ts';
import { type Heard, listen } from './listening.ts';
import { cdcScanner } from './scanners.ts';

/** Scanners with a virtual serial port: real /dev/ttyACM nodes under native/serial. */

const model = { vendorId: '05e0', productId: '1701', maker: 'Symbol', product: 'CDC Scanner' };
const scanner = cdcScanner({ ...model, serialNumber: 'CDC-1' });
const other = cdcScanner({ ...model, serialNumber: 'CDC-2' });
const usb = { vendorId: '05e0', productId: '1701', serialNumber: 'CDC-1' };
let heard: Heard;

after(() => heard.stop());

function start(settings: Partial<SerialSettings> = { usb }, resumption: Resumption | null = null): Heard {
  return listen((listeners) =>
    openSerialScanner(
      { kind: 'serial', baudRate: 9600, end: 'terminator', alphabet: 'auto', ...settings },
      listeners,
      resumption,
    ),
  );
}

test('a scanner that is plugged in later is found, and by name', async () => {
  heard = start();
  await heard.untilState('not-found');
  scanner.plug();
  await heard.untilState('ready');
  const expected = { kind: 'serial', name: 'Symbol CDC Scanner', path: '/dev/ttyACM0', usb };
  const found = await findDevices();
  assert.deepEqual(
    found.filter((device) => device.usb?.vendorId === '05e0'),
    [expected],
  );
  assert.deepEqual(heard.device, expected);
});

test('a burst of 1,000 comes in order and complete', async () => {
  const codes = Array.from({ length: 1000 }, (_, place) => String(4_600_000_000_000 + place));
  await scanner.scan(...codes);
  await heard.until(() => heard.scans.length === codes.length);
  assert.deepEqual(heard.texts(), codes);
});

test('unplugged in mid-code it is told, and after its return codes are whole', async () => {
  await scanner.send(Buffer.from('PARTIAL'));
  await scanner.unplug();
  await heard.untilState('unplugged');
  const before = heard.scans.length;
  scanner.plug();
  await heard.untilState('ready');
  await scanner.scan('4609876543210');
  await heard.until(() => heard.scans.length > before);
  assert.deepEqual(heard.texts().slice(before), ['4609876543210']);
});

test('it is found again on another path, though another one has its old path', async () => {
  await scanner.unplug();
  await heard.untilState('unplugged');
  other.plug();
  const second = start({ path: '/dev/ttyACM0' });
  await second.untilState('ready');
  assert.equal(second.device?.usb?.serialNumber, 'CDC-2');
  scanner.plug();
  await heard.untilState('ready');
  assert.equal(heard.device?.path, '/dev/ttyACM1');
  const before = heard.scans.length;
  await scanner.scan('4601111111111');
  await other.scan('4602222222222');
  await Promise.all([heard.until(() => heard.scans.length > before), second.until(() => second.scans.length > 0)]);
  assert.deepEqual([heard.texts().slice(before), second.texts()], [['4601111111111'], ['4602222222222']]);
  await second.stop();
  await other.unplug();
});

test('one that another program has is busy until it lets go', async () => {
  const second = start();
  await second.untilState('busy');
  await heard.stop();
  await second.untilState('ready');
  heard = second;
});

test('what came while no driver was there waits for the next one, if the port was held', async () => {
  const path = heard.device?.path ?? '';
  const held = await open(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
  await heard.stop();
  await scanner.scan('TAIL', '4603333333333', '4604444444444');
  heard = start({ usb }, { inside: true });
  await heard.until(() => heard.scans.length === 2);
  await held.close();
  assert.deepEqual([heard.texts(), heard.damages], [['4603333333333', '4604444444444'], ['unfinished']]);
});

test('without permission it tells what the system needs, and goes on once it is given', async () => {
  const path = heard.device?.path ?? '';
  await heard.stop();
  chmodSync(path, 0o600);
  process.seteuid?.(65534);
  heard = start();
  await heard.untilState('no-permission');
  process.seteuid?.(0);
  assert.ok(heard.device);
  assert.equal(
    udevRule(heard.device),
    'SUBSYSTEM=="tty", ATTRS{idVendor}=="05e0", ATTRS{idProduct}=="1701", MODE="0660", TAG+="uaccess"',
  );
  await heard.untilState('ready');
});
