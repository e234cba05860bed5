import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { stampOf } from './stamp.ts';

let root: string;
const stamp = () => stampOf(root, ['app', 'package.json', 'not-there']);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'stamp-'));
  mkdirSync(join(root, 'app', 'sale'), { recursive: true });
  writeFileSync(join(root, 'app', 'sale', 'sale.ts'), 'one');
  writeFileSync(join(root, 'package.json'), '{}');
});

afterEach(() => rmSync(root, { recursive: true }));

test('the same contents give the same stamp', () => {
  const before = stamp();
  writeFileSync(join(root, 'app', 'sale', 'sale.ts'), 'one');
  expect(stamp()).toBe(before);
});

test.each([
  ['a changed file', () => writeFileSync(join(root, 'app', 'sale', 'sale.ts'), 'two')],
  ['a renamed file', () => renameSync(join(root, 'app', 'sale', 'sale.ts'), join(root, 'app', 'sale', 'desk.ts'))],
  ['a new file', () => writeFileSync(join(root, 'app', 'journal.ts'), '')],
  ['a file named by itself', () => writeFileSync(join(root, 'package.json'), '{ }')],
])('%s gives another stamp', (_, change) => {
  const before = stamp();
  change();
  expect(stamp()).not.toBe(before);
});

test('moving text from one file to the next gives another stamp', () => {
  writeFileSync(join(root, 'app', 'a.ts'), 'ab');
  writeFileSync(join(root, 'app', 'b.ts'), 'c');
  const before = stamp();
  writeFileSync(join(root, 'app', 'a.ts'), 'a');
  writeFileSync(join(root, 'app', 'b.ts'), 'bc');
  expect(stamp()).not.toBe(before);
});

test('tests and files outside do not count', () => {
  const before = stamp();
  writeFileSync(join(root, 'app', 'sale', 'sale.test.ts'), 'test');
  writeFileSync(join(root, 'readme.md'), 'text');
  expect(stamp()).toBe(before);
});
