import { expect, test } from 'vitest';
import { matching } from './service-filter.ts';

const services = [
  { id: 2, name: 'Питьевая вода, 19 л', recent: true },
  { id: 1, name: 'Хлеб и молочные продукты', recent: false },
  { id: 3, name: 'Детское питание', recent: false },
];

test.each([
  ['', [2, 1, 3]],
  ['  ', [2, 1, 3]],
  ['пит', [2, 3]],
  ['ПИТ вод', [2]],
  ['вод пит', [2]],
  ['пицца', []],
])('«%s» finds services by parts of their names', (typed, ids) => {
  expect(matching(services, typed).map(({ id }) => id)).toEqual(ids);
});
