import { expect, test } from 'vitest';
import { slipSchema } from './slip.ts';

test('without settings a slip is a receipt that shows what every shop wants', () => {
  expect(slipSchema.parse({})).toEqual({
    form: 'receipt',
    header: [],
    footer: [],
    kkm: '',
    section: '',
    bonuses: 'total',
    show: {
      outlet: true,
      till: true,
      cashier: true,
      goods: true,
      customer: true,
      balance: true,
      campaign: true,
      seconds: false,
      accrualPercent: false,
    },
  });
});

test('one line may be left out by itself', () => {
  expect(slipSchema.parse({ show: { cashier: false } }).show).toMatchObject({ cashier: false, till: true });
});

test.each(['https://shop.example', 'https://shop.example/r/{id}?n={number}&s={sum}&d={date}', 'any } text'])(
  '%s is an address',
  (data) => {
    expect(slipSchema.parse({ qr: { data } }).qr).toEqual({ caption: '', data });
  },
);

test.each([
  { qr: { data: '' } },
  { qr: { data: 'https://shop.example/{receipt}' } },
  { qr: { data: 'https://shop.example/{' } },
  { qr: { data: 'x'.repeat(501) } },
  { header: ['1', '2', '3', '4', '5', '6', '7'] },
  { footer: ['x'.repeat(97)] },
  { show: { phone: true } },
])('%j is refused', (settings) => {
  expect(slipSchema.safeParse(settings).success).toBe(false);
});
