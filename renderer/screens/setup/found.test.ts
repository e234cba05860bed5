import { expect, test } from 'vitest';
import type { FoundDevice } from '../../../app/domain/found-device.ts';
import type { FoundPrinter } from '../../../app/domain/found-printer.ts';
import { setupOf, withNewPrinter, withNewScanner } from '../../setup-state.ts';
import { QUEUE, SERIAL, testSetup } from './fixture.ts';
import { notListed, printerFrom, scannerFrom } from './found.ts';

const usb = { vendorId: '05e0', productId: '1701', serialNumber: 'SN43' };
const plugged: FoundDevice = { kind: 'serial', name: 'Symbol CDC Scanner', path: '/dev/ttyACM0', usb };
const onBoard: FoundDevice = { kind: 'serial', name: '/dev/ttyS0', path: '/dev/ttyS0' };
const hid: FoundDevice = { kind: 'hid', name: 'Honeywell', path: '/dev/hidraw0', usb };
const queue: FoundPrinter = { kind: 'cups', name: 'slips', queue: 'slips' };
const lp: FoundPrinter = { kind: 'usb', name: 'Xprinter', path: '/dev/usb/lp0' };

const given = testSetup({ scanners: [], printers: [] });
const setup = setupOf(given, null);

test('a device that says who it is is found again wherever it is plugged in', () => {
  expect(scannerFrom(plugged, given.blank)).toMatchObject({ kind: 'serial', usb, path: '', baudRate: '9600' });
  expect(scannerFrom(hid, given.blank)).toEqual({ kind: 'hid', name: '', usb, alphabet: 'auto' });
  expect(printerFrom({ ...lp, usb }, given.blank)).toMatchObject({ kind: 'usb', usb, path: '' });
});

test('one that does not is known by its path, a queue by its name', () => {
  expect(scannerFrom(onBoard, given.blank)).toMatchObject({ kind: 'serial', usb: null, path: '/dev/ttyS0' });
  expect(printerFrom(lp, given.blank)).toMatchObject({ kind: 'usb', usb: null, path: '/dev/usb/lp0' });
  expect(printerFrom(queue, given.blank)).toMatchObject({ kind: 'cups', queue: 'slips' });
});

test('what this program has no form for is not added', () => {
  expect(printerFrom({ kind: 'spooler', name: 'XP', queue: 'XP' }, given.blank)).toBeNull();
});

test('what the till has already is not offered, neither as the one nor as the other', () => {
  const scanner = scannerFrom(plugged, given.blank);
  if (!scanner) throw new Error('no scanner');
  const one = withNewPrinter(withNewScanner(setup, scanner), QUEUE);
  expect(notListed([plugged, onBoard, { ...plugged, usb: { ...usb, serialNumber: 'SN44' } }], one)).toMatchObject([
    { path: '/dev/ttyS0' },
    { usb: { serialNumber: 'SN44' } },
  ]);
  expect(notListed([queue, lp], one)).toEqual([lp]);
  const port = withNewScanner(setup, { ...SERIAL, path: '/dev/ttyS0' });
  expect(notListed([onBoard, plugged], port)).toEqual([plugged]);
});
