import { expect, test } from 'vitest';
import { parseCommandLine } from './command-line.ts';

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
