import { expect, test } from 'vitest';
import { decodeEscPos } from './escpos-decoder.ts';

const bytes = (...parts: readonly (string | number)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Uint8Array.of(part))));

const line = (text: string, more = {}) => ({ text, bold: false, large: false, align: 'left', code: null, ...more });

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
    line('Shop', { align: 'center' }),
    line('Итог', { bold: true }),
    line(''),
    line(''),
    line('tail'),
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

test('large letters, by either command', () => {
  const slip = decodeEscPos(bytes('\x1d!\x11a\x1d!\x00\n\x1b!\x38b\x1b!\x00\nc'));
  expect(slip.lines).toEqual([line('a', { large: true }), line('b', { bold: true, large: true }), line('c')]);
});

test('a QR code is printed from the printer’s memory, where it stands', () => {
  const code = decodeEscPos(
    bytes(
      'a\n\x1d(k\x04\x001A2\x00\x1d(k\x03\x001C\x06\x1d(k\x07\x001P0\xd0\x9a\x0a\x1b\x1b',
      'a\x01',
      '\x1d(k\x03\x001Q0',
      'b\n',
    ),
  );
  expect(code.lines).toEqual([
    line('a'),
    line('', { align: 'center', code: { kind: 'qr', data: 'К\n\x1b', dot: 6 } }),
    line('b', { align: 'center' }),
  ]);
});

test('barcodes of both functions', () => {
  const slip = decodeEscPos(bytes('\x1dh\x50\x1dw\x02\x1dk\x024600494000218\x00', '\x1dk\x49\x06{Ba{{b'));
  expect(slip.lines.map(({ code }) => code)).toEqual([
    { kind: 'barcode', symbology: 'ean13', data: '4600494000218', dot: 2, height: 80 },
    { kind: 'barcode', symbology: 'code128', data: 'a{b', dot: 2, height: 80 },
  ]);
  expect(slip.unknown).toEqual([]);
});

test('a picture in several commands is one', () => {
  const slip = decodeEscPos(bytes('\x1dv0\x00\x02\x00\x01\x00\x1b@', '\x1dv0\x00\x02\x00\x02\x00\x80\x01\xff\x0aend'));
  expect(slip.lines).toEqual([
    line('', {
      code: {
        kind: 'raster',
        bytesARow: 2,
        rows: [
          [0x1b, 0x40],
          [0x80, 0x01],
          [0xff, 0x0a],
        ],
      },
    }),
    line('end'),
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
