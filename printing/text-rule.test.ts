import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toPrintable } from './text-rule.ts';

/** Every character of CP866 that shows, as the platform's own table has it. */
const PLACES = Uint8Array.from({ length: 0xff }, (_, place) => place).filter(
  (place) => place >= 0x20 && place !== 0x7f,
);
const CP866 = new TextDecoder('ibm866').decode(PLACES);

test('everything that CP866 has comes back as it is', () => {
  expect(CP866.length).toBe(222);
  expect(toPrintable(CP866)).toBe(CP866);
});

test.each([
  ['1 290,50 ₽ и 5 €', '1 290,50 р. и 5 EUR'],
  ['«Ромашка» „x“ ”y” ‘z’', '"Ромашка" "x" "y" \'z\''],
  ['Хлеб – батон — 5−3 и…', 'Хлеб - батон - 5-3 и...'],
  ['2 × 10', '2 x 10'],
  ['Київ, ґанок, Ірина, п’ять', "Київ, ганок, Iрина, п'ять"],
  ['Саха сирэ: Өймөкөөн, үүт, һаҕа, муҥха', 'Саха сирэ: Оймокоон, yyт, hага, мунха'],
  ['е\u0308лка и й из и\u0306', 'ёлка и й из й'],
  ['за\u0301мок', 'замок'],
  ['a\u00a0b\u202fc\u2009d\te\r\nf\u2028g', 'a b c d e  f g'],
  ['по\u00adпо\u200b\u2060лам\ufeff', 'пополам'],
  ['\u202eevil\u2066', 'evil'],
  ['漢 😀 ∑', '?  ?'],
  ['Анна\u001bp\u0000\u0019\u00fa', 'Аннаpu'],
  ['\u009b31m\u007f', '31m'],
  ['', ''],
])('%j prints as %j', (text, printed) => {
  expect(toPrintable(text)).toBe(printed);
});

test('whatever comes in, only CP866 comes out, and that stays as it is', () => {
  const allowed = new Set(CP866);
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const printed = toPrintable(text);
      expect([...printed].filter((character) => !allowed.has(character))).toEqual([]);
      expect(toPrintable(printed)).toBe(printed);
    }),
  );
});

test.each([
  ['Crème brûlée', 'Creme brulee'],
  ['Müller, Straße, Ærø, Łódź', 'Muller, Strasse, AEro, Lodz'],
  ['½ кг, м², 10⁻³, Ⅳ, ① ﬁ ＡＢＣ', '1/2 кг, м2, 10-3, IV, 1 fi ABC'],
  ['Coca-Cola® ™ © £5 ¥5 §3 ₴5 ₸5', 'Coca-Cola(R) TM (C) GBP5 JPY5 п.3 грн5 тг5'],
  ['Қазақстан, ірімшік, ұн, әже, ғылым', 'Казакстан, iрiмшiк, ун, аже, гылым'],
  ['җиләк, ҡымыҙ, ӳсем, ҫӑкӑр, ҳалво, ҷӯроб', 'жилак, кымыз, усем, сакар, халво, чуроб'],
  ['Љубав, њега, ђак, ћевапи, џем, ѓ ќ', 'Льубав, ньега, джак, чевапи, джем, г к'],
  ['≥ 18 ± 1 ≈ → ✔ 5′ 6″', '>= 18 +- 1 ~ -> v 5\' 6"'],
  ['Акция 🎉🔥 5 ‰ 👍🏽 🇷🇺!', 'Акция  5 0/00  !'],
  ['1½ л, 2¾', '1 1/2 л, 2 3/4'],
  ['漢字 ع', '?? ?'],
])('«%s» is spelled as near as can be', (text, spelled) => expect(toPrintable(text)).toBe(spelled));
