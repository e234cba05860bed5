import { describe, expect, test } from 'vitest';
import type { Calculation } from '../../app/domain/calculation.ts';
import { kopecks, ZERO } from '../../app/domain/money.ts';
import { quantity } from '../../app/domain/quantity.ts';
import type { Line, ReceiptId } from '../../app/domain/receipt.ts';
import { newSale, type Sale, type WriteOutcome } from '../../app/sale/sale.ts';
import { type SlipSettings, slipSchema } from '../../app/settings/slip.ts';
import { layOut } from '../layout.ts';
import type { Columns } from '../slip-line.ts';
import { slipComposer } from './composer.ts';

const outlet = { name: 'Магазин «Ромашка»', till: 'Касса 1', cashier: 'Администратор' };
const at = new Date(2026, 10, 21, 9, 5).getTime();

function line(index: number, name: string, price: number, thousandths: number): Line {
  const amount = quantity(thousandths);
  if (amount === null) throw new Error('no quantity');
  const product = { code: `A${index}`, barcode: null, name, price: kopecks(price), weighed: amount % 1000 !== 0 };
  return { index, product, quantity: amount };
}

const lines = [
  line(1, 'Держатель для тростей ДТ-01, хромированный, с креплением к стене', 5000, 2000),
  line(3, 'Сыр «Российский», кг', 64990, 350),
];

const calculation: Calculation = {
  id: '1',
  total: kopecks(32747),
  discount: kopecks(1000),
  redemptionLimit: kopecks(5000),
  redeemed: kopecks(30),
  accrued: kopecks(4),
  certificates: ZERO,
  promo: null,
  balance: kopecks(10000),
  due: kopecks(31717),
  lines: [
    { index: 1, discount: kopecks(1000), redeemed: kopecks(30), accrued: kopecks(4), unknown: false },
    { index: 3, discount: ZERO, redeemed: ZERO, accrued: ZERO, unknown: false },
  ],
};

const outcome: WriteOutcome = {
  redeemed: kopecks(30),
  accrued: kopecks(4),
  balance: kopecks(9974),
  text: ['Скидка по карте — 5%', 'Ждём вас снова!\r\n\x1bp\x00До 31.12 бонусы ×2'],
};

const sale: Sale = {
  ...newSale('r' as ReceiptId, 12),
  lines,
  customer: {
    token: 'secret',
    name: 'Анна Ивановна П.',
    phoneEnding: '2249',
    balance: kopecks(10000),
    hasChatBot: true,
    pinRequired: true,
  },
  redemption: kopecks(30),
  calculation,
  stage: {
    at: 'written',
    payment: { cash: kopecks(21717), card: kopecks(10000), change: kopecks(8283) },
    outcome,
  },
};

const anonymous: Sale = {
  ...sale,
  customer: null,
  calculation: null,
  redemption: ZERO,
  stage: { at: 'writing', payment: { cash: ZERO, card: kopecks(32747), change: ZERO } },
};
/** The service counts, but has nothing to say. */
const silent: WriteOutcome = { ...outcome, text: [] };
const nothing: WriteOutcome = { redeemed: ZERO, accrued: ZERO, balance: null, text: [] };

const receipt = slipSchema.parse({});

function print(
  of: Sale,
  written: WriteOutcome,
  columns: Columns = 32,
  language: 'ru' | 'uk' | 'en' = 'ru',
  settings: SlipSettings = receipt,
): string {
  const slip = slipComposer({ outlet, language, slip: settings }).sale(of, written, at);
  return `\n${layOut(slip, columns)
    .map(({ text }) => text)
    .join('\n')}\n`;
}

test('the service’s own text makes the foot of the slip', () => {
  expect(print(sale, outcome, 32)).toMatchInlineSnapshot(`
    "
           Магазин "Ромашка"

    Касса 1                 Чек № 12
    21.11.2026, 09:05
    Кассир: Администратор
    --------------------------------
    Держатель для тростей ДТ-01,
    хромированный, с креплением к
    стене
    2 x 50.00                 100.00
    Скидка                    -10.00
    Сыр "Российский", кг
    0.350 x 649.90            227.47
    --------------------------------
    Сумма                     327.47
    Скидка по акциям          -10.00
    Оплачено бонусами          -0.30
    ИТОГ                      317.17
    Наличными                 300.00
    Картой                    100.00
    Сдача                      82.83
    --------------------------------
    Скидка по карте - 5%
    Ждём вас снова!
    pДо 31.12 бонусы x2
    "
  `);
});

test('without one the slip says itself what became of the bonuses', () => {
  expect(print(sale, silent, 48)).toMatchInlineSnapshot(`
    "
                   Магазин "Ромашка"

    Касса 1                                 Чек № 12
    21.11.2026, 09:05
    Кассир: Администратор
    ------------------------------------------------
    Держатель для тростей ДТ-01, хромированный, с
    креплением к стене
    2 x 50.00                                 100.00
    Скидка                                    -10.00
    Сыр "Российский", кг
    0.350 x 649.90                            227.47
    ------------------------------------------------
    Сумма                                     327.47
    Скидка по акциям                          -10.00
    Оплачено бонусами                          -0.30
    ИТОГ                                      317.17
    Наличными                                 300.00
    Картой                                    100.00
    Сдача                                      82.83
    ------------------------------------------------
    Клиент :                                 ***2249
    Ваши бонусы :                             100.00
    Списано бонусов :                           0.30
    Начислено бонусов :                         0.04
    Остаток бонусов :                          99.74
    ------------------------------------------------
                  Спасибо за покупку!
    "
  `);
});

test('a receipt without a customer has no bonuses', () => {
  expect(print(anonymous, nothing)).toMatchInlineSnapshot(`
    "
           Магазин "Ромашка"

    Касса 1                 Чек № 12
    21.11.2026, 09:05
    Кассир: Администратор
    --------------------------------
    Держатель для тростей ДТ-01,
    хромированный, с креплением к
    стене
    2 x 50.00                 100.00
    Сыр "Российский", кг
    0.350 x 649.90            227.47
    --------------------------------
    Сумма                     327.47
    ИТОГ                      327.47
    Картой                    327.47
    --------------------------------
          Спасибо за покупку!
    "
  `);
});

test('the same in Ukrainian and in English', () => {
  expect(print(sale, silent, 32, 'uk')).toMatchInlineSnapshot(`
    "
           Магазин "Ромашка"

    Касса 1                 Чек № 12
    21.11.2026, 09:05
    Касир: Администратор
    --------------------------------
    Держатель для тростей ДТ-01,
    хромированный, с креплением к
    стене
    2 x 50.00                 100.00
    Знижка                    -10.00
    Сыр "Российский", кг
    0.350 x 649.90            227.47
    --------------------------------
    Сума                      327.47
    Знижка за акцiями         -10.00
    Сплачено бонусами          -0.30
    РАЗОМ                     317.17
    Готiвкою                  300.00
    Карткою                   100.00
    Решта                      82.83
    --------------------------------
    Клiєнт :                 ***2249
    Вашi бонуси :             100.00
    Списано бонусiв :           0.30
    Нараховано бонусiв :        0.04
    Залишок бонусiв :          99.74
    --------------------------------
          Дякуємо за покупку!
    "
  `);
  expect(print(sale, silent, 32, 'en')).toMatchInlineSnapshot(`
    "
           Магазин "Ромашка"

    Касса 1               Receipt 12
    21/11/2026, 09:05
    Cashier: Администратор
    --------------------------------
    Держатель для тростей ДТ-01,
    хромированный, с креплением к
    стене
    2 x 50.00                 100.00
    Discount                  -10.00
    Сыр "Российский", кг
    0.350 x 649.90            227.47
    --------------------------------
    Sum                       327.47
    Promotions                -10.00
    Paid with bonuses          -0.30
    TOTAL                     317.17
    Cash                      300.00
    Card                      100.00
    Change                     82.83
    --------------------------------
    Customer :               ***2249
    Your bonuses :            100.00
    Bonuses redeemed :          0.30
    Bonuses accrued :           0.04
    Bonuses left :             99.74
    --------------------------------
               Thank you!
    "
  `);
});

test('only the shop’s name and the sum due are bold', () => {
  const slip = slipComposer({ outlet, language: 'ru', slip: receipt }).sale(sale, outcome, at);
  const bold = layOut(slip, 48).flatMap((one) => (one.kind === 'text' && one.bold ? [one.text.trim()] : []));
  expect(bold).toEqual(['Магазин "Ромашка"', `ИТОГ${' '.repeat(38)}317.17`]);
});

test('neither the customer’s name nor the token is printed', () => {
  const slip = JSON.stringify(slipComposer({ outlet, language: 'ru', slip: receipt }).sale(sale, outcome, at));
  expect(slip).not.toMatch(/Анна|secret/);
});

test('without a redemption nothing is said to be redeemed; an unknown balance is left out', () => {
  const slip = print(sale, { ...nothing, accrued: kopecks(5) });
  expect(slip).toContain('Начислено бонусов :');
  expect(slip).not.toMatch(/Списано|Остаток|Оплачено/);
});

test('a customer without a phone has bonuses but no digits', () => {
  const slip = print({ ...sale, customer: sale.customer && { ...sale.customer, phoneEnding: '' } }, silent);
  expect(slip).toContain('Ваши бонусы');
  expect(slip).not.toContain('***');
});

test('a till without a cashier’s name says nothing of it', () => {
  const slip = slipComposer({ outlet: { ...outlet, cashier: '' }, language: 'ru', slip: receipt }).sale(
    sale,
    outcome,
    at,
  );
  expect(JSON.stringify(slip)).not.toContain('Кассир');
});

test('words of the shop that look like gaps or references stay as they are', () => {
  const odd = { name: '{{till}} $t(due)', till: '{{number}}', cashier: '$t(thanks)' };
  const slip = JSON.stringify(slipComposer({ outlet: odd, language: 'ru', slip: receipt }).sale(sale, outcome, at));
  expect(slip).toContain('{{till}} $t(due)');
  expect(slip).toContain('{{number}}');
  expect(slip).toContain('Кассир: $t(thanks)');
});

test('a sale that is not paid has no slip', () => {
  const unpaid: Sale = { ...sale, stage: { at: 'open' } };
  expect(() => slipComposer({ outlet, language: 'ru', slip: receipt }).sale(unpaid, outcome, at)).toThrow('paid');
});

test('the shop’s own lines stand below its name and at the foot, in place of our thanks', () => {
  const settings = slipSchema.parse({ header: ['г. Якутск', 'ИНН 0000000001'], footer: ['Обмен 14 дней', ''] });
  const slip = print(sale, silent, 32, 'ru', settings);
  expect(slip).toMatch(/Ромашка"\n +г\. Якутск\n +ИНН 0000000001\n\nКасса 1/);
  expect(slip).toMatch(/-\n +Обмен 14 дней\n\n$/);
  expect(slip).not.toContain('Спасибо');
  expect(print(sale, outcome, 32, 'ru', settings)).toMatch(/бонусы x2\n +Обмен 14 дней\n\n$/);
});

test('what the shop does not want is left out', () => {
  const none = { outlet: false, till: false, cashier: false, goods: false, customer: false, balance: false };
  expect(print(sale, silent, 32, 'ru', slipSchema.parse({ show: none }))).toMatchInlineSnapshot(`
    "
                            Чек № 12
    21.11.2026, 09:05
    --------------------------------
    Сумма                     327.47
    Скидка по акциям          -10.00
    Оплачено бонусами          -0.30
    ИТОГ                      317.17
    Наличными                 300.00
    Картой                    100.00
    Сдача                      82.83
    --------------------------------
    Списано бонусов :           0.30
    Начислено бонусов :         0.04
    --------------------------------
          Спасибо за покупку!
    "
  `);
});

test('the form to tear off has only what the promotions took off and the bonuses', () => {
  expect(print(sale, silent, 32, 'ru', slipSchema.parse({ form: 'tear-off' }))).toMatchInlineSnapshot(`
    "
           Магазин "Ромашка"

    Касса 1                 Чек № 12
    21.11.2026, 09:05
    Кассир: Администратор
    --------------------------------
               По акциям
    Держатель для тростей ДТ-01,
    хромированный, с креплением к
    стене                     -10.00
    Итого скидка на чек       -10.00
    --------------------------------
    Клиент :                 ***2249
    Ваши бонусы :             100.00
    Списано бонусов :           0.30
    Начислено бонусов :         0.04
    Остаток бонусов :          99.74
    --------------------------------
          Спасибо за покупку!
    "
  `);
});

test('without discounts the form to tear off does not speak of them', () => {
  expect(print(anonymous, nothing, 32, 'ru', slipSchema.parse({ form: 'tear-off' }))).not.toMatch(/акциям|скидка/i);
});

test('a service that talks without end is cut short', () => {
  const slip = print(sale, { ...silent, text: Array.from({ length: 200 }, (_, line) => `строка ${line}`) });
  expect(slip).toContain('строка 99');
  expect(slip).not.toContain('строка 100');
});

describe('what a shop may want on its slips (appendix 2)', () => {
  const composed = (slip: object, given: Sale = sale, said: WriteOutcome = silent) =>
    layOut(slipComposer({ outlet, language: 'ru', slip: slipSchema.parse(slip) }).sale(given, said, at), 48).map(
      ({ text }) => text.replaceAll(/\s+/g, ' ').trim(),
    );

  test('the number of the fiscal till, the section of the goods and seconds', () => {
    expect(composed({ kkm: '00001', section: '1', show: { seconds: true } })).toEqual(
      expect.arrayContaining(['ККМ 00001', 'СЕКЦИЯ 1', '21.11.2026, 09:05:00']),
    );
    const ordinary = composed({}).join('\n');
    expect(ordinary).not.toMatch(/ККМ|СЕКЦИЯ|09:05:/);
  });

  test('bonuses as a discount of the lines that they paid; the sum of the lines is what is paid', () => {
    const slip = composed({ bonuses: 'lines' });
    // 10.00 by a promotion and 0.30 of bonuses.
    expect(slip.filter((line) => line.startsWith('Скидка'))).toEqual(['Скидка -10.30', 'Скидка -10.30']);
    expect(slip).toContain('ИТОГ 317.17');
    expect(slip.join('\n')).not.toContain('Оплачено бонусами');
    expect(slip).toContain('Списано бонусов : 0.30');
  });

  test.each([
    ['the goods are left out', { bonuses: 'lines', show: { goods: false } }, silent],
    [
      'the service took off another sum than it had calculated',
      { bonuses: 'lines' },
      { ...silent, redeemed: kopecks(20) },
    ],
  ] as const)('bonuses stand as one sum where %s', (_, slip, said) => {
    expect(composed(slip, sale, said)).toContain(`Оплачено бонусами -0.${said.redeemed}`);
  });

  test.each([
    ['receipt', ['Сумма 327.47', 'Скидка по акциям -10.00', 'Акция: Осень']],
    ['tear-off', ['По акциям', 'Акция: Осень']],
  ] as const)('the promotion is named on the form %s, unless it is left out', (form, expected) => {
    const named = { ...sale, calculation: { ...calculation, campaign: 'Осень' } };
    const slip = composed({ form }, named);
    const start = slip.indexOf(expected[0]);
    expect(slip.slice(start, start + expected.length)).toEqual(expected);
    expect(composed({ form, show: { campaign: false } }, named).join('\n')).not.toContain('Осень');
  });

  test('a promotion that takes nothing off is named on what is torn off, too', () => {
    const bonusOnly = { ...calculation, campaign: 'Двойные бонусы', discount: ZERO, lines: [] };
    expect(composed({ form: 'tear-off' }, { ...sale, calculation: bonusOnly })).toContain('Акция: Двойные бонусы');
  });

  test('the per cent of the accrual, where it is one, with what it is of', () => {
    const show = { accrualPercent: true };
    expect(composed({ show }, sale, { ...silent, accrued: kopecks(1_586) })).toContain('5 % от 317.17 (расчёт кассы)');
    expect(composed({ show }, sale, { ...silent, accrued: kopecks(1_700) }).join('\n')).not.toContain('%');
    expect(composed({}, sale, { ...silent, accrued: kopecks(1_586) }).join('\n')).not.toContain('%');
  });
});
