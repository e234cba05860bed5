import { expect, test } from 'vitest';
import { conceal, masked } from './masked.ts';

test.each([
  ['{"phone":"79141233377"}', '{"phone":"***3377"}'],
  ['+7 (914) 123-33-77 called', '***3377 called'],
  ['card 7770 0000 0000 3377', 'card ***3377'],
  ['Bearer eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln', 'Bearer <secret>'],
  ['token 9f8e7d6c5b4a39281706f5e4d3c2b1a0', 'token <secret>'],
])('%s', (text, shown) => expect(masked(text)).toBe(shown));

test.each(['scanner {"place":0,"state":"ready"}', 'port 9100, 12345 ms', 'electron 33.2.1'])('%s stays', (text) =>
  expect(masked(text)).toBe(text),
);

test('a secret of the shop stands in no line, whatever it looks like', () => {
  const [word, uuid] = ['parol-magazina', '5f6b0f0e-2f0c-4a55-9d0e-0c6d3a1b7e42'];
  expect(masked(`at ${uuid}`)).toBe(`at ${uuid}`);
  for (const secret of [word, uuid, '', 'on', undefined]) conceal(secret);
  expect(masked(`GET https://shop.example/?key=${word}, ${uuid} on`)).toBe(
    'GET https://shop.example/?key=<secret>, <secret> on',
  );
});

test('nor in any spelling that JSON, an address, a form or a header give it', () => {
  const secret = 'p@ss "слово" + 1';
  conceal(secret);
  const spelt = [
    JSON.stringify({ secret }),
    `https://shop.example/?key=${encodeURIComponent(secret)}`,
    new URLSearchParams({ secret }).toString(),
    `Basic ${Buffer.from(secret).toString('base64')}`,
  ];
  for (const line of spelt) expect(masked(line)).toMatch(/^[^%+\\]*<secret>[="}]*$/);
});
