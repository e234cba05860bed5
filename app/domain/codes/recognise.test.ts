import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bag, lard } from '../../testing/fixtures.ts';
import { withCheckDigit } from '../gtin.ts';
import { GS } from './elements.ts';
import { measuredQuantity } from './measure.ts';
import { type CodeRules, recogniser } from './recognise.ts';
import { USUAL_SEPARATORS } from './separators.ts';

const RULES: CodeRules = {
  cards: ['77\\d{14}', 'MB-QR-[0-9A-F]{16}'],
  certificates: ['88\\d{14}'],
  promos: ['[A-Z]{4}\\d{2,3}', '77\\d{14}'],
  weighed: [{ prefix: '21', article: [2, 5], value: [7, 5], unit: 'g', checkDigit: true }],
  separators: USUAL_SEPARATORS,
  phoneCountry: 'RU',
};
const BLANK: CodeRules = { cards: [], certificates: [], promos: [], weighed: [], separators: [], phoneCountry: 'RU' };
const recognise = recogniser(RULES);
const kinds = (text: string, aim?: string): string[] =>
  recognise(aim === undefined ? { text } : { text, aim }).meanings.map((meaning) => {
    if (meaning.kind === 'own') return meaning.own;
    return meaning.kind === 'other' ? meaning.what : meaning.kind;
  });

test.each([
  ['4600494000218', ['goods']],
  ['SALE10', ['promo']],
  ['8800000000000101', ['certificate']],
  ['7700001233377001', ['card', 'promo']],
  ['MB-QR-7F3A9C51D2E84B06', ['card']],
  ['https://max.ru/id1_bot?start=7', ['max']],
  [withCheckDigit('210012300350'), ['goods', 'goods']],
  ['482915', []],
  ['Ой, всё', []],
  ['', []],
])('%s may be %j', (text, expected) => expect(kinds(text)).toEqual(expected));

describe('the scanner’s word for the kind of bar code', () => {
  test('is read from the text where it stands there', () => {
    expect(recognise({ text: ']E04600494000218' })).toMatchObject({ text: '4600494000218' });
    expect(recognise({ text: `]d2010460049400021821A` })).toMatchObject({
      meanings: [{ mark: '010460049400021821A' }],
    });
  });

  test('decides whether digits are goods and nothing else', () => {
    const certain = (aim?: string) =>
      recognise({ text: '4600494000218', ...(aim && { aim }) }).meanings.map(
        (one) => one.kind === 'goods' && one.certain,
      );
    expect([certain(), certain('E0'), certain('C0'), certain('Q1')]).toEqual([[true], [true], [false], [false]]);
  });

  test('tells UPC-E from EAN-8', () => {
    const barcodes = (aim?: string) =>
      recognise({ text: '04252614', ...(aim && { aim }) }).meanings.flatMap((one) =>
        one.kind === 'goods' ? one.barcodes : [],
      );
    expect(barcodes('E0')).toContain('042100005264');
    expect(barcodes()).toContain('042100005264');
    expect(barcodes('E4')).not.toContain('042100005264');
  });
});

describe('a code taken in another layout', () => {
  test('is read as it was meant when only that makes sense', () => {
    expect(recognise({ text: 'ЬИ-ЙК-7А3А9С51В2У84И06' })).toMatchObject({
      text: 'MB-QR-7F3F9C51D2E84B06',
      meanings: [{ own: 'card' }],
    });
    expect(recognise({ text: 'ъУ04600494000218' })).toMatchObject({ text: '4600494000218' });
  });

  test('stays as it is when it makes sense, or when nothing does', () => {
    const cyrillic = recogniser({ ...BLANK, promos: ['[А-Я]{4}'] });
    expect(cyrillic({ text: 'ФЫВА' })).toEqual({ text: 'ФЫВА', meanings: [{ kind: 'own', own: 'promo' }] });
    expect(recognise({ text: 'дай скидку' })).toEqual({ text: 'дай скидку', meanings: [] });
  });
});

test('a marking code is the same piece however its separators came', () => {
  const code = `010460049400021821kFd3w8?xP1LmZ${GS}91EE08${GS}92${'aZ9/'.repeat(22)}`;
  const ways = [code, `]d2${code}`, `${GS}${code}`, code.replaceAll(GS, ''), code.replaceAll(GS, '{GS}')];
  const marks = ways.map((text) => recognise({ text }).meanings.map((one) => one.kind === 'goods' && one.mark));
  expect(marks).toEqual(ways.map(() => ['010460049400021821kFd3w8?xP1LmZ']));
});

test('a mask has to match the whole code', () => expect(kinds('XSALE10')).toEqual([]));

test('a shop without rules still knows what everybody knows', () => {
  const plain = recogniser(BLANK);
  expect(plain({ text: '4600494000218' }).meanings).toMatchObject([{ kind: 'goods' }]);
  expect(plain({ text: withCheckDigit('210012300350') }).meanings).toHaveLength(1);
});

describe('whatever comes in', () => {
  test('is read twice as it is read once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => {
        const { text: read, meanings } = recognise({ text });
        if (meanings.length > 0) expect(recognise({ text: read }).meanings.length).toBeGreaterThan(0);
      }),
    );
  });

  test('a million random strings are read without an exception, and what is goods can be counted', {
    timeout: 300_000,
  }, () => {
    const random = generator(20261121);
    let goods = 0;
    for (let round = 0; round < 1_000_000; round++) {
      for (const meaning of recognise({ text: randomText(random) }).meanings) {
        if (meaning.kind !== 'goods') continue;
        goods += 1;
        for (const product of [lard, bag]) measuredQuantity(product, meaning.measure);
      }
    }
    expect(goods).toBeGreaterThan(0);
  });

  test('the longest codes that scanners pass on do not hold it up', { timeout: 60_000 }, () => {
    for (const piece of ['0104600494000218', 't=20260301T1217&', '{"', '\n mac', '~|', ' ', 'https://', '9', 'ъ', GS]) {
      expect(recognise({ text: piece.repeat(4096 / piece.length) }).text).not.toBe('');
    }
  });
});

/** Numbers from 0 to below 2³², the same for the same seed (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

/** Beginnings that lead into each of the recognisers; what follows is chance. */
const BEGINNINGS = [
  '',
  '',
  '21',
  '01',
  ']d2',
  ']E0',
  '0104600494000218',
  '010460049400021821',
  '964390',
  't=',
  '{"mac',
  'ъ',
];
const SIGNS = '0123456789012345678901234567890123456789abcXYZ]{}~&=./"йцуЙ№ї\u001d\u0000\ud83d\uffff';

function randomText(random: () => number): string {
  let text = BEGINNINGS[random() % BEGINNINGS.length] ?? '';
  for (let left = random() % 20; left > 0; left--) text += SIGNS.charAt(random() % SIGNS.length);
  return text;
}
