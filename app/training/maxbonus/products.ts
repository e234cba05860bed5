import type { TrainingProduct } from './model.ts';

/** The shelf's groups, as the shop's accounts have them. */
export const TRAINING_GROUPS = [
  { code: '01', name: 'Продукты' },
  { code: '0101', name: 'Молочные продукты и масло', parent: '01' },
  { code: '0102', name: 'Хлеб и выпечка', parent: '01' },
  { code: '0103', name: 'Мясо и сало', parent: '01' },
  { code: '0104', name: 'Бакалея', parent: '01' },
  { code: '0105', name: 'Напитки и чай', parent: '01' },
  { code: '0106', name: 'Фрукты', parent: '01' },
  { code: '02', name: 'Товары для дома' },
];

/** A small grocer's shelf; two products are on promotion. */
export const TRAINING_PRODUCTS: readonly TrainingProduct[] = [
  {
    code: '00101',
    group: '02',
    barcode: '4607001234562',
    name: 'Держатель тростей ДТ-01',
    price: 1290,
    discountPercent: 10,
  },
  { code: '00123', group: '0103', name: 'Сало кручёное, кг', price: 109, weighed: true, discountPercent: 30 },
  { code: '00102', group: '0105', barcode: '4600494000218', name: 'Вода питьевая негазированная 1,5 л', price: 49.9 },
  { code: '00103', group: '02', barcode: '4680000000017', name: 'Пакет-майка', price: 7 },
  { code: '00104', group: '0102', barcode: '4601234500012', name: 'Хлеб «Дарницкий», 650 г', price: 54.9 },
  { code: '00105', group: '0101', barcode: '4601234500029', name: 'Молоко 3,2 %, 930 мл', price: 89.9 },
  { code: '00106', group: '0101', barcode: '4601234500036', name: 'Кефир 1 %, 900 г', price: 79.5 },
  { code: '00107', group: '0101', barcode: '4601234500043', name: 'Масло сливочное 82,5 %, 180 г', price: 219 },
  { code: '00108', group: '01', barcode: '4601234500050', name: 'Яйцо куриное С1, 10 шт.', price: 119.9 },
  { code: '00109', group: '0104', barcode: '4601234500067', name: 'Гречка ядрица, 900 г', price: 94 },
  { code: '00110', group: '0104', barcode: '4601234500074', name: 'Сахар-песок, 1 кг', price: 78 },
  { code: '00111', group: '0105', barcode: '4601234500081', name: 'Чай чёрный, 100 пакетиков', price: 189 },
  { code: '00112', group: '0102', barcode: '4601234500098', name: 'Печенье овсяное, 500 г', price: 135.5 },
  { code: '00113', group: '02', barcode: '4601234500104', name: 'Мыло хозяйственное, 200 г', price: 32 },
  { code: '00124', group: '0106', name: 'Яблоки сезонные, кг', price: 129.9, weighed: true },
];
