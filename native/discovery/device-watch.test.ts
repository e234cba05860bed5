import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type DeviceWatch, watchDevices } from './device-watch.ts';

let folder: string;
let blind: DeviceWatch;
const never = new AbortController().signal;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dev-'));
  blind = watchDevices([], never);
});
afterEach(() => {
  blind.close();
  rmSync(folder, { recursive: true });
});

/** Whether this watch tells before one that sees nothing, and only looks again from time to time. */
function seesMore(watch: DeviceWatch): Promise<boolean> {
  return Promise.race([watch.stirred().then(() => true), blind.stirred().then(() => false)]);
}

test('a device that comes is worth a look, and so is the next one', async () => {
  const watch = watchDevices([folder], never);
  for (const name of ['ttyACM0', 'hidraw0']) {
    writeFileSync(join(folder, name), '');
    expect(await seesMore(watch)).toBe(true);
  }
  watch.close();
});

test('what came before the first wait is not missed', async () => {
  const watch = watchDevices([folder], never);
  const before = join(folder, 'before');
  writeFileSync(before, '');
  renameSync(before, join(folder, 'after'));
  expect(await seesMore(watch)).toBe(true);
  watch.close();
});

test('a folder that is not there is no exception, and stopping ends the wait', async () => {
  const stopping = new AbortController();
  const watch = watchDevices([join(folder, 'nowhere')], stopping.signal);
  const wait = seesMore(watch);
  stopping.abort();
  expect(await wait).toBe(true);
  watch.close();
});
