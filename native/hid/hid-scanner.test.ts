import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { reportsOf } from '../../e2e/support/devices/hid-pos.ts';
import { MOCKED_SCANNER, type MockedProcess, runWithScanner } from '../../e2e/support/devices/umockdev.ts';

// The rest of what a device can do — appear, vanish, refuse — is tested on real device nodes: e2e/usb-vm.

const TELL_SCANS = join(import.meta.dirname, 'fixtures', 'tell-scans.ts');
const STARTED = [[MOCKED_SCANNER], { state: 'connecting' }, { state: 'ready' }];
let mocked: MockedProcess;

// Each test starts a program in front of another.
vi.setConfig({ testTimeout: 30_000 });

afterEach(() => mocked.close());

/** The first so many things that the driver tells when it reads these reports. */
async function told(reports: readonly Uint8Array[], count: number): Promise<unknown[]> {
  mocked = await runWithScanner(TELL_SCANS, reports);
  const values: unknown[] = [];
  for await (const line of mocked.lines) {
    values.push(JSON.parse(line));
    if (values.length === count) break;
  }
  return values;
}

test('the scanner is found, opened and read by node-hid as it is', async () => {
  const reports = [...reportsOf('4601234567890'), ...reportsOf('4601234567891\r\n', '')];
  expect(await told(reports, 5)).toEqual([
    ...STARTED,
    { text: '4601234567890', aim: 'E0', source: 'hid' },
    { text: '4601234567891', source: 'hid' },
  ]);
});

test('a code in several reports is one code', async () => {
  const long = `010460123456789021${'A'.repeat(50)}\x1d93dGVz`;
  expect(await told(reportsOf(long, 'd2'), 6)).toEqual([
    ...STARTED,
    { underWay: true },
    { text: long, aim: 'd2', source: 'hid' },
    { underWay: false },
  ]);
});

test('a code that holds what no code holds is told as damaged, and the next one is read', async () => {
  expect(await told([...reportsOf('\x00\x01\xff'), ...reportsOf('46')], 5)).toEqual([
    ...STARTED,
    { damage: 'unreadable' },
    { text: '46', aim: 'E0', source: 'hid' },
  ]);
});
