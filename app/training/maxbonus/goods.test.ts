import { expect, test } from 'vitest';
import { kopecks } from '../../domain/money.ts';
import { Goods } from './goods.ts';

const TEA = { code: 't1', name: 'Чай', group: null, price: kopecks(189_00), barcode: '4601234500081' };

test('goods that were sent are known; sent again they take the new price', () => {
  const goods = new Goods([{ code: 'own', name: 'Свой', price: 1, discountPercent: 10 }]);
  expect([goods.knows('own'), goods.knows('t1'), goods.discountPercent('own')]).toEqual([true, false, 10]);
  goods.take([], [TEA]);
  goods.take([], [{ ...TEA, price: kopecks(199_00) }]);
  expect([goods.knows('t1'), goods.discountPercent('t1')]).toEqual([true, 0]);
  expect(goods.imported).toEqual([{ ...TEA, price: 199_00 }]);
});

test('a group has to be told of before goods or groups are in it; otherwise nothing of the request is taken', () => {
  const goods = new Goods([]);
  const drinks = { code: '0105', name: 'Напитки', parent: '01' };
  const food = { code: '01', name: 'Продукты', parent: null };
  const inDrinks = { ...TEA, group: '0105' };
  expect(goods.take([drinks], [])).toEqual({ ok: false, error: { message: 'Группа товаров 01 не найдена' } });
  expect(goods.take([], [TEA, inDrinks])).toMatchObject({ ok: false });
  expect([goods.imported, goods.groups]).toEqual([[], []]);
  expect(goods.take([drinks, food], [inDrinks])).toMatchObject({ ok: true });
  expect(goods.take([], [{ ...inDrinks, code: 't2' }])).toMatchObject({ ok: true });
  expect(goods.groups).toEqual([drinks, food]);
});
