import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asIfLatin } from './layout.ts';

test('a code taken in the Russian layout', () => {
  expect(asIfLatin('ъУ04601234567890')).toContain(']E04601234567890');
  expect(asIfLatin('ЬИ-ЙК-7А3А')).toContain('MB-QR-7F3F');
  expect(asIfLatin('реезыЖ..вшшфюфзз.')).toContain('https://diia.app/');
});

test('a code taken in the Ukrainian layout', () => {
  expect(asIfLatin('реезіЖ..вшшфюфзз.')).toContain('https://diia.app/');
  expect(asIfLatin('їв201')).toContain(']d201');
});

test('text that reads the same in every layout has no other reading', () => {
  for (const text of ['4600494000218', 'MB-QR-7F3A', '']) expect(asIfLatin(text)).toEqual([]);
});

test('signs are read as the layout has them', () => expect(asIfLatin('".?Ж')).toContain('@/&:'));

/** What the keys of a Latin text type in the Russian layout. */
const KEYS = new Map(
  [...Array(94)].flatMap((_, place) => {
    const latin = String.fromCharCode(33 + place);
    const cyrillic = [...'йцукенгшщзхъфывапролджэячсмитьбю.ёЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,Ё"№;:?/'].find((one) =>
      asIfLatin(one).includes(latin),
    );
    return cyrillic === undefined ? [] : [[latin, cyrillic] as const];
  }),
);

test('every Latin text comes back from the Russian layout', () => {
  // Signs that the layout has on another key have no key of their own in it.
  const typable = fc.stringMatching(/^[0-9A-Za-z\]['`,.;/-]{1,60}$/);
  fc.assert(
    fc.property(typable, (latin) => {
      const typed = [...latin].map((sign) => KEYS.get(sign) ?? sign).join('');
      expect([typed, ...asIfLatin(typed)]).toContain(latin);
    }),
  );
});
