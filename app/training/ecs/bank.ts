import type { TrainingBank, TrainingHolder } from './model.ts';

/** Far away, so that the good cards stay good. */
const GOOD = '2099-12';

const FAMILY = { id: 12, name: 'Многодетная семья' };
const PENSIONER = { id: 27, name: 'Пенсионер по старости' };
const DISABLED = { id: 31, name: 'Инвалид II группы' };
const STUDENT = { id: 44, name: 'Студент очной формы обучения' };

/** Holders without names, for so it is at the ЕЦС: each stands for one way a check may end. Numbers are nobody's. */
export const TRAINING_HOLDERS = {
  /** A benefit for nearly everything. */
  family: {
    clientId: 5001,
    code: 'KJA7T4M2P',
    plastics: [{ number: '01', expires: GOOD }],
    snils: '11111111145',
    socialCard: { number: '9643901400000000018', series: '99120114', expires: GOOD },
    categories: [FAMILY.id],
  },
  /** Two categories; the first card was replaced. */
  pensioner: {
    clientId: 5002,
    code: 'KJB3X9R6Q',
    plastics: [
      { number: '01', expires: GOOD, blocked: true },
      { number: '02', expires: GOOD },
    ],
    snils: '22222222290',
    socialCard: { number: '9643901400000000026', series: '99120214', expires: GOOD },
    categories: [DISABLED.id, PENSIONER.id],
  },
  /** No benefit at all. */
  without: {
    clientId: 5003,
    code: 'KJC5W8N1D',
    plastics: [{ number: '01', expires: GOOD }],
    snils: '33333333334',
    categories: [],
  },
  /** Cards that are too old. */
  expired: {
    clientId: 5004,
    code: 'KJD2H6V9K',
    plastics: [{ number: '01', expires: '2021-06' }],
    snils: '44444444479',
    socialCard: { number: '9643901400000000042', series: '21060114', expires: '2021-06' },
    categories: [FAMILY.id],
  },
} as const satisfies Readonly<Record<string, TrainingHolder>>;

/** What a cashier scans or types: the holder's code and the number of the plastic. */
export const TRAINING_CLIENT_CODES = {
  family: 'KJA7T4M2P01',
  replaced: 'KJB3X9R6Q01',
  pensioner: 'KJB3X9R6Q02',
  without: 'KJC5W8N1D01',
  expired: 'KJD2H6V9K01',
} as const;

/** The bar codes of social cards: number and series. */
export const TRAINING_BARCODES = {
  family: '964390140000000001899120114',
  pensioner: '964390140000000002699120214',
  expired: '964390140000000004221060114',
} as const;

/** What the training shop takes off by itself, in per cent, by the id of the category. */
export const TRAINING_DISCOUNTS = { [FAMILY.id]: 10, [DISABLED.id]: 15 };

const museum = { id: 902, shortName: 'Художественный музей' };
const pool = { id: 915, shortName: 'Бассейн «Дельфин»' };
const entry = { id: 640, name: 'Входной билет' };
const swim = { id: 655, name: 'Посещение бассейна, 45 минут' };

/** A small town's ЕЦС, seen by one shop. More services than fit on a page of ten. */
export const TRAINING_BANK: TrainingBank = {
  organization: { id: 314, shortName: 'Магазин «Центральный»' },
  terminals: [77001],
  area: { id: 1, name: 'город Якутск' },
  categories: [FAMILY, PENSIONER, DISABLED, STUDENT],
  services: [
    { id: 101, name: 'Хлеб и молочные продукты', categories: [FAMILY.id, PENSIONER.id, DISABLED.id] },
    { id: 102, name: 'Детское питание', categories: [FAMILY.id] },
    { id: 103, name: 'Овощи и фрукты', categories: [FAMILY.id, PENSIONER.id] },
    { id: 104, name: 'Набор первоклассника', categories: [FAMILY.id] },
    { id: 105, name: 'Доставка на дом', categories: [PENSIONER.id, DISABLED.id] },
    { id: 106, name: 'Обед в кафетерии', categories: [FAMILY.id, STUDENT.id] },
    { id: 107, name: 'Продуктовый набор', categories: [PENSIONER.id, FAMILY.id] },
    { id: 108, name: 'Питьевая вода, 19 л', categories: [FAMILY.id, DISABLED.id] },
    { id: 109, name: 'Лекарственный чай', categories: [PENSIONER.id] },
    { id: 110, name: 'Школьная форма', categories: [FAMILY.id] },
    { id: 111, name: 'Тёплая одежда', categories: [FAMILY.id, PENSIONER.id, DISABLED.id] },
    { id: 112, name: 'Новогодний подарок', categories: [FAMILY.id] },
  ],
  holders: Object.values(TRAINING_HOLDERS),
  visits: [
    { clientId: 5001, service: entry, organization: museum, daysAgo: 3, discountedPrice: 150 },
    { clientId: 5001, service: swim, organization: pool, daysAgo: 10, discountedPrice: 220.5 },
    { clientId: 5001, service: swim, organization: pool, daysAgo: 40 },
    { clientId: 5002, service: entry, organization: museum, daysAgo: 1, discountedPrice: 0 },
  ],
};
