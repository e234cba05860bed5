import { expect, test } from 'vitest';
import { bag, lard, water } from '../testing/fixtures.ts';
import type { Catalogue } from './ports.ts';
import { readingsOfScan, readingsOfTyping } from './readings.ts';

const products = [water, bag, lard, { ...bag, code: '1234', barcode: '036000291452' }];
const goods: Catalogue = {
  byBarcode: (barcode) => products.find((product) => product.barcode === barcode) ?? null,
  byCode: (code) => products.find((product) => product.code === code) ?? null,
};
const kinds = (readings: readonly { kind: string }[]): string[] => readings.map((reading) => reading.kind);

test('a scanned barcode of the catalogue is goods, with or without the leading zero of a UPC-A', () => {
  expect(readingsOfScan('4600494000218', goods)).toEqual([{ kind: 'product', product: water }]);
  expect(kinds(readingsOfScan('0036000291452', goods))).toEqual(['product']);
});

test('a well-formed product number that the catalogue lacks is unknown goods, anything else a customer’s code', () => {
  expect(readingsOfScan('4607001234500', goods)).toEqual([]);
  expect(readingsOfScan('7770000000003377', goods)).toEqual([{ kind: 'customer-code', code: '7770000000003377' }]);
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
  ['AB12CD', ['customer-code']],
  ['4607001234500', []],
  ['0', []],
  ['дай скидку', []],
])('typed «%s» may mean %j', (text, expected) => expect(kinds(readingsOfTyping(text, goods))).toEqual(expected));
