import { expect, test } from 'vitest';
import { decodeEscPos } from './escpos-decoder.ts';

const bytes = (...parts: readonly (string | number)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Uint8Array.of(part))));

const CP866_TABLE = '\x1bt\x11';
/** «Итог» in CP866. */
const TOTAL = '\x88\xe2\xae\xa3';

test('lines, styles and cuts as they would be on paper', () => {
  const slip = decodeEscPos(
    bytes(
      '\x1b@',
      CP866_TABLE,
      '\x1ba\x01Shop\n',
      '\x1ba\x00\x1bE\x01',
      TOTAL,
      '\x1bE\x00\n',
      '\x1bd\x02\x1dV\x42\x10tail',
    ),
  );
  expect(slip.lines).toEqual([
    { text: 'Shop', bold: false, align: 'center' },
    { text: 'Итог', bold: true, align: 'left' },
    { text: '', bold: false, align: 'left' },
    { text: '', bold: false, align: 'left' },
    { text: 'tail', bold: false, align: 'left' },
  ]);
  expect(slip.cuts).toEqual([4]);
  expect(slip.unknown).toEqual([]);
});

test('commands with their parameters and places', () => {
  expect(decodeEscPos(bytes('a\x1bp\x00\x32\xfab\x10\x04\x01')).commands).toEqual([
    { name: 'ESC p', parameters: [0, 0x32, 0xfa], offset: 1 },
    { name: 'DLE EOT', parameters: [1], offset: 7 },
  ]);
});

test('a command that carries its length is skipped as a whole', () => {
  const slip = decodeEscPos(bytes('\x1d(k\x05\x001P0\x0a\x1bdone'));
  expect(slip.commands.map(({ name }) => name)).toEqual(['GS (']);
  expect(slip.lines.map(({ text }) => text)).toEqual(['done']);
});

test('without the table selected, letters are not letters', () => {
  expect(decodeEscPos(bytes('ok ', TOTAL)).lines[0]?.text).toBe('ok ????');
  expect(decodeEscPos(bytes(CP866_TABLE, TOTAL), 7).lines[0]?.text).toBe('????');
  expect(decodeEscPos(bytes(CP866_TABLE, '\x1b@', TOTAL)).lines[0]?.text).toBe('????');
});

test('control bytes of no command are reported, with their places', () => {
  expect(decodeEscPos(bytes('a\x07b\x1b\xffc\x1b')).unknown).toEqual([
    { offset: 1, byte: 0x07 },
    { offset: 3, byte: 0x1b },
    { offset: 6, byte: 0x1b },
  ]);
});

test('an empty job is an empty slip', () => {
  expect(decodeEscPos(new Uint8Array())).toEqual({ lines: [], cuts: [], commands: [], unknown: [] });
});
