import { expect, test } from 'vitest';
import { faultsOf } from './faults.ts';
import { setupSchema } from './setup.ts';

const usb = { vendorId: '0c2e', productId: '0b81' };
const one = { ...usb, serialNumber: 'SN1' };

function faults(setup: object) {
  const read = setupSchema.safeParse(setup);
  return read.success ? [] : faultsOf(read.error).map(({ path, code }) => `${path.join('.')} ${code}`);
}

test.each([
  [
    'two network printers at one address',
    {
      printers: [
        { kind: 'tcp', host: 'Printer' },
        { kind: 'tcp', host: 'printer', port: 9100 },
      ],
    },
    'printers.1',
  ],
  [
    'two scanners at one port',
    {
      scanners: [
        { kind: 'serial', path: 'COM3' },
        { kind: 'serial', path: 'COM3', baudRate: 115_200 },
      ],
    },
    'scanners.1',
  ],
  [
    'a scanner and a printer at one port',
    { scanners: [{ kind: 'serial', path: 'COM3' }], printers: [{ kind: 'serial', path: 'COM3' }] },
    'printers.0',
  ],
  [
    'a scanner in both of its modes',
    {
      scanners: [
        { kind: 'hid', usb: one },
        { kind: 'serial', usb: one, path: '/dev/ttyACM0' },
      ],
    },
    'scanners.1',
  ],
  ['two that type', { scanners: [{ kind: 'wedge' }, { kind: 'wedge', prefix: 'F13' }] }, 'scanners.1'],
  [
    'one queue twice',
    {
      printers: [
        { kind: 'cups', queue: 'slips' },
        { kind: 'cups', queue: 'slips' },
      ],
    },
    'printers.1',
  ],
])('%s are one device', (_, setup, place) => {
  expect(faults(setup)).toEqual([`${place} duplicate`]);
});

test.each([
  [
    'two of a model without serial numbers',
    {
      scanners: [
        { kind: 'hid', usb },
        { kind: 'hid', usb },
      ],
    },
  ],
  ['whatever HID scanner there is, twice', { scanners: [{ kind: 'hid' }, { kind: 'hid' }] }],
  [
    'one address at two ports',
    {
      printers: [
        { kind: 'tcp', host: '10.0.0.5' },
        { kind: 'tcp', host: '10.0.0.5', port: 9101 },
      ],
    },
  ],
  [
    'queues of one name at two services',
    {
      printers: [
        { kind: 'cups', queue: 'slips' },
        { kind: 'cups', queue: 'slips', server: 'office:631' },
        { kind: 'spooler', queue: 'slips' },
      ],
    },
  ],
])('%s may be two devices', (_, setup) => {
  expect(faults(setup)).toEqual([]);
});

test.each<[string, object, string]>([
  ['no address', { printers: [{ kind: 'tcp', host: '' }] }, 'printers.0.host required'],
  ['a port that is none', { printers: [{ kind: 'tcp', host: 'x', port: 99_999 }] }, 'printers.0.port too-large'],
  ['port nought', { printers: [{ kind: 'tcp', host: 'x', port: 0 }] }, 'printers.0.port too-small'],
  ['a port in letters', { printers: [{ kind: 'tcp', host: 'x', port: 'http' }] }, 'printers.0.port no-number'],
  ['neither port nor device', { scanners: [{ kind: 'serial' }] }, 'scanners.0.path required'],
  ['the same of a printer', { printers: [{ kind: 'usb' }] }, 'printers.0.path required'],
  ['a queue of two words', { printers: [{ kind: 'cups', queue: 'my queue' }] }, 'printers.0.queue wrong-form'],
  ['a long name', { scanners: [{ kind: 'hid', name: 'x'.repeat(41) }] }, 'scanners.0.name too-long'],
  ['too many lines', { slip: { header: ['1', '2', '3', '4', '5', '6', '7'] } }, 'slip.header too-many'],
  [
    'a gap that nothing fills',
    { slip: { qr: { data: 'https://shop.example/{receipt}' } } },
    'slip.qr.data unknown-gap',
  ],
  ['an unknown trait', { printers: [{ kind: 'tcp', host: 'x', cut: 'half' }] }, 'printers.0.cut wrong-form'],
])('%s is told at its field', (_, setup, fault) => {
  expect(faults(setup)).toEqual([fault]);
});

test('a fault has the bound that it breaks, and only the first of a field is told', () => {
  const { error } = setupSchema.safeParse({
    printers: [{ kind: 'tcp', host: 'x', port: 99_999 }],
    slip: { footer: ['x'.repeat(97)], qr: { data: `{x}${'x'.repeat(500)}` } },
  });
  expect(error && faultsOf(error)).toEqual([
    { path: ['printers', 0, 'port'], code: 'too-large', bound: 65_535 },
    { path: ['slip', 'footer', 0], code: 'too-long', bound: 96 },
    { path: ['slip', 'qr', 'data'], code: 'too-long', bound: 500 },
  ]);
});
