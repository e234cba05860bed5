import { expect, test } from 'vitest';
import { textOf, visible } from './file-text.ts';

const TEXT = '{"name":"Вода «№ 1»"}';
const utf16 = (bigEndian: boolean, mark: boolean): Buffer => {
  const little = Buffer.from(`${mark ? '\uFEFF' : ''}${TEXT}`, 'utf16le');
  return bigEndian ? little.swap16() : little;
};

test.each([
  ['UTF-8', Buffer.from(TEXT)],
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${TEXT}`)],
  ['UTF-16, little end first', utf16(false, true)],
  ['UTF-16, big end first', utf16(true, true)],
  ['UTF-16 without a mark', utf16(false, false)],
  ['UTF-16, big end first, without a mark', utf16(true, false)],
])('%s is read', (_what, bytes) => expect(textOf(bytes)).toEqual({ ok: true, value: TEXT }));

test.each([
  ['a code page of Windows', Buffer.from([0x7b, 0x22, 0xc2, 0xee, 0xe4, 0xe0, 0x22, 0x7d])],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff])],
  ['half a UTF-16 sign', Buffer.from([0xff, 0xfe, 0x7b])],
])('%s is refused', (_what, bytes) => expect(textOf(bytes)).toEqual({ ok: false, error: 'encoding' }));

test('what cannot be seen is named', () => {
  expect(visible('a\uFEFFb\u00A0c d\u200B')).toBe('a«U+FEFF»b«U+00A0»c d«U+200B»');
});
