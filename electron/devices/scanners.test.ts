import { describe, expect, test } from 'vitest';
import type { FoundDevice } from '../../app/domain/found-device.ts';
import type { Problem } from '../../app/domain/problem.ts';
import type { Scan } from '../../app/domain/scan.ts';
import { scannerSchema } from '../../app/settings/scanners.ts';
import { Lights } from '../lights.ts';
import { Scanners } from './scanners.ts';

const usb = { vendorId: '05e0', productId: '1701', serialNumber: 'SN43' };
const device: FoundDevice = { kind: 'serial', name: 'Symbol CDC Scanner', path: '/dev/ttyACM0', usb };
const scan: Scan = { text: '4600494000218', source: 'serial', at: 0 };

function setUp(settings = [{ kind: 'serial', usb }, { kind: 'wedge' }].map((one) => scannerSchema.parse(one))) {
  const lights = new Lights(() => {});
  const scans: Scan[] = [];
  const warnings: Problem[] = [];
  const log = { info: () => {}, error: () => {} };
  const scanners = new Scanners(settings, 'Сканер', lights, log, {
    scanned: (one) => scans.push(one),
    warn: (problem) => warnings.push(problem),
  });
  scanners.start();
  return { lights, scans, warnings, scanners };
}

test('only a scanner that is a device has a light', () => {
  const { lights } = setUp();
  expect(lights.list()).toEqual([
    { id: 'scanner-0', kind: 'scanner', name: 'Сканер 1', state: 'unknown', problem: null },
  ]);
});

test('what it scans goes on, what it tells in between does not', () => {
  const { scanners, scans, warnings } = setUp();
  scanners.told({ kind: 'scan-under-way', scanner: 0, is: true });
  scanners.told({ kind: 'scan', scanner: 0, scan });
  expect([scans, warnings]).toEqual([[scan], []]);
});

test('ready and unplugged are seen at its light, unplugged is told too', () => {
  const { scanners, lights, warnings } = setUp();
  scanners.told({ kind: 'scanner-state', scanner: 0, state: 'ready', device });
  expect(lights.list()).toMatchObject([{ state: 'ok', problem: null }]);
  scanners.told({ kind: 'scanner-state', scanner: 0, state: 'unplugged', device });
  expect(lights.list()).toMatchObject([{ state: 'down', problem: { code: 'scanner-unplugged' } }]);
  expect(warnings).toMatchObject([{ code: 'scanner-unplugged' }]);
});

test('one that may not be opened says what the system needs', () => {
  const { scanners, warnings } = setUp();
  scanners.told({ kind: 'scanner-state', scanner: 0, state: 'no-permission', device });
  const rule = 'SUBSYSTEM=="tty", ATTRS{idVendor}=="05e0", ATTRS{idProduct}=="1701", MODE="0660", TAG+="uaccess"';
  expect(warnings).toEqual([{ code: 'scanner-no-permission', params: { path: '/dev/ttyACM0', rule } }]);
});

test('one that is not there is no message each time', () => {
  const { scanners, lights, warnings } = setUp();
  scanners.told({ kind: 'scanner-state', scanner: 0, state: 'not-found', device: null });
  expect(lights.list()).toMatchObject([{ state: 'down', problem: { code: 'scanner-not-found' } }]);
  expect(warnings).toEqual([]);
});

test('without a host every light is down', () => {
  const { scanners, lights } = setUp();
  scanners.hostDied();
  expect(lights.list()).toMatchObject([{ id: 'scanner-0', state: 'down', problem: { code: 'device-host-down' } }]);
});

test('other scanners have lights of their own, and what is still told of one that is gone changes none', () => {
  const { scanners, lights, warnings } = setUp();
  scanners.told({ kind: 'scanner-state', scanner: 0, state: 'ready', device });
  scanners.exchange([scannerSchema.parse({ kind: 'wedge' }), scannerSchema.parse({ kind: 'hid', name: 'Прилавок' })]);
  scanners.told({ kind: 'scanner-state', scanner: 0, state: 'unplugged', device });
  expect(lights.list()).toEqual([
    { id: 'scanner-1', kind: 'scanner', name: 'Прилавок', state: 'unknown', problem: null },
  ]);
  expect(warnings).toEqual([]);
});

describe('a scanner of which the system keeps nothing while no host runs', () => {
  const hid = scannerSchema.parse({ kind: 'hid' });
  const becomes = (state: 'connecting' | 'ready' | 'unplugged' | 'not-found', scanner = 0) =>
    ({ kind: 'scanner-state', scanner, state, device: null }) as const;

  test('is told of once when it is heard again, however often the host died and whichever else is', () => {
    const { scanners, warnings } = setUp([hid, hid]);
    for (const place of [0, 1]) scanners.told(becomes('ready', place));
    scanners.hostDied();
    scanners.told(becomes('connecting'));
    scanners.hostDied();
    expect(warnings).toEqual([]);
    for (const place of [0, 1]) scanners.told(becomes('connecting', place));
    for (const place of [0, 1]) scanners.told(becomes('ready', place));
    expect(warnings).toMatchObject([{ code: 'scans-missed' }]);
    scanners.hostDied();
    scanners.told(becomes('ready'));
    expect(warnings).toMatchObject([{ code: 'scans-missed' }, { code: 'scans-missed' }]);
  });

  test.each(['unplugged', 'not-found'] as const)('is not when it was %s: nothing could be scanned', (state) => {
    const { scanners, warnings } = setUp([hid]);
    scanners.told(becomes('ready'));
    scanners.told(becomes(state));
    const before = warnings.length;
    scanners.hostDied();
    scanners.told(becomes('ready'));
    expect(warnings).toHaveLength(before);
  });

  test('is not when it first comes, nor is a scanner at a port, whose scans are kept', () => {
    const { scanners, warnings } = setUp([hid, scannerSchema.parse({ kind: 'serial', usb })]);
    scanners.told(becomes('ready', 1));
    scanners.hostDied();
    for (const place of [0, 1]) scanners.told(becomes('ready', place));
    expect(warnings).toEqual([]);
  });
});
