import { describe, expect, test } from 'vitest';
import { GS } from './elements.ts';
import { readElementString, readTobacco } from './marking.ts';

const SERIAL = '5iQ"b%k&fR2Wy';

describe('an element string', () => {
  test('of a marked piece gives its goods and what tells it from the others', () => {
    expect(readElementString(`010460049400021821${SERIAL}${GS}93d0Zq`, true)).toEqual({
      kind: 'goods',
      barcodes: ['04600494000218', '4600494000218'],
      articles: [],
      measure: null,
      mark: `010460049400021821${SERIAL}`,
      detailed: true,
      certain: true,
    });
  });

  test.each([
    ['3103001250', { unit: 'g', value: 1250, binding: false }],
    ['3102001250', { unit: 'g', value: 12_500, binding: false }],
    ['3105001254', { unit: 'g', value: 13, binding: false }],
    ['3203001000', { unit: 'g', value: 454, binding: false }],
    ['3572001600', { unit: 'g', value: 454, binding: false }],
    ['3103000001', { unit: 'g', value: 1, binding: false }],
    ['3303001250', null],
    ['39224547', { unit: 'kopecks', value: 4547, binding: false }],
    ['392045', { unit: 'kopecks', value: 4500, binding: false }],
    [`39224547${GS}3103001250`, { unit: 'g', value: 1250, binding: false }],
    ['39224X', null],
    ['10LOT', null],
    // As good as none: it has to be told.
    ['3103000000', null],
  ])('with %j tells %j', (elements, measure) =>
    expect(readElementString(`0104600494000218${elements}`, false)?.measure).toEqual(measure),
  );

  test('without the scanner’s word has to begin with a product number', () => {
    const late = '3103001250' + '0104600494000218';
    expect(readElementString(late, false)).toBeNull();
    expect(readElementString(late, true)?.barcodes).toContain('4600494000218');
    expect(readElementString(`${GS}010460049400021821A`, false)?.mark).toBe('010460049400021821A');
  });

  test('of nothing but a product number may be anything with sixteen digits', () => {
    expect(readElementString('0104600494000218', false)?.certain).toBe(false);
    expect(readElementString('0104600494000218', true)?.certain).toBe(true);
  });

  test.each([
    ['a wrong check digit', '010460049400021921A'],
    ['no product number', '21ABC'],
    ['an unknown structure', '0104600494000218ZZ'],
    ['letters in the number', '01046004940002AB21A'],
  ])('%s is none', (_what, text) => expect(readElementString(text, true)).toBeNull());
});

describe('a pack of tobacco', () => {
  const PACK = '04600494000218aB1!x9?AAAAcheC';

  test('is known by number and serial, whatever its price and check code', () => {
    expect(readTobacco(PACK)).toMatchObject({ barcodes: ['04600494000218', '4600494000218'], mark: PACK.slice(0, 21) });
  });

  test('FNC1 in front is no part of it', () =>
    expect(readTobacco(GS + PACK)).toMatchObject({ mark: PACK.slice(0, 21) }));

  test.each([
    ['29 digits', '04600494000218123456712345678'],
    ['a wrong check digit', '04600494000219aB1!x9?AAAAcheC'],
    ['28 characters', PACK.slice(1)],
    ['Cyrillic letters', '04600494000218фИ1!x9?AAAAcheC'],
  ])('%s is none', (_what, text) => expect(readTobacco(text)).toBeNull());
});
