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
    'libusb-1.0.so.0',
  ]),
  programs: new Set(['Xvfb', 'socat', 'umockdev-run', 'qemu-system-x86_64', 'busybox', 'cpio', 'modprobe']),
  display: false,
  cyrillicFont: true,
};
const bare: Machine = { libraries: new Set(), programs: new Set(), display: false, cyrillicFont: false };

test('a complete machine needs nothing', () => {
  expect(missingPackages(complete, { pseudoTerminals: true, virtualMachine: true })).toEqual([]);
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
    'libusb-1.0-0',
    'xvfb',
    'socat',
    'umockdev',
    'fonts-dejavu-core',
  ]);
});

test('a scanner that types needs programs and a screen of its own', () => {
  const wanted = { pseudoTerminals: true, keyboards: true };
  expect(missingPackages({ ...complete, display: true, programs: new Set(['socat', 'umockdev-run']) }, wanted)).toEqual(
    ['xvfb', 'xdotool', 'x11-xkb-utils'],
  );
  const programs = new Set(['Xvfb', 'socat', 'umockdev-run', 'xdotool', 'setxkbmap']);
  expect(missingPackages({ ...complete, programs }, wanted)).toEqual([]);
});

test('with a screen no virtual one is needed', () => {
  expect(missingPackages({ ...bare, display: true }, { pseudoTerminals: true })).not.toContain('xvfb');
});

test('only who plays a scanner needs pseudo-terminals', () => {
  expect(missingPackages({ ...complete, programs: new Set(['Xvfb']) }, { pseudoTerminals: false })).toEqual([]);
});

test('only who runs the virtual machine needs what it takes', () => {
  const without = { ...complete, programs: new Set(['Xvfb']) };
  expect(missingPackages(without, { pseudoTerminals: false, virtualMachine: true })).toEqual([
    'qemu-system-x86',
    'busybox-static',
    'cpio',
    'kmod',
  ]);
});

test('only who prints by the system, or as on Windows, needs what that takes', () => {
  const wanted = { pseudoTerminals: false, spooler: true, windows: true };
  expect(missingPackages(complete, wanted)).toEqual(['cups-daemon', 'wine']);
});

test('a library is installed by the name it has on this system', () => {
  const ubuntu = new Set(['libasound2t64', 'libgtk-3-0t64', 'libnss3', 'libgbm1']);
  const names = namesHere(['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1'], (name) => ubuntu.has(name));
  expect(names).toEqual(['libgtk-3-0t64', 'libnss3', 'libasound2t64', 'libgbm1']);
});
