import { expect, test } from 'vitest';
import { PRINTER_MODEL_NAMES } from './printer-models.ts';
import { ORDINARY_PRINTER, withTraits } from './printer-traits.ts';
import { type PrinterSettings, printerSchema } from './printers.ts';

const printer = (traits: object): PrinterSettings => printerSchema.parse({ kind: 'tcp', host: '127.0.0.1', ...traits });

test('a printer of which nothing is said is an ordinary one', () => {
  expect(printer({})).toMatchObject(ORDINARY_PRINTER);
});

test('a model gives the traits that are left out, and no others', () => {
  expect(printer({ model: 'youku-58', codeTable: 17 })).toMatchObject({
    model: 'youku-58',
    columns: 32,
    codeTable: 17,
    cut: 'none',
  });
});

test.each(PRINTER_MODEL_NAMES)('the traits of %s are such as a profile may give', (model) => {
  const traits = withTraits({ model });
  expect(printer(traits)).toMatchObject(traits);
});

test('what was read once is read again as it is', () => {
  const once = printer({ model: 'hp-a779', drawerPin: 5, newline: '\r\n' });
  expect(printerSchema.parse(once)).toEqual(once);
});

test.each([
  { columns: 40 },
  { codeTable: 256 },
  { drawerPin: 3 },
  { newline: '\n\r' },
  { feedBeforeCut: -1 },
  { model: 'epson' },
  { encoder: 'star' },
  { colums: 48 },
])('%j is no printer', (traits) => {
  expect(printerSchema.safeParse({ kind: 'tcp', host: 'x', ...traits }).success).toBe(false);
});
