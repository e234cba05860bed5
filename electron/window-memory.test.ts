import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WindowMemory } from './window-memory.ts';

const PLACE = {
  shown: { x: 0, y: 0, width: 1920, height: 1040 },
  normal: { x: 100, y: 100, width: 1366, height: 768 },
  maximised: true,
};

let dir = '';
let file = '';
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'window-'));
  file = path.join(dir, 'window.json');
});
afterEach(() => rmSync(dir, { recursive: true }));

test('place and size come back after a restart, each changed without the other', () => {
  const memory = new WindowMemory(file);
  expect([memory.place, memory.size]).toEqual([null, null]);
  memory.keep({ place: PLACE });
  memory.keep({ size: 130 });
  const again = new WindowMemory(file);
  expect([again.place, again.size]).toEqual([PLACE, 130]);
  again.keep({ size: null });
  expect(new WindowMemory(file).place).toEqual(PLACE);
  expect(new WindowMemory(file).size).toBeNull();
  expect(readdirSync(dir)).toEqual(['window.json']);
});

test('what cannot be read is as if there was nothing; one absurd part leaves the other', () => {
  for (const text of ['', '{"version":', '[]', '{"version":2}', 'null']) {
    writeFileSync(file, text);
    const memory = new WindowMemory(file);
    expect([memory.place, memory.size], text).toEqual([null, null]);
  }
  writeFileSync(file, JSON.stringify({ version: 1, place: { ...PLACE, shown: { x: 1e12 } }, size: 115 }));
  expect(new WindowMemory(file).place).toBeNull();
  expect(new WindowMemory(file).size).toBe(115);
  writeFileSync(file, JSON.stringify({ version: 1, place: PLACE, size: 400 }));
  expect(new WindowMemory(file).place).toEqual(PLACE);
  expect(new WindowMemory(file).size).toBeNull();
});

test('a disk that takes nothing does not stop the till', () => {
  const memory = new WindowMemory(path.join(dir, 'gone', 'window.json'));
  memory.keep({ size: 150 });
  expect(memory.size).toBe(150);
});
