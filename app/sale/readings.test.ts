import { expect, test } from 'vitest';
import { bag, lard, water } from '../testing/fixtures.ts';
import type { Catalogue } from './ports.ts';
import { CodeReader } from './readings.ts';

const products = [water, bag, lard, { ...bag, code: '1234', barcode: '036000291452' }];
const goods: Catalogue = {
  byBarcode: (barcode) => products.find((product) => product.barcode === barcode) ?? null,
  byCode: (code) => products.find((product) => product.code === code) ?? null,
};
const plain = new CodeReader(goods, { cards: [], certificates: [], promos: [] });
const kinds = (readings: readonly { kind: string }[]): string[] => readings.map((reading) => reading.kind);

test('a scanned barcode of the catalogue is goods, with or without the leading zero of a UPC-A', () => {
  expect(plain.scanned('4600494000218', 'anything')).toEqual([{ kind: 'product', product: water }]);
  expect(kinds(plain.scanned('0036000291452', 'anything'))).toEqual(['product']);
});

test('a well-formed product number that the catalogue lacks is unknown goods, anything else a customer’s code', () => {
  expect(plain.scanned('4607001234500', 'anything')).toEqual([]);
  expect(plain.scanned('7770000000003377', 'anything')).toEqual([{ kind: 'customer-code', code: '7770000000003377' }]);
});

test.each([
  ['300', ['amount']],
  ['49,90', ['amount']],
  ['1 290,50', ['amount']],
  ['5678', ['amount', 'customer-code']],
  ['1234', ['product', 'amount', 'customer-code']],
  ['00123', ['product', 'amount', 'customer-code']],
  ['89141234567', ['customer-phone']],
  ['+7 914 123-45-67', ['customer-phone']],
  ['AB12CD', ['customer-code', 'certificate', 'promo']],
  ['7700001233377001', ['customer-code', 'certificate', 'promo']],
  ['4607001234500', []],
  ['0', []],
  ['дай скидку', []],
])('typed «%s» may mean %j', (text, expected) => expect(kinds(plain.typed(text))).toEqual(expected));

test('the dialog in front decides before any shape', () => {
  expect(plain.scanned('4600494000218', 'certificate')).toEqual([{ kind: 'certificate', code: '4600494000218' }]);
  expect(plain.scanned('4600494000218', 'promo')).toEqual([{ kind: 'promo', code: '4600494000218' }]);
  expect(kinds(plain.scanned('89141234567', 'customer'))).toEqual(['customer-phone']);
});

test('any run of eights is the anonymous customer', () => {
  for (const eights of ['8888888888', '88888888888']) {
    expect([kinds(plain.scanned(eights, 'anything')), kinds(plain.typed(eights))]).toEqual([
      ['anonymous'],
      ['anonymous'],
    ]);
  }
});

test('the shop’s own shapes are recognised, and what has none is asked about', () => {
  const shaped = new CodeReader(goods, { cards: ['77\\d{14}'], certificates: ['CERT-\\d+'], promos: ['[A-Z]{6}'] });
  const scanned = (text: string): string[] => kinds(shaped.scanned(text, 'anything'));
  expect(scanned('7700001233377001')).toEqual(['customer-code']);
  expect(scanned('CERT-12')).toEqual(['certificate']);
  expect(scanned('SPRING')).toEqual(['promo']);
  expect(scanned('XCERT-12')).toEqual(['customer-code', 'certificate', 'promo']);
  expect(kinds(shaped.typed('SPRING'))).toEqual(['promo']);
});
