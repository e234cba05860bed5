import { expect, test } from 'vitest';
import { scannerSchema } from '../../app/settings/scanners.ts';
import { wedgeFor } from './wedge.ts';

const serial = scannerSchema.parse({ kind: 'serial', path: '/dev/ttyACM0' });
const typing = scannerSchema.parse({ kind: 'wedge' });
const prefixed = scannerSchema.parse({
  kind: 'wedge',
  prefix: 'F13',
  suffix: 'Tab',
  minLength: 8,
  capsLock: 'compensated',
});
const USUAL = { prefix: null, suffix: 'Enter', minLength: 6, capsLock: 'ignored' };

test('a till without scanners takes codes from whatever types them', () => {
  expect(wedgeFor([], false)).toEqual(USUAL);
});

test('a till with other scanners does so only where the profile says so', () => {
  expect(wedgeFor([serial], false)).toBeNull();
  expect(wedgeFor([serial, typing], false)).toEqual(USUAL);
});

test('while another scanner is connected, speed makes no code', () => {
  expect(wedgeFor([serial, typing], true)).toBeNull();
  expect(wedgeFor([serial, prefixed], true)).toEqual({
    prefix: 'F13',
    suffix: 'Tab',
    minLength: 8,
    capsLock: 'compensated',
  });
});
