import { expect, test } from 'vitest';
import { reportsOf } from '../../e2e/support/devices/hid-pos.ts';
import { readReport } from './report.ts';

function report(change: (bytes: Uint8Array) => void = () => {}): Uint8Array {
  const [bytes = Buffer.of()] = reportsOf('4601234567890');
  change(bytes);
  return bytes;
}

/** The report with its data as text. */
function read(bytes: Uint8Array) {
  const one = readReport(bytes);
  return typeof one === 'string' ? one : { ...one, data: Buffer.from(one.data).toString('latin1') };
}

test('length, symbology and data', () => {
  expect(read(report())).toEqual({ aim: 'E0', data: '4601234567890', continued: false });
});

test('without a symbology the data stands in the same place', () => {
  expect(read(report((bytes) => bytes.fill(0, 2, 5)))).toEqual({ aim: null, data: '4601234567890', continued: false });
});

test('a byte more before the symbology', () => {
  const shifted = report((bytes) => {
    bytes.copyWithin(3, 2, 62);
    bytes[2] = 0;
  });
  expect(read(shifted)).toEqual({ aim: 'E0', data: '4601234567890', continued: false });
});

test('only the lowest bit of the last byte says that the code goes on', () => {
  expect(read(report((bytes) => bytes.fill(0x01, 63)))).toMatchObject({ continued: true });
  expect(read(report((bytes) => bytes.fill(0xfe, 63)))).toMatchObject({ continued: false });
});

test('56 bytes of data fit, one more does not', () => {
  expect(read(report((bytes) => bytes.fill(56, 1, 2)))).toMatchObject({ continued: false });
  expect(read(report((bytes) => bytes.fill(57, 1, 2)))).toBe('malformed');
});

test.each([
  ['another report', report((bytes) => bytes.fill(4, 0, 1)), 'other'],
  ['nothing', Uint8Array.of(), 'other'],
  ['a number alone', Uint8Array.of(2), 'malformed'],
])('%s is no scanned data', (_, bytes, is) => {
  expect(read(bytes)).toBe(is);
});

test('what is no letter and no digit is no symbology', () => {
  expect(read(report((bytes) => bytes.set(Buffer.from('] 0'), 2)))).toMatchObject({ aim: null });
});
