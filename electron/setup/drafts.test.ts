import fc from 'fast-check';
import { expect, test } from 'vitest';
import { setupCommands } from '../../app/contract/setup.ts';
import { PAPER_COLUMNS } from '../../app/domain/printing.ts';
import { ALPHABETS } from '../../app/domain/scan.ts';
import { PRINTER_MODEL_NAMES } from '../../app/settings/printer-models.ts';
import { setupSchema } from '../../app/settings/setup.ts';
import { BLANK_PRINTERS, BLANK_SCANNERS } from './blanks.ts';
import { draftOf, setupIn } from './drafts.ts';

const word = fc.stringMatching(/^[A-Za-z0-9Яяё.-]{1,20}$/);
const hexadecimal = fc.stringMatching(/^[0-9a-f]{4}$/);
const usb = fc.record(
  { vendorId: hexadecimal, productId: hexadecimal, serialNumber: word },
  { requiredKeys: ['vendorId', 'productId'] },
);
const name = fc.record({ name: word }, { requiredKeys: [] });
const place = fc.oneof(fc.record({ path: word }), fc.record({ usb }), fc.record({ path: word, usb }));

const alphabet = fc.constantFrom(...ALPHABETS);

const scanner = fc.oneof(
  fc.tuple(
    name,
    place,
    fc.record({ kind: fc.constant('serial'), baudRate: fc.integer({ min: 300, max: 921_600 }) }, {}),
    fc.record({ end: fc.constantFrom('terminator', 'silence'), alphabet }, { requiredKeys: [] }),
  ),
  fc.tuple(name, fc.record({ kind: fc.constant('hid'), usb, alphabet }, { requiredKeys: ['kind'] })),
  fc.tuple(
    name,
    fc.record(
      {
        kind: fc.constant('wedge'),
        prefix: word,
        suffix: fc.constantFrom('Enter', 'Tab'),
        minLength: fc.integer({ min: 3, max: 40 }),
        capsLock: fc.constantFrom('ignored', 'compensated'),
      },
      { requiredKeys: ['kind'] },
    ),
  ),
);

const traits = fc.record(
  {
    model: fc.constantFrom(...PRINTER_MODEL_NAMES),
    columns: fc.constantFrom(...PAPER_COLUMNS),
    codeTable: fc.integer({ min: 0, max: 255 }),
    chinese: fc.boolean(),
    cut: fc.constantFrom('partial', 'full', 'none'),
    feedBeforeCut: fc.integer({ min: 0, max: 20 }),
    drawerPin: fc.constantFrom(2, 5, null),
    drawer: fc.constantFrom('cash', 'never'),
    qr: fc.constantFrom('native', 'raster'),
    newline: fc.constantFrom('\n', '\r\n'),
    encoder: fc.constantFrom('standard', 'escpos'),
  },
  { requiredKeys: [] },
);
const status = fc.record({ status: fc.constantFrom('auto', 'always', 'none') }, { requiredKeys: [] });
const printer = fc.oneof(
  fc.tuple(
    name,
    traits,
    status,
    fc.record({ kind: fc.constant('tcp'), host: word, port: fc.integer({ min: 1, max: 65_535 }) }),
  ),
  fc.tuple(
    name,
    traits,
    status,
    place,
    fc.record({ kind: fc.constant('serial'), flow: fc.constantFrom('none', 'rts-cts', 'xon-xoff') }),
  ),
  fc.tuple(name, traits, status, place, fc.record({ kind: fc.constant('usb') })),
  fc.tuple(
    name,
    traits,
    fc.record({ kind: fc.constant('cups'), queue: word, server: word }, { requiredKeys: ['kind', 'queue'] }),
  ),
  fc.tuple(name, traits, fc.record({ kind: fc.constant('spooler'), queue: word })),
);

const lines = fc.array(word, { maxLength: 6 });
const slip = fc.record(
  {
    form: fc.constantFrom('receipt', 'tear-off'),
    header: lines,
    footer: lines,
    show: fc.record({ till: fc.boolean(), goods: fc.boolean() }),
    qr: fc.record({ caption: word, data: word }),
  },
  { requiredKeys: [] },
);

const merged = (parts: readonly object[]): object => Object.assign({}, ...parts);
const setup = fc
  .record({
    scanners: fc.array(scanner.map(merged), { maxLength: 3 }),
    printers: fc.array(printer.map(merged), { maxLength: 3 }),
    slip,
  })
  .map((given) => setupSchema.safeParse(given))
  .filter((read) => read.success)
  .map(({ data }) => data);

test('settings that nobody changes in the form are the same afterwards', () => {
  fc.assert(
    fc.property(setup, (given) => {
      const draft = setupCommands['setup.save'].input.parse(draftOf(given));
      expect(setupSchema.parse(setupIn(draft))).toEqual(given);
    }),
  );
});

test('numbers and names are taken as typed, blanks around them are not', () => {
  const [tcp] = BLANK_PRINTERS;
  const [serial] = BLANK_SCANNERS;
  if (tcp?.kind !== 'tcp' || serial?.kind !== 'serial') throw new Error('no blanks');
  const draft = draftOf(setupSchema.parse({ slip: {} }));
  const read = setupSchema.parse(
    setupIn({
      ...draft,
      scanners: [{ ...serial, path: ' /dev/ttyACM0 ', baudRate: ' 115200 ' }],
      printers: [{ ...tcp, name: '  ', host: ' 10.0.0.5 ', port: '9101' }],
      slip: { ...draft.slip, header: ['г. Якутск', '', 'ИНН 1', '', ' '], qr: { caption: 'QR', data: '  ' } },
    }),
  );
  expect(read).toMatchObject({
    scanners: [{ path: '/dev/ttyACM0', baudRate: 115_200 }],
    printers: [{ host: '10.0.0.5', port: 9101 }],
    slip: { header: ['г. Якутск', '', 'ИНН 1'] },
  });
  expect([read.printers[0]?.name, read.slip.qr]).toEqual([undefined, undefined]);
});

test.each(['', 'abc', '1e3', '-1', '9'.repeat(20)])('«%s» is no number', (port) => {
  const [tcp] = BLANK_PRINTERS;
  if (tcp?.kind !== 'tcp') throw new Error('no blank');
  const draft = draftOf(setupSchema.parse({ slip: {} }));
  const read = setupSchema.safeParse(setupIn({ ...draft, printers: [{ ...tcp, host: 'x', port }] }));
  expect(read.error?.issues.map(({ path }) => path)).toEqual([['printers', 0, 'port']]);
});

test('there is a blank for each kind of device, complete but for where it is', () => {
  expect(BLANK_SCANNERS.map(({ kind }) => kind)).toEqual(['serial', 'hid', 'wedge']);
  expect(BLANK_PRINTERS.map(({ kind }) => kind)).toEqual(['tcp', 'serial', 'usb', 'cups', 'spooler']);
  const draft = draftOf(setupSchema.parse({ slip: {} }));
  const read = setupSchema.safeParse(
    setupIn({ ...draft, scanners: [...BLANK_SCANNERS], printers: [...BLANK_PRINTERS] }),
  );
  expect(read.error?.issues.map(({ path }) => path.join('.'))).toEqual([
    'scanners.0.path',
    'printers.0.host',
    'printers.1.path',
    'printers.2.path',
    'printers.3.queue',
    'printers.4.queue',
  ]);
});
