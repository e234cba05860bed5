import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import {
  chromiumNames,
  foreignSwitches,
  foreignVariables,
  OF_CHROMIUM,
  parseCommandLine,
  TELLTALE,
} from './command-line.ts';

test('its own switches are read, with or without an equals sign', () => {
  const expected = { ok: true, value: { dataDir: '/data', importProfile: 'till.json', noDialogs: true } };
  expect(parseCommandLine(['--data-dir', '/data', '--import-profile=till.json', '--no-dialogs'])).toEqual(expected);
});

test('what Chromium, Electron or a test driver adds is passed over', () => {
  const line = ['--inspect=0', '--remote-debugging-port=0', '.', '--no-sandbox', '--data-dir=/data', '--lang=ru'];
  expect(parseCommandLine(line)).toEqual({
    ok: true,
    value: { dataDir: '/data', importProfile: undefined, noDialogs: false },
  });
});

test.each(['--data-dir', '--import-profile'])('%s without a value is named', (name) => {
  expect(parseCommandLine([name])).toEqual({ ok: false, error: { missingValue: name, noDialogs: false } });
  expect(parseCommandLine([name, '--no-dialogs'])).toEqual({
    ok: false,
    error: { missingValue: name, noDialogs: true },
  });
  expect(parseCommandLine([`${name}=`])).toEqual({ ok: false, error: { missingValue: name, noDialogs: false } });
});

test.each([
  '--remote-debugging-port=9222',
  '--remote-debugging-pipe',
  '--no-sandbox',
  '-no-sandbox',
  '--NO-SANDBOX',
  ' --no-sandbox',
  '--disable-web-security',
  '--inspect',
  '--inspect-brk=0.0.0.0:1',
  '--js-flags=--allow-natives-syntax',
  '--load-extension=/tmp/x',
  '--ignore-certificate-errors',
  '--host-resolver-rules=MAP * 127.0.0.1',
  '--proxy-server=127.0.0.1:1',
  '--user-data-dir=/tmp/x',
  '--renderer-cmd-prefix=xterm',
  '--enable-logging',
  '--log-net-log=/tmp/x',
])('%s is no switch of a package', (arg) => {
  expect(foreignSwitches([arg, '--data-dir=/data'], 'linux')).toEqual([arg.split('=')[0]]);
});

test('a package takes its own switches, what a shop needs of Chromium, and words', () => {
  const line = [
    '--data-dir',
    '/data',
    '--import-profile=till.json',
    '--no-dialogs',
    '--lang=ru',
    '--disable-gpu',
    '/tmp',
    '-',
  ];
  expect(foreignSwitches(line, 'linux')).toEqual([]);
});

test('on Windows a slash begins a switch too', () => {
  expect(foreignSwitches(['/remote-debugging-port=1', 'C:\\till.json'], 'win32')).toEqual(['/remote-debugging-port']);
  expect(foreignSwitches(['--force-device-scale-factor=1.25', '/LANG=ru'], 'win32')).toEqual([]);
});

test.each([
  '-data-dir=/x',
  '--DATA-DIR=/x',
  '/data-dir=/x',
  '\u2014data-dir',
  '\u2013\u2013data-dir',
  '--',
  '--no-dialogs=yes',
])('%s, which would be passed over, is told', (arg) => {
  expect(foreignSwitches([arg], 'win32')).toEqual([arg.split('=')[0]]);
});

test('the one that asks the keychain is the program itself, with no more switches than it', () => {
  expect(foreignSwitches(['--password-store=kwallet6', '--keychain-helper=/till/keychain'], 'linux')).toEqual([]);
  expect(foreignSwitches(['--keychain-helper=/x', '--no-sandbox'], 'linux')).toEqual(['--no-sandbox']);
});

test('Chromium has them by their bare names', () => {
  expect(chromiumNames(['--no-sandbox', ' -js-flags', '--Lang'], 'linux')).toEqual(['no-sandbox', 'js-flags', 'Lang']);
  expect(chromiumNames(['/JS-Flags'], 'win32')).toEqual(['js-flags']);
});

test('variables that have Node print what it sends are told, others and empty ones are not', () => {
  expect(foreignVariables({ NODE_DEBUG: 'net', NODE_DEBUG_NATIVE: '', NODE_EXTRA_CA_CERTS: '/ca.pem' })).toEqual([
    'NODE_DEBUG',
  ]);
});

test('every switch of Chromium that a package takes stands in the guide, and so do the variables that it refuses', () => {
  const guide = readFileSync(path.join(import.meta.dirname, '..', 'docs', 'integrator.md'), 'utf8');
  const names = [...[...OF_CHROMIUM].map((name) => `--${name}`), ...TELLTALE];
  expect(names.filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
});
