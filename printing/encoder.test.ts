import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SlipBlock } from '../app/domain/slip.ts';
import { decodeEscPos } from '../e2e/support/devices/escpos-decoder.ts';
import { encodeSlip } from './encoder.ts';
import { type Columns, layOut, type SlipLine } from './layout.ts';
import { toPrintable } from './text-rule.ts';

const printer = { columns: 48, codeTable: 17 } as const;
const plain = (...texts: readonly string[]): SlipLine[] => texts.map((text) => ({ text, bold: false }));

/** What stands on the paper above the cut and its feed. */
function printed(bytes: Uint8Array, table: number = printer.codeTable): { text: string; bold: boolean }[] {
  const { lines, cuts } = decodeEscPos(bytes, table);
  return lines.slice(0, (cuts[0] ?? 0) - 4).map(({ text, bold }) => ({ text, bold }));
}

test('a job begins with a reset and ends with feed and cut', () => {
  const bytes = encodeSlip(plain('x'), printer);
  expect(Buffer.from(bytes).toString('latin1')).toBe(
    '\x1b@\x1c.\x1bM\x00\x1bt\x11' + 'x\n' + '\n\n\n\n' + '\x1dV\x01\n',
  );
});

test('the table is selected by the number of the profile', () => {
  const slip = decodeEscPos(encodeSlip(plain('Ёлка'), { columns: 32, codeTable: 7 }), 7);
  expect(slip.lines[0]?.text).toBe('Ёлка');
  expect(slip.commands.find(({ name }) => name === 'ESC t')?.parameters).toEqual([7]);
});

test('an empty slip still cuts', () => {
  expect(decodeEscPos(encodeSlip([], printer)).cuts).toEqual([4]);
});

test('bold holds for its line only', () => {
  const lines = [...plain('a'), { text: 'ИТОГ  12.00', bold: true }, { text: 'b', bold: true }, ...plain('c')];
  expect(printed(encodeSlip(lines, printer))).toEqual(lines);
});

test('every character of CP866 goes out as its own byte', () => {
  const places = Array.from({ length: 0xff }, (_, place) => place).filter((place) => place >= 0x80);
  const letters = new TextDecoder('ibm866').decode(Uint8Array.from(places));
  const rows = letters.match(/.{1,32}/gsu) ?? [];
  const bytes = encodeSlip(plain(...rows), printer);
  expect([...bytes].filter((byte) => byte >= 0x80)).toEqual(places);
});

const columns = fc.constantFrom<Columns>(32, 35, 42, 44, 48);
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc.string({ unit: fc.constantFrom('\x1b', '\x1d', '\x10', '\x04', '\n', 'p', '@', 'V', '\0', ' ', 'Ж', 'ы') }),
  fc.constantFrom('Клиент \x1bp\x00\x19\xfa', '\x1b@', '\x10\x04\x01', '  хлеб   белый  '),
);
const block: fc.Arbitrary<SlipBlock> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), text, align: fc.constantFrom('left', 'center'), bold: fc.boolean() }),
  fc.record({ kind: fc.constant('pair' as const), label: text, value: text, bold: fc.boolean() }),
  fc.constantFrom<SlipBlock>({ kind: 'rule' }, { kind: 'space' }),
);
/** The commands of the encoder itself: reset, table, font, bold, cut. */
const OWN = ['ESC @', 'FS .', 'ESC M', 'ESC t', 'ESC E', 'GS V'];

test('what is laid out is what is printed, line by line', () => {
  fc.assert(
    fc.property(fc.array(block), columns, (blocks, width) => {
      const lines = layOut({ blocks }, width);
      const onPaper = printed(encodeSlip(lines, { columns: width, codeTable: 17 }));
      // An empty line has nothing to be bold; the decoder tells bold by what was printed.
      expect(onPaper).toEqual(lines.map((line) => ({ ...line, bold: line.bold && line.text !== '' })));
    }),
  );
});

test('no text becomes a command, laid out or not', () => {
  fc.assert(
    fc.property(fc.array(block), fc.array(text), columns, (blocks, raw, width) => {
      const target = { columns: width, codeTable: 17 };
      for (const lines of [layOut({ blocks }, width), plain(...raw)]) {
        const { commands, unknown } = decodeEscPos(encodeSlip(lines, target));
        expect(unknown).toEqual([]);
        expect(commands.filter(({ name }) => !OWN.includes(name))).toEqual([]);
        expect(commands.filter(({ name }) => name === 'GS V').length).toBe(1);
        expect(commands.filter(({ name }) => name === 'ESC @').length).toBe(1);
      }
    }),
  );
});

test('the letters of an injected command are printed as letters', () => {
  const name = 'Анна\x1bp\x00\x19';
  const slip = layOut({ blocks: [{ kind: 'text', text: name }] }, 48);
  expect(printed(encodeSlip(slip, printer))).toEqual(plain(toPrintable(name)));
});
