import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isSealed, seal } from './seal.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seal-'));
  mkdirSync(join(folder, 'resources'));
  writeFileSync(join(folder, 'electron'), Buffer.alloc(5_000));
  writeFileSync(join(folder, 'resources', 'app.asar'), 'archive');
});

afterEach(() => rmSync(folder, { recursive: true }));

test('a sealed folder that nobody touched is whole', () => {
  seal(folder);
  expect(isSealed(folder)).toBe(true);
});

test('without a seal a folder is not trusted', () => {
  expect(isSealed(folder)).toBe(false);
  expect(isSealed(join(folder, 'not-there'))).toBe(false);
});

test.each(['', '[]', '{"electron": 5}'])('an unreadable seal (%j) is none', (text) => {
  writeFileSync(join(folder, 'seal.json'), text);
  expect(isSealed(folder)).toBe(false);
});

test('a changed, a cut, a lost and an added file break the seal', () => {
  const breaks = (change: () => void) => {
    seal(folder);
    change();
    return !isSealed(folder);
  };
  expect(breaks(() => writeFileSync(join(folder, 'resources', 'app.asar'), 'archivE'))).toBe(true);
  expect(
    breaks(() => {
      const program = join(folder, 'electron');
      const { atime, mtime } = statSync(program);
      const bytes = readFileSync(program);
      bytes.write('attacked', 4_000);
      writeFileSync(program, bytes);
      utimesSync(program, atime, mtime);
    }),
  ).toBe(true);
  writeFileSync(join(folder, 'electron'), Buffer.alloc(5_000));
  expect(breaks(() => truncateSync(join(folder, 'electron'), 4_999))).toBe(true);
  expect(breaks(() => rmSync(join(folder, 'resources', 'app.asar')))).toBe(true);
  expect(breaks(() => writeFileSync(join(folder, 'added'), ''))).toBe(true);
});

test('a copy of a sealed folder is whole, as long as its content is', () => {
  seal(folder);
  const copy = `${folder}-copy`;
  cpSync(folder, copy, { recursive: true });
  expect(isSealed(copy)).toBe(true);
  writeFileSync(join(copy, 'electron'), Buffer.alloc(5_000, 1));
  expect(isSealed(copy)).toBe(false);
  rmSync(copy, { recursive: true });
});
