import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import type { CatalogueItem } from '../domain/product.ts';
import { migrate } from '../journal/file/migrate.ts';
import { water } from '../testing/fixtures.ts';
import { catalogue } from './catalogue.ts';
import { findGoods } from './search.ts';

const NAMES = [
  'Молоко 3,2 %, 930 мл',
  'Масло сливочное 82,5 %, 180 г',
  'Сало кручёное, кг',
  'Шоколад «Алёнка» молочный',
  'Сгущёнка с сахаром (молоко цельное)',
  'Чай ЧЁРНЫЙ, 100 пакетиков',
];

/** The names of what is found, in the order in which it is. */
function find(text: string, most = 10, names = NAMES) {
  const db = new Database(':memory:');
  onTestFinished(() => {
    db.close();
  });
  migrate(db);
  const items = names.map((name, at): CatalogueItem => {
    return { ...water, code: String(at), barcode: `460000000000${at}`, name, group: null };
  });
  catalogue(db).replace({ groups: [], items });
  const { codes, more } = findGoods(db, text, most);
  return { names: codes.map((code) => items[Number(code)]?.name), more };
}

test.each([
  ['кручен', ['Сало кручёное, кг']],
  ['КРУЧЁН', ['Сало кручёное, кг']],
  ['черный чай', ['Чай ЧЁРНЫЙ, 100 пакетиков']],
  ['чай ч', ['Чай ЧЁРНЫЙ, 100 пакетиков']],
  ['3.2', ['Молоко 3,2 %, 930 мл']],
  ['3,2 мол', ['Молоко 3,2 %, 930 мл']],
  ['аленка', ['Шоколад «Алёнка» молочный']],
  ['4600000000002', ['Сало кручёное, кг']],
  ['молоко чай', []],
  ['', []],
  [' «» — ', []],
  ['%', ['Молоко 3,2 %, 930 мл', 'Масло сливочное 82,5 %, 180 г']],
  ["'; DROP TABLE product; --", []],
])('%j finds %j', (text, names) => {
  expect(find(text)).toEqual({ names, more: false });
});

test('what begins with a word comes before what has it within', () => {
  const names = ['Сыр плавленый', 'Кассыр', 'Колбаса сырокопчёная'];
  expect(find('сыр', 10, names).names).toEqual(['Сыр плавленый', 'Колбаса сырокопчёная', 'Кассыр']);
});

test('more than fit are said to be there', () => {
  const names = Array.from({ length: 5 }, (_, at) => `Вода ${at}`);
  expect(find('вода', 3, names)).toEqual({ names: names.slice(0, 3), more: true });
  expect(find('вода', 5, names)).toEqual({ names, more: false });
});
