import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../../app/testing/folder.ts';
import { startPty } from '../../e2e/support/devices/pty.ts';
import { openUsbLp } from './usb-lp.ts';

const NO_PRINTER = { ok: false, error: 'ENODEV' };

test('what is no USB printer is not written into: a file, a link to it, a pipe, another device', async () => {
  const folder = temporaryFolder(onTestFinished);
  const at = (name: string): string => path.join(folder, name);
  writeFileSync(at('journal.sqlite'), 'SQLite format 3');
  symlinkSync(at('journal.sqlite'), at('lp0'));
  execFileSync('mkfifo', [at('pipe')]);
  for (const name of ['journal.sqlite', 'lp0', 'pipe']) expect(await openUsbLp(at(name)), name).toEqual(NO_PRINTER);
  expect(readFileSync(at('journal.sqlite'), 'utf8')).toBe('SQLite format 3');
  for (const device of ['/dev/null', '/dev/zero', '/dev/full'])
    expect(await openUsbLp(device), device).toEqual(NO_PRINTER);
  const pty = await startPty();
  onTestFinished(() => pty.close());
  expect(await openUsbLp(pty.portPath)).toEqual(NO_PRINTER);
  expect(await openUsbLp(folder)).toEqual({ ok: false, error: 'EISDIR' });
  expect(await openUsbLp(at('nothing'))).toEqual({ ok: false, error: 'ENOENT' });
});

test('a device that the kernel lists among the USB printers is one', async () => {
  const sys = temporaryFolder(onTestFinished);
  const { rdev } = statSync('/dev/null');
  const node = path.join(sys, 'devices', 'usbmisc', 'lp0');
  mkdirSync(node, { recursive: true });
  mkdirSync(path.join(sys, 'dev', 'char'), { recursive: true });
  symlinkSync(node, path.join(sys, 'dev', 'char', `${rdev >> 8}:${rdev & 0xff}`));
  const opened = await openUsbLp('/dev/null', sys);
  if (!opened.ok) throw new Error(opened.error);
  expect(await opened.value.send(new Uint8Array([1]), 1_000)).toMatchObject({ ok: true });
  await opened.value.abort();
});
