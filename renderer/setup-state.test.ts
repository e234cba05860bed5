import { expect, test } from 'vitest';
import { HID, QUEUE, SERIAL, TCP, testSetup } from './screens/setup/fixture.ts';
import {
  chosen,
  draftIn,
  faulty,
  faultySlip,
  isChanged,
  moved,
  setupOf,
  withNewPrinter,
  withNewScanner,
  without,
  withPrinter,
  withScanner,
  withSlip,
} from './setup-state.ts';

const given = testSetup();
const setup = setupOf(given, null);
const fault = (...path: (string | number)[]) => ({ path, code: 'required', bound: null }) as const;

test('what is read is unchanged, until it is not what is in force', () => {
  expect([draftIn(setup), isChanged(setup)]).toEqual([given.draft, false]);
  const changed = withScanner(setup, 0, { ...SERIAL, baudRate: '115200' });
  expect(isChanged(changed)).toBe(true);
  expect(isChanged(withScanner(changed, 0, SERIAL))).toBe(false);
});

test('a device that was added is shown, and one that goes makes room for its neighbour', () => {
  const added = withNewScanner(setup, HID);
  expect([added.scanners.map(({ place }) => place), added.chosen.scanners]).toEqual([[0, 1, null], 2]);
  const removed = without(added, 'scanners', 2);
  expect([removed.scanners.length, removed.chosen.scanners, isChanged(removed)]).toEqual([2, 1, false]);
  expect(without(chosen(added, 'scanners', 2), 'scanners', 0).chosen.scanners).toBe(1);
  expect(without(without(setup, 'scanners', 0), 'scanners', 0).chosen.scanners).toBe(0);
});

test('printers move up and down and keep what is known of them; the ends stop them', () => {
  const two = withNewPrinter(setup, QUEUE);
  const swapped = moved(two, 1, -1);
  expect(swapped.printers.map(({ draft, place }) => [draft.kind, place])).toEqual([
    ['cups', null],
    ['tcp', 0],
  ]);
  expect(swapped.chosen.printers).toBe(0);
  expect(moved(swapped, 0, -1)).toBe(swapped);
  expect(moved(swapped, 1, 1)).toBe(swapped);
});

test('the first fault is shown, in whatever part of the settings it is', () => {
  const shown = faulty(withNewPrinter(setup, QUEUE), [fault('printers', 1, 'queue'), fault('scanners', 0, 'path')]);
  expect([shown.tab, shown.chosen]).toEqual(['printers', { scanners: 0, printers: 1 }]);
  expect(faulty(setup, [fault('slip', 'header', 0)]).tab).toBe('slip');
});

test('a fault is told until its device is changed; one that is added or moved has none', () => {
  const told = faulty(setup, [fault('printers', 0, 'host'), fault('scanners', 1, 'name')]);
  expect(withPrinter(told, 0, { ...TCP, host: 'x' }).faults).toEqual([fault('scanners', 1, 'name')]);
  expect(withScanner(told, 0, SERIAL).faults).toHaveLength(2);
  expect(without(told, 'scanners', 0).faults).toEqual([fault('printers', 0, 'host')]);
});

test('what is wrong with a slip is told anew while it is typed', () => {
  const told = faulty(setup, [fault('slip', 'qr', 'data'), fault('printers', 0, 'host')]);
  const typed = withSlip(told, { ...told.slip, footer: ['x'] });
  expect(typed.faults).toHaveLength(2);
  expect(faultySlip(typed, [fault('slip', 'footer', 0)]).faults).toEqual([
    fault('printers', 0, 'host'),
    fault('slip', 'footer', 0),
  ]);
  expect(faultySlip(setup, [])).toBe(setup);
});

test('saved is what was saved, not what was typed since', () => {
  const saved = setupOf(given, { ...setup, tab: 'slip', chosen: { scanners: 7, printers: 0 } }, true);
  expect([saved.saved, saved.tab, saved.chosen.scanners]).toEqual([true, 'slip', 1]);
  expect(withSlip(saved, saved.slip).saved).toBe(false);
});
