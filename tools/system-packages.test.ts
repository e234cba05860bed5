import { expect, test } from 'vitest';
import { type Machine, missingPackages, namesHere } from './system-packages.ts';

const complete: Machine = {
  libraries: new Set([
    'libgtk-3.so.0',
    'libnss3.so',
    'libasound.so.2',
    'libgbm.so.1',
    'libXss.so.1',
    'libXtst.so.6',
    'libatspi.so.0',
  ]),
  programs: new Set(['Xvfb', 'socat']),
  display: false,
  cyrillicFont: true,
};
const bare: Machine = { libraries: new Set(), programs: new Set(), display: false, cyrillicFont: false };

test('a complete machine needs nothing', () => {
  expect(missingPackages(complete, { pseudoTerminals: true })).toEqual([]);
});

test('a bare machine needs everything', () => {
  expect(missingPackages(bare, { pseudoTerminals: true })).toEqual([
    'libgtk-3-0',
    'libnss3',
    'libasound2',
    'libgbm1',
    'libxss1',
    'libxtst6',
    'libatspi2.0-0',
    'xvfb',
    'socat',
    'fonts-dejavu-core',
  ]);
});

test('with a screen no virtual one is needed', () => {
  expect(missingPackages({ ...bare, display: true }, { pseudoTerminals: true })).not.toContain('xvfb');
});

test('only who plays a scanner needs pseudo-terminals', () => {
  expect(missingPackages({ ...complete, programs: new Set(['Xvfb']) }, { pseudoTerminals: false })).toEqual([]);
});

test('a library is installed by the name it has on this system', () => {
  const ubuntu = new Set(['libasound2t64', 'libgtk-3-0t64', 'libnss3', 'libgbm1']);
  const names = namesHere(['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1'], (name) => ubuntu.has(name));
  expect(names).toEqual(['libgtk-3-0t64', 'libnss3', 'libasound2t64', 'libgbm1']);
});
