import { expect, test } from 'vitest';
import { assortment, goodsSchema, groupsSchema } from './goods.ts';

const bread = goodsSchema.parse({ code: '1', name: 'Хлеб', price: 1 });

test('a group is one of the list, or known by its name alone', () => {
  const groups = groupsSchema.parse([
    { code: '01', name: 'Продукты' },
    { code: '0102', name: 'Хлеб', parent: '01' },
  ]);
  const goods = [{ ...bread, group: '0102' }, { ...bread, group: 'Разное' }, { ...bread, group: 'Разное' }, bread];
  expect(assortment(goods, groups)).toEqual({
    groups: [
      { code: '01', name: 'Продукты', parent: null },
      { code: '0102', name: 'Хлеб', parent: '01' },
      { code: 'Разное', name: 'Разное', parent: null },
    ],
    items: ['0102', 'Разное', 'Разное', null].map((group) => ({ ...bread, barcode: null, group })),
  });
});

test.each([
  ['group-twice', 'a', [{ code: 'a' }, { code: 'a' }]],
  ['group-parent', 'b', [{ code: 'a' }, { code: 'b', parent: 'c' }]],
  ['group-round', 'a', [{ code: 'a', parent: 'a' }]],
  [
    'group-round',
    'a',
    [
      { code: 'a', parent: 'b' },
      { code: 'b', parent: 'c' },
      { code: 'c', parent: 'a' },
      { code: 'd', parent: 'c' },
    ],
  ],
])('%s of %s: refused', (message, group, groups) => {
  const read = groupsSchema.safeParse(groups.map((one) => ({ ...one, name: one.code })));
  expect(read.error?.issues).toMatchObject([{ message, params: { group } }]);
});
