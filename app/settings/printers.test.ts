import { describe, expect, test } from 'vitest';
import { printerSchema } from './printers.ts';

test('a network printer needs only its address; the rest has its usual value', () => {
  expect(printerSchema.parse({ kind: 'tcp', host: '10.0.0.5' })).toMatchObject({
    port: 9100,
    status: 'auto',
    drawer: 'never',
    columns: 48,
    codeTable: 17,
  });
});

describe('each connection has its own keys', () => {
  test.each([
    { kind: 'serial', path: 'COM3', baudRate: 19_200, flow: 'rts-cts' },
    { kind: 'serial', usb: { vendorId: '04B8', productId: '0202' } },
    { kind: 'usb', path: '/dev/usb/lp0', status: 'always' },
    { kind: 'usb', usb: { vendorId: '04b8', productId: '0202', serialNumber: 'SN44' } },
    { kind: 'cups', queue: 'slips', server: '10.0.0.2:631' },
    { kind: 'spooler', queue: 'Принтер слипов', model: 'pos-58' },
  ])('$kind', (printer) => {
    expect(printerSchema.safeParse(printer).error).toBeUndefined();
  });

  test.each([
    ['no place', { kind: 'serial' }],
    ['no place', { kind: 'usb' }],
    ['no queue', { kind: 'cups', queue: '' }],
    ['a queue that is none', { kind: 'cups', queue: 'a/b' }],
    ['another’s key', { kind: 'spooler', queue: 'x', baudRate: 9600 }],
    ['status of a queue', { kind: 'cups', queue: 'x', status: 'auto' }],
    ['port', { kind: 'tcp', host: 'x', port: 0 }],
    ['kind', { kind: 'parallel', path: '/dev/lp0' }],
  ])('%s: refused', (_, printer) => {
    expect(printerSchema.safeParse(printer).success).toBe(false);
  });
});
