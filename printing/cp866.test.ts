import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CP866_SIGNS, toCp866 } from './cp866.ts';

const decoder = new TextDecoder('ibm866');
const bytes = (from: number, to: number) => Uint8Array.from({ length: to - from }, (_, index) => from + index);

test('every sign has the place that the platform’s own table gives it', () => {
  expect(decoder.decode(bytes(0x80, 0xff))).toBe(CP866_SIGNS);
  expect(toCp866(CP866_SIGNS)).toEqual(bytes(0x80, 0xff));
  expect(toCp866(decoder.decode(bytes(0x20, 0x7f)))).toEqual(bytes(0x20, 0x7f));
});

test('no text whatsoever makes a byte that a printer obeys', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect([...toCp866(text)].filter((byte) => byte < 0x20 || byte === 0x7f)).toEqual([]);
    }),
  );
});
