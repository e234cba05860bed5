import { describe, expect, test } from 'vitest';
import { GS } from '../domain/codes/elements.ts';
import type { Expectation } from '../domain/codes/expectation.ts';
import { withCheckDigit } from '../domain/gtin.ts';
import { kopecks } from '../domain/money.ts';
import { problem } from '../domain/problem.ts';
import { ONE } from '../domain/quantity.ts';
import { bag, lard, NO_RULES, water } from '../testing/fixtures.ts';
import type { Catalogue } from './ports.ts';
import { CodeReader, type Reading } from './readings.ts';

/** Weighed goods by the bar code that the scales' labels have with noughts for the weight. */
const cheese = { ...lard, code: 'CHEESE', barcode: withCheckDigit('220077000000') };
const upc = { ...bag, code: '1234', barcode: '036000291452' };
const products = [water, bag, lard, cheese, upc];
const goods: Catalogue = {
  byBarcode: (barcode) => products.find((product) => product.barcode === barcode) ?? null,
  byCode: (code) => products.find((product) => product.code === code) ?? null,
};
const plain = new CodeReader(goods, NO_RULES, kopecks(1_000_000_00));
const shaped = new CodeReader(goods, {
  cards: ['77\\d{14}', '24\\d{11}', 'MB-QR-[0-9A-F]{16}'],
  certificates: ['CERT-\\d+'],
  promos: ['[A-Z]{6}'],
  weighed: [
    { prefix: '21', article: [2, 5], value: [7, 5], unit: 'g', checkDigit: true },
    { prefix: '22', article: [2, 4], value: [6, 6], unit: 'kopecks', checkDigit: true },
    { prefix: '24', article: [2, 5], value: [7, 5], unit: 'g', checkDigit: true },
  ],
  separators: ['{GS}'],
  phoneCountry: 'RU',
});

const scanned = (reader: CodeReader, text: string, expected: Expectation = 'anything') =>
  reader.scanned({ text }, expected);
const kinds = (readings: readonly { kind: string }[]): string[] => readings.map((reading) => reading.kind);
const product = (change: Partial<Extract<Reading, { kind: 'product' }>> = {}): Reading => ({
  kind: 'product',
  product: water,
  quantity: ONE,
  mark: null,
  counted: false,
  ...change,
});
const notUsedHere = (kind: string): Reading => ({ kind: 'unusable', why: problem('code-not-used-here', { kind }) });

test('a scanned barcode of the catalogue is goods, with or without the leading zero of a UPC-A', () => {
  expect(scanned(plain, '4600494000218')).toEqual([product()]);
  expect(scanned(plain, '0036000291452')).toEqual([product({ product: upc })]);
  expect(scanned(plain, '04600494000218')).toEqual([product()]);
});

test('a well-formed product number that the catalogue lacks is unknown goods, anything else a customer’s code', () => {
  expect(scanned(plain, '4607001234500')).toEqual([]);
  expect(scanned(plain, '7770000000003377')).toEqual([{ kind: 'customer-code', code: '7770000000003377' }]);
});

test('digits of a bar code that holds no product numbers are a customer’s', () => {
  expect(kinds(plain.scanned({ text: '4607001234500', aim: 'C0' }, 'anything'))).toEqual(['customer-code']);
  expect(plain.scanned({ text: '4600494000218', aim: 'C0' }, 'anything')).toEqual([product()]);
});

test.each([
  ['300', ['amount']],
  ['49,90', ['amount']],
  ['1 290,50', ['amount']],
  ['5678', ['customer-code', 'amount']],
  ['482915', ['customer-code', 'amount']],
  ['1234', ['product']],
  ['00123', ['product']],
  ['914123337', ['customer-code']],
  ['91412333770', ['customer-code']],
  ['1000000000', ['customer-code']],
  ['999999,99', ['amount']],
  ['1 000 000', ['amount']],
  ['1 000 000,01', ['unusable']],
  ['914 123 337', ['unusable']],
  ['89141234567', ['customer-phone']],
  ['+7 914 123-45-67', ['customer-phone']],
  ['AB12CD', ['customer-code', 'certificate', 'promo']],
  ['7700001233377001', ['customer-code', 'certificate', 'promo']],
  ['4607001234500', []],
  ['0', []],
  ['дай скидку', []],
  ['https://qr.nspk.ru/AS1', ['unusable']],
  [']E04600494000218', ['product']],
])('typed «%s» may mean %j', (text, expected) => expect(kinds(plain.typed(text))).toEqual(expected));

test('the dialog in front decides before any shape', () => {
  expect(scanned(plain, '4600494000218', 'certificate')).toEqual([{ kind: 'certificate', code: '4600494000218' }]);
  expect(kinds(scanned(plain, '89141234567', 'customer'))).toEqual(['customer-phone']);
  expect(scanned(shaped, ']C0CERT-12', 'certificate')).toEqual([{ kind: 'certificate', code: 'CERT-12' }]);
  expect(scanned(shaped, 'ЬИ-ЙК-7А3А9С51В2У84И06', 'customer')).toEqual([
    { kind: 'customer-code', code: 'MB-QR-7F3F9C51D2E84B06' },
  ]);
});

test('an article of the catalogue is asked about only where the shop’s own codes look so too', () => {
  const reader = new CodeReader(goods, { ...NO_RULES, cards: ['\\d{4}'] });
  expect(kinds(reader.typed('1234'))).toEqual(['product', 'customer-code']);
  expect(kinds(reader.typed('00123'))).toEqual(['product']);
});

test('goods of the catalogue are no promo code, unless the shop says that its codes look so', () => {
  expect(scanned(plain, '4600494000218', 'promo')).toEqual([product()]);
  expect(plain.goods(water.barcode ?? '')).toEqual([product()]);
  expect(plain.goods('SALE10')).toEqual([]);
  expect(scanned(plain, '4607001234500', 'promo')).toEqual([{ kind: 'promo', code: '4607001234500' }]);
  const promos = new CodeReader(goods, { ...NO_RULES, promos: ['46\\d{11}'] });
  expect(scanned(promos, '4600494000218', 'promo')).toEqual([{ kind: 'promo', code: '4600494000218' }]);
});

test('any run of eights is the anonymous customer', () => {
  for (const eights of ['88888888', '8888888888', '88888888888']) {
    expect(kinds(scanned(plain, eights))).toEqual(['anonymous']);
    expect(kinds(plain.typed(eights))).toEqual(['anonymous']);
  }
});

test('the shop’s own shapes are recognised, and what has none is asked about', () => {
  expect(kinds(scanned(shaped, '7700001233377001'))).toEqual(['customer-code']);
  expect(kinds(scanned(shaped, 'CERT-12'))).toEqual(['certificate']);
  expect(kinds(scanned(shaped, 'SPRING'))).toEqual(['promo']);
  expect(kinds(scanned(shaped, 'XCERT-12'))).toEqual(['customer-code', 'certificate', 'promo']);
  expect(kinds(shaped.typed('SPRING'))).toEqual(['promo']);
});

describe('a label of the shop’s scales', () => {
  test('is goods by their article, with the weight that it says', () => {
    const code = withCheckDigit('210012300350');
    expect(scanned(shaped, code)).toMatchObject([{ product: lard, quantity: 350, mark: null }]);
    expect(shaped.typed(code)).toEqual(scanned(shaped, code));
  });

  test('is goods by the bar code without the weight, as much as its sum buys', () => {
    expect(scanned(shaped, withCheckDigit('220077004547'))).toMatchObject([{ product: cheese, quantity: 417 }]);
  });

  test('that looks like a card of the shop too is asked about', () => {
    expect(kinds(scanned(shaped, withCheckDigit('240012300350')))).toEqual(['customer-code', 'product']);
    expect(kinds(scanned(shaped, withCheckDigit('249999900350')))).toEqual(['customer-code']);
  });

  test('of unknown goods is unknown, of no weight not understood', () => {
    expect(scanned(shaped, withCheckDigit('219999900350'))).toEqual([]);
    expect(scanned(shaped, withCheckDigit('210012300000'))).toEqual([
      { kind: 'unusable', why: problem('code-not-understood') },
    ]);
  });
});

describe('a marking code', () => {
  const CODE = `0104600494000218215iQ"b%k&fR2Wy${GS}93d0Zq`;

  test('is one piece of its goods', () => {
    const piece = [product({ mark: '0104600494000218215iQ"b%k&fR2Wy' })];
    expect(scanned(plain, CODE)).toEqual(piece);
    expect(scanned(shaped, CODE.replace(GS, '{GS}'))).toEqual(piece);
  });

  test('of goods that the catalogue lacks is unknown', () => {
    expect(scanned(plain, CODE.replace('04600494000218', '04607001234500'))).toEqual([]);
  });
});

describe('a code of another service', () => {
  const DIIA = 'https://diia.app/documents/internal-passport/65f0/verify/3f2504e0-4f89-11d3-9a0c-0305e82c3301';

  test('is no customer’s, nor what a dialog waits for', () => {
    expect(scanned(plain, DIIA)).toEqual([notUsedHere('diia')]);
    expect(scanned(shaped, DIIA, 'customer')).toEqual([notUsedHere('diia')]);
    expect(scanned(plain, '964390140101700123926121401')).toEqual([notUsedHere('social-card')]);
  });

  test('counts for nothing where the shop says that such codes are its own', () => {
    const links = new CodeReader(goods, { ...NO_RULES, cards: ['https://max\\.ru/.*'] });
    expect(kinds(scanned(links, 'https://max.ru/shop_bot?start=1'))).toEqual(['customer-code']);
    expect(kinds(scanned(links, 'https://max.ru/shop_bot?start=1', 'customer'))).toEqual(['customer-code']);
  });

  test('is one of the answers for thirteen digits that are nothing else', () => {
    expect(scanned(shaped, '3535267635434').at(-1)).toEqual(notUsedHere('diia'));
    expect(kinds(scanned(plain, '3535267635434'))).toEqual(['customer-code']);
  });
});
