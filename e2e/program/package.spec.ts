import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from '@playwright/test';
import type { ProfileInput } from '../../app/settings/profile.ts';
import { startKeyring } from '../support/keyring.ts';
import { ownDisplay, ROOT } from '../support/till.ts';

/** The package itself, as a shop has it: packed here, and run by a user who is nobody in particular. */

const NOBODY = 65_534;
const tag = ['@install', '@hardening'];
const profile: ProfileInput = {
  version: 1,
  outlet: { name: 'Магазин', till: 'Касса 1' },
  scanners: [{ kind: 'serial', path: '/dev/no-such-port' }, { kind: 'hid' }],
};

let folder: string;
let program: string;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(180_000);
  execFileSync('npm', ['run', 'dist', '--', '--dir'], { cwd: ROOT, stdio: 'pipe' });
  folder = mkdtempSync(path.join(tmpdir(), 'package-'));
  cpSync(path.join(ROOT, 'release', 'linux-unpacked'), path.join(folder, 'program'), { recursive: true });
  await writeFile(path.join(folder, 'profile.json'), JSON.stringify(profile));
  chmodSync(folder, 0o777);
  program = path.join(folder, 'program', 'arm-kassira');
});

test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Starts it as a script does, which nobody watches. */
function start(...args: readonly string[]): ChildProcess {
  return startIn({}, ...args);
}

function startIn(more: Readonly<Record<string, string>>, ...args: readonly string[]): ChildProcess {
  return startByHand(more, '--no-dialogs', ...args);
}

/** Starts it as a shop does: not by the administrator, whom Chromium's sandbox refuses. */
function startByHand(more: Readonly<Record<string, string>>, ...args: readonly string[]): ChildProcess {
  const isRoot = process.getuid?.() === 0;
  const home = mkdtempSync(path.join(folder, 'home-'));
  if (isRoot) chownSync(home, NOBODY, NOBODY);
  const { DBUS_SESSION_BUS_ADDRESS: _keychain, ...rest } = process.env;
  const env = { ...rest, HOME: home, XDG_CONFIG_HOME: home, DISPLAY: ownDisplay() ?? process.env['DISPLAY'], ...more };
  return spawn(program, ['--data-dir', path.join(home, 'till'), ...args], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(isRoot && { uid: NOBODY, gid: NOBODY }),
  });
}

test('it has the libraries of this system and of no other', { tag }, () => {
  const unpacked = path.join(folder, 'program', 'resources', 'app.asar.unpacked');
  const libraries = readdirSync(unpacked, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.node'),
  );
  expect(libraries.map((name) => path.basename(path.dirname(name))).sort()).toEqual(
    [
      `HID-linux-${process.arch}`,
      `HID_hidraw-linux-${process.arch}`,
      expect.stringMatching(/^(?:Release|prebuilds)$/),
      `linux-${process.arch}`,
    ].sort(),
  );
  const archive = listPackage(path.join(folder, 'program', 'resources', 'app.asar'), { isPack: false });
  const tops = new Set(archive.map((name) => name.split(path.sep)[1]));
  expect([...tops].sort()).toEqual(['dist', 'node_modules', 'package.json']);
  // «ELF Header», e_machine: 62 is x86-64, 183 AArch64.
  const machine = process.arch === 'arm64' ? 183 : 62;
  for (const name of libraries) expect(readFileSync(path.join(unpacked, name)).readUInt16LE(18), name).toBe(machine);
  expect(existsSync(path.join(folder, 'program', 'resources', 'default_app.asar'))).toBe(false);
});

test('nothing in the environment or beside it makes it another program', { tag }, async () => {
  const wire = await getCurrentFuseWire(program);
  expect(wire.version).toBe(FuseVersion.V1);
  const { ENABLE, DISABLE } = FuseState;
  expect({
    runAsNode: wire[FuseV1Options.RunAsNode],
    cookies: wire[FuseV1Options.EnableCookieEncryption],
    nodeOptions: wire[FuseV1Options.EnableNodeOptionsEnvironmentVariable],
    inspect: wire[FuseV1Options.EnableNodeCliInspectArguments],
    integrity: wire[FuseV1Options.EnableEmbeddedAsarIntegrityValidation],
    onlyAsar: wire[FuseV1Options.OnlyLoadAppFromAsar],
    filePrivileges: wire[FuseV1Options.GrantFileProtocolExtraPrivileges],
  }).toEqual({
    runAsNode: DISABLE,
    cookies: ENABLE,
    nodeOptions: DISABLE,
    inspect: DISABLE,
    integrity: ENABLE,
    onlyAsar: ENABLE,
    filePrivileges: DISABLE,
  });
});

test('switches that open the till are refused in words, before anything is opened', { tag }, async () => {
  for (const name of ['--remote-debugging-port', '--remote-debugging-pipe', '--no-sandbox', '--disable-web-security']) {
    const refused = start(`${name}=0`);
    const said: string[] = [];
    refused.stderr?.on('data', (bytes: Buffer) => said.push(bytes.toString()));
    expect(await once(refused, 'close'), name).toEqual([2, null]);
    expect(said.join('')).toContain(`Программа не запускается с ключами ${name}`);
    expect(said.join('')).not.toContain('DevTools listening');
  }
});

test('so are variables by which tokens would be written in clear', { tag }, async () => {
  const refused = startIn({ NODE_DEBUG: 'net' });
  const ended = once(refused, 'close');
  await expectSaid(refused.stderr, 'Программа не запускается с переменными окружения NODE_DEBUG');
  expect(await ended).toEqual([2, null]);
});

test('who clicks a shortcut with such a switch reads why, and nobody gets in meanwhile', { tag }, async () => {
  const port = await freePort();
  const refused = startByHand({}, `--remote-debugging-port=${port}`);
  const ended = once(refused, 'close');
  try {
    await expectSaid(refused.stderr, 'Программа не запускается с ключами --remote-debugging-port');
    const env = { ...process.env, DISPLAY: ownDisplay() ?? process.env['DISPLAY'] };
    const box = ['search', '--sync', '--onlyvisible', '--name', '^АРМ кассира$'];
    expect(execFileSync('xdotool', box, { env, encoding: 'utf8', timeout: 20_000 })).toMatch(/^\d+\s/);
    await expect(once(connect(port, '127.0.0.1'), 'connect')).rejects.toThrow('ECONNREFUSED');
  } finally {
    refused.kill('SIGTERM');
  }
  // The end of the session closes the box too.
  await ended;
});

test('it starts behind its sandbox, trains, and speaks to scanners where it has some', { tag }, async () => {
  await expectLog(start('--lang=ru'), ['"training":true', 'ready {']);
  // A library that could not be loaded would say so instead.
  const found = [0, 1].map((place) => `scanner {"place":${place},"state":"not-found"}`);
  await expectLog(start('--import-profile', path.join(folder, 'profile.json')), found);
});

test('it asks the keychain beside its work, by a helper that takes no other switch', { tag }, async () => {
  const isRoot = process.getuid?.() === 0;
  const keyring = await startKeyring(isRoot ? { uid: NOBODY, gid: NOBODY } : undefined);
  try {
    const shop = path.join(folder, 'shop.json');
    const maxbonus = { baseUrl: 'http://127.0.0.1:9/api/cashbox', token: 'token-of-the-outlet', sendGoods: 'never' };
    await writeFile(shop, JSON.stringify({ ...profile, maxbonus }));
    const data = ['--data-dir', path.join(folder, 'shop')];
    await expectLog(startIn(keyring.env, ...data, '--import-profile', shop), [
      '{"service":"maxbonus","state":"ready"}',
    ]);
    expect(readFileSync(path.join(folder, 'shop', 'secrets.json'), 'utf8')).toContain('gnome_libsecret');
    await expectLog(startIn(keyring.env, ...data), ['{"service":"maxbonus","state":"ready"}']);
    await keyring.lock();
    await expectLog(startIn(keyring.env, ...data), ['started {', '{"service":"maxbonus","state":"locked"}']);
    const helper = startIn(keyring.env, '--keychain-helper=/nowhere', '--remote-debugging-port=0');
    expect(await once(helper, 'close')).toEqual([2, null]);
  } finally {
    await keyring.close();
  }
});

/** Waits until it has said all this, and ends it. */
async function expectLog(running: ChildProcess, lines: readonly string[]): Promise<void> {
  const ended = once(running, 'close');
  try {
    await expectSaid(running.stdout, ...lines);
  } finally {
    running.kill('SIGTERM');
    await ended;
  }
}

async function expectSaid(stream: Readable | null, ...lines: readonly string[]): Promise<void> {
  const said: string[] = [];
  stream?.on('data', (bytes: Buffer) => said.push(bytes.toString()));
  for (const line of lines) await expect.poll(() => said.join(''), { timeout: 20_000 }).toContain(line);
}

/** A port of loopback on which nobody listens. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port');
  return address.port;
}
