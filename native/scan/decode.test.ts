import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ALPHABETS } from '../../app/domain/scan.ts';
import { decodeFrame } from './decode.ts';

const latin1 = (text: string) => decodeFrame(Buffer.from(text, 'latin1'), 'auto');
const utf8 = (text: string) => decodeFrame(Buffer.from(text, 'utf8'), 'auto');

test.each([
  ['4601234567890', { text: '4601234567890' }],
  [']E04601234567890', { text: '4601234567890', aim: 'E0' }],
  [']d2010460123456789021abc\x1d93xyz', { text: '010460123456789021abc\x1d93xyz', aim: 'd2' }],
  [']Q1https://example.test/?a=]E0', { text: 'https://example.test/?a=]E0', aim: 'Q1' }],
  ['  Code 39  ', { text: '  Code 39  ' }],
  ['[)>\x1e06\x1d1P\x1e\x04', { text: '[)>\x1e06\x1d1P\x1e\x04' }],
  [']', { text: ']' }],
  [']1x', { text: ']1x' }],
])('%j', (bytes, code) => {
  expect(latin1(bytes)).toEqual(code);
});

test('Cyrillic letters of a QR code come as UTF-8', () => {
  expect(utf8(']Q1Клиент №7')).toEqual({ text: 'Клиент №7', aim: 'Q1' });
});

test('bytes that are not UTF-8 keep their values as Latin-1', () => {
  expect(latin1('caf\xe9 \xff')).toEqual({ text: 'café ÿ' });
});

test.each([
  ['a NUL, as after a wrong baud rate', '\x00460'],
  ['an escape', '460\x1b'],
  ['DEL', '460\x7f'],
  ['C1 in Latin-1', '460\x80\xff'],
  ['a symbology without data', ']E0'],
  ['nothing', ''],
])('%s is no code', (_, bytes) => {
  expect(latin1(bytes)).toBeNull();
});

test('C1 control characters are no code in UTF-8 either', () => {
  expect(utf8('460\u0085')).toBeNull();
});

test('any text survives as UTF-8', () => {
  const text = fc.string({ unit: 'grapheme-composite', minLength: 1 });
  fc.assert(
    fc.property(text, (some) => {
      fc.pre(!/\p{Cc}|^\]|^\ufeff/u.test(some));
      expect(utf8(some)).toEqual({ text: some });
    }),
  );
});

test('any bytes are either a code or none, and never throw', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const code = decodeFrame(bytes, 'auto');
      expect(code?.text).not.toBe('');
    }),
  );
});

test.each([
  ['КАРТА 12', 'cac0d0d2c0203132'],
  ['Ёжик-1', 'a8e6e8ea2d31'],
  ['Київ', 'cae8bfe2'],
  ['ҐЄІ', 'a5aab2'],
])('%s in Windows-1251 keeps its letters', (text, hex) => {
  expect(decodeFrame(Buffer.from(hex, 'hex'), 'auto')).toMatchObject({ text });
});

test('what is not all Cyrillic in Windows-1251 stays a character a byte', () => {
  expect(decodeFrame(Uint8Array.of(0x41, 0xa3, 0xe9), 'auto')).toMatchObject({ text: 'A£é' });
});

test.each([
  ['windows-1251', 'cae0f0f2e020b937', 'Карта №7'],
  ['cp866', '8aa0e0e2a020fc37', 'Карта №7'],
  ['koi8-r', 'ebc1d2d4c1203137', 'Карта 17'],
  // As Windows-1251 these are letters too: only the setting tells.
  ['koi8-r', 'f0f2e9f7e5f4', 'ПРИВЕТ'],
] as const)('letters in %s are read where the shop says so', (alphabet, bytes, text) => {
  expect(decodeFrame(Buffer.from(bytes, 'hex'), alphabet)).toEqual({ text });
  expect(decodeFrame(Buffer.from(`5d5131${bytes}`, 'hex'), alphabet)).toEqual({ text, aim: 'Q1' });
});

test.each(ALPHABETS)('ASCII, separators and noise are the same in %s', (alphabet) => {
  expect(decodeFrame(Buffer.from(']d201046004940002182112\x1d93x'), alphabet)).toEqual({
    text: '01046004940002182112\x1d93x',
    aim: 'd2',
  });
  expect(decodeFrame(Buffer.from('460\x1b'), alphabet)).toBeNull();
});
