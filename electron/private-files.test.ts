import { mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../app/testing/folder.ts';
import { makePrivate } from './private-files.ts';

const rights = (file: string): string => (statSync(file).mode & 0o777).toString(8);

test('what an older program left open to others is closed, and nothing else in the folder', () => {
  const dir = path.join(temporaryFolder(onTestFinished), 'data');
  mkdirSync(dir, { mode: 0o755 });
  const put = (...names: string[]): string => {
    const file = path.join(dir, ...names);
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o755 });
    writeFileSync(file, '', { mode: 0o644 });
    return file;
  };
  const ours = [
    put('settings.json'),
    put('secrets.json'),
    put('journal.sqlite'),
    put('journal.sqlite-wal'),
    put('journal-damaged-2026-11-21-091700.sqlite'),
    put('training.sqlite'),
    put('logs', 'main.log'),
    put('backups', 'journal-2026-11-21.sqlite'),
  ];
  const others = [put('holiday.jpg'), put('journals of somebody', 'a.txt')];
  const outside = path.join(path.dirname(dir), 'outside.txt');
  writeFileSync(outside, '', { mode: 0o644 });
  symlinkSync(outside, path.join(dir, 'printers.json'));

  makePrivate(dir, false);
  expect(ours.map(rights)).toEqual(ours.map(() => '600'));
  expect([...others, outside].map(rights)).toEqual(['644', '644', '644']);
  expect([path.join(dir, 'logs'), dir].map(rights)).toEqual(['700', '755']);
  makePrivate(dir, true);
  expect(rights(dir)).toBe('700');
});
