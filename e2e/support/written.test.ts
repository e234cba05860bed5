import { describe, expect, test } from 'vitest';
import { leaks, phonesIn } from './written.ts';

const SECRET = 'Ключ-7f3A«щ»';
const ways: readonly [string, Buffer][] = [
  ['as it is', Buffer.from(`x${SECRET}x`)],
  ['JSON', Buffer.from('\\u041a\\u043b\\u044e\\u0447-7f3A\\u00ab\\u0449\\u00bb')],
  ['an address', Buffer.from(`a=${encodeURIComponent(SECRET)}`)],
  ['UTF-16', Buffer.from(`xy${SECRET}`, 'utf16le')],
  ['hex', Buffer.from(Buffer.from(`z${SECRET}`).toString('hex'))],
  ...['', 'a', 'ab', 'abc'].map((before): [string, Buffer] => [
    `Base64 after ${before.length} bytes`,
    Buffer.from(Buffer.from(`${before}${SECRET} and more`).toString('base64')),
  ]),
];

describe('a secret is found', () => {
  test.each(ways)('%s', (_way, bytes) => {
    expect(leaks([{ file: 'f', bytes }], { key: SECRET })).toEqual(['f: key']);
    expect(leaks([{ file: 'f', bytes }], { key: 'Ключ-7f3A«ы»' })).toEqual([]);
  });
});

test.each(['79142718042', '8 (914) 271-80-42', '914‑271‑80‑42', '914.271.80', '914 – 271 – 80'])(
  'a phone is found: %s',
  (text) => {
    for (const bytes of [Buffer.from(`x${text}x`), Buffer.from(text, 'utf16le'), Buffer.from(`x${text}`, 'utf16le')]) {
      expect(phonesIn([{ file: 'f', bytes }], '9142718')).toEqual(['f']);
      expect(phonesIn([{ file: 'f', bytes }], '9142719')).toEqual([]);
    }
  },
);
