import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ORDINARY_PRINTER, type PrinterTraits } from '../../app/settings/printer-traits.ts';
import { decodeEscPos } from '../../e2e/support/devices/escpos-decoder.ts';
import { anyBlocks, anyColumns, anyText } from '../fixtures.ts';
import { layOut } from '../layout.ts';
import { type SlipLine, textLine } from '../slip-line.ts';
import { toPrintable } from '../text-rule.ts';
import { encodePulse, encodeSlip } from './encode.ts';

const latin1 = (bytes: Uint8Array | null) => Buffer.from(bytes ?? []).toString('latin1');
const plain = (...texts: readonly string[]): SlipLine[] => texts.map((text) => textLine(text));

describe.each(['standard', 'escpos'] as const)('the %s encoder', (encoder) => {
  const printer: PrinterTraits = { ...ORDINARY_PRINTER, encoder };
  const encode = (lines: readonly SlipLine[], traits: Partial<PrinterTraits> = {}) =>
    encodeSlip(lines, { ...printer, ...traits });

  test('a job begins with a reset and the code table', async () => {
    const beginning = async (traits: Partial<PrinterTraits>) => {
      const job = latin1(await encode(plain('x'), traits));
      return job.slice(0, job.indexOf('\x1bt') + 3);
    };
    expect(await beginning({})).toBe('\x1b@\x1c.\x1bt\x11');
    expect(await beginning({ chinese: false, codeTable: 7 })).toBe('\x1b@\x1bt\x07');
  });

  test.each([
    [{}, '\n\n\n\n\x1dV\x01'],
    [{ cut: 'full', feedBeforeCut: 1 }, '\n\x1dV\x00'],
    [{ cut: 'none', feedBeforeCut: 2 }, '\n\n'],
    [{ newline: '\r\n', feedBeforeCut: 2 }, '\r\n\r\n\x1dV\x01'],
  ] as const)('with %j it ends with feed and cut', async (traits, end) => {
    const job = latin1(await encode([], traits));
    expect(job.slice(job.indexOf('\x1bt') + 3)).toBe(end);
  });

  test('lines end as the printer wants them to', async () => {
    const bytes = await encode(plain('a', '', 'b'), { newline: '\r\n' });
    expect(latin1(bytes).replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(decodeEscPos(bytes).lines.map(({ text }) => text)).toEqual(['a', '', 'b', '', '', '', '']);
  });

  test('a line of another table is followed by the printer’s own', async () => {
    const lines = [textLine('7: Привет', { table: 7 }), textLine('Привет')];
    expect(decodeEscPos(await encode(lines)).lines.slice(0, 2)).toMatchObject([
      { text: '7: ??????' },
      { text: 'Привет' },
    ]);
    expect(decodeEscPos(await encode(lines), 7).lines.slice(0, 2)).toMatchObject([
      { text: '7: Привет' },
      { text: '??????' },
    ]);
  });

  test('every character of CP866 goes out as its own byte', async () => {
    const places = Uint8Array.from({ length: 0x7f }, (_, index) => 0x80 + index);
    const bytes = await encode(plain(new TextDecoder('ibm866').decode(places)));
    expect(Uint8Array.from(bytes.filter((byte) => byte >= 0x80))).toEqual(places);
  });

  test('a pulse is a whole command, for either pin', async () => {
    expect(latin1(await encodePulse({ ...printer, drawerPin: 2 }))).toBe('\x1bp\x00\x32\xfa');
    expect(latin1(await encodePulse({ ...printer, drawerPin: 5 }))).toBe('\x1bp\x01\x32\xfa');
    expect(await encodePulse({ ...printer, drawerPin: null })).toBeNull();
  });

  test('a receipt of thousands of lines is printed whole', async () => {
    const texts = Array.from({ length: 3_000 }, (_, line) => `${line} ${'Ж'.repeat(40)}`);
    const { lines } = decodeEscPos(await encode(plain(...texts), { feedBeforeCut: 0 }));
    expect(lines.map(({ text }) => text)).toEqual(texts);
  });

  test('the letters of an injected command are printed as letters', async () => {
    const name = 'Анна\x1bp\x00\x19\x1d\x10\x14\x01';
    const { lines, commands } = decodeEscPos(await encode(plain(name)));
    expect(lines[0]?.text).toBe('Аннаp');
    expect(commands.map((command) => command.name)).not.toContain('ESC p');
  });

  test('what is laid out is what is printed, line by line', async () => {
    await fc.assert(
      fc.asyncProperty(anyBlocks, anyColumns, async (blocks, columns) => {
        const lines = layOut({ blocks }, columns);
        const printed = decodeEscPos(await encode(lines, { columns, feedBeforeCut: 0 }));
        expect(printed.unknown).toEqual([]);
        expect(printed.cuts).toEqual([lines.length]);
        expect(printed.lines.map(shownOf)).toEqual(lines.map(meantOf));
      }),
    );
  });

  test('no text puts a byte into the job but the printable ones of its own place', async () => {
    const job = async (lines: readonly SlipLine[]) => [...(await encode(lines))];
    await fc.assert(
      fc.asyncProperty(anyBlocks, anyColumns, fc.array(anyText), async (blocks, columns, raw) => {
        for (const lines of [layOut({ blocks }, columns), plain(...raw)]) {
          const harmless = lines.map((line) =>
            line.kind === 'text' ? { ...line, text: toPrintable(line.text).replace(/./g, 'x') } : line,
          );
          const [bytes, same] = [await job(lines), await job(harmless)];
          const isPrintable = (byte = 0) => byte >= 0x20 && byte !== 0x7f;
          expect(bytes.length).toBe(same.length);
          expect(bytes.findIndex((byte, at) => byte !== same[at] && !(isPrintable(byte) && same[at] === 0x78))).toBe(
            -1,
          );
        }
      }),
    );
  });

  test('no data of a code hold a command that printers obey at once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), fc.constantFrom('native', 'raster'), async (data, qr) => {
        const job = latin1(await encode(layOut({ blocks: [{ kind: 'qr', data: `a${data}` }] }, 48), { qr }));
        for (const command of ['\x10\x04', '\x10\x05', '\x10\x14']) expect(job).not.toContain(command);
      }),
      { numRuns: 30 },
    );
  });
});

/** What stands on the paper, in the terms of a laid-out line. */
function shownOf({ text, bold, large, code }: ReturnType<typeof decodeEscPos>['lines'][number]): unknown {
  if (!code || code.kind === 'raster') return { text, bold, large };
  return { kind: code.kind, data: code.data, dot: code.dot };
}

/** A line without a sign has nothing that could be bold or large. */
function meantOf(line: SlipLine): unknown {
  if (line.kind !== 'text') return { kind: line.kind, data: line.data, dot: line.dot };
  const { text, bold, large } = line;
  return { text, bold: bold && text !== '', large: large && text !== '' };
}
