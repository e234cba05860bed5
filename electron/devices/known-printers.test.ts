import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { printerSchema } from '../../app/settings/printers.ts';
import { KnownPrinters } from './known-printers.ts';

const printer = (host: string, traits: object = {}) => printerSchema.parse({ kind: 'tcp', host, ...traits });

function fileToKeep(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'printers-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return path.join(folder, 'printers.json');
}

test('what was learnt of a printer is known after a restart', () => {
  const file = fileToKeep();
  const known = new KnownPrinters(file);
  known.learn(printer('first'), false);
  known.learn(printer('second'), false);
  known.learn(printer('second'), true);
  const again = new KnownPrinters(file);
  expect(['first', 'second', 'third'].map((host) => again.tells(printer(host)))).toEqual([false, true, null]);
});

test('a printer that was set up anew is another', () => {
  const known = new KnownPrinters(fileToKeep());
  known.learn(printer('first'), false);
  expect(known.tells(printer('first', { status: 'always' }))).toBeNull();
});

test('of many only the latest are kept', () => {
  const known = new KnownPrinters(fileToKeep());
  for (let one = 0; one < 20; one++) known.learn(printer(`printer-${one}`), true);
  expect([known.tells(printer('printer-0')), known.tells(printer('printer-19'))]).toEqual([null, true]);
});

test('a file that cannot be read or written costs nothing but what it held', () => {
  const file = fileToKeep();
  writeFileSync(file, '{');
  expect(new KnownPrinters(file).tells(printer('first'))).toBeNull();
  const nowhere = new KnownPrinters(path.join(file, 'nowhere'));
  nowhere.learn(printer('first'), true);
  expect(nowhere.tells(printer('first'))).toBe(true);
});
