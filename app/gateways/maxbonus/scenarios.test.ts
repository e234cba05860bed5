import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Certificate } from '../../domain/certificate.ts';
import type { Customer } from '../../domain/customer.ts';
import { type Kopecks, kopecks, ZERO } from '../../domain/money.ts';
import { quantity } from '../../domain/quantity.ts';
import type { Line } from '../../domain/receipt.ts';
import { refund, type WrittenReceipt } from '../../domain/receipt-return.ts';
import type { CalculationRequest, LoyaltyGateway } from '../../sale/ports.ts';
import type { WriteOutcome } from '../../sale/sale.ts';
import { TRAINING_CERTIFICATES } from '../../training/maxbonus/certificates.ts';
import { TRAINING_BLANK_CARDS, TRAINING_CUSTOMERS } from '../../training/maxbonus/customers.ts';
import { TRAINING_PROMOS } from '../../training/maxbonus/promos.ts';
import { type MaxBonusEmulator, startMaxBonus } from '../../training/maxbonus/server.ts';
import { TRAINING_SHOP } from '../../training/maxbonus/shop.ts';
import { createMaxBonus } from './client.ts';
import { calculationOf, good, lineOf, phoneOf, RECEIPT, returnOf, settingsOf, writeOf } from './fixture.ts';

/** The scenarios of the MaxBonus integrator's manual, in its order, with the sums of its slips (appendix 2). */

const [dmitry, anna, nikolai, maria] = TRAINING_CUSTOMERS;

/** The customer of the manual's second slip: 100.00 bonuses, 5 %. */
const SHOP = { ...TRAINING_SHOP, customers: [{ ...dmitry, balance: 100, accrualPercent: 5 }, anna, nikolai, maria] };

const THANKS = 'Спасибо за покупку. Ждём вас снова!';

let service: MaxBonusEmulator;
let gateway: LoyaltyGateway;

beforeEach(async () => {
  service = await startMaxBonus({ shop: SHOP });
  gateway = createMaxBonus(settingsOf({ baseUrl: service.url, token: service.token }));
});

afterEach(() => service.close());

/** «Держатель тростей ДТ-01» for 1.00, as on the slips; the service knows another price and does not mind. */
function rouble(pieces = 1): Line {
  const line = lineOf(1, '00102', pieces);
  return { ...line, product: { ...line.product, price: kopecks(100) } };
}

type Extra = Partial<Pick<CalculationRequest, 'certificates' | 'promo' | 'lines'>>;

/** Points 2 to 4 of every scenario: calculate, calculate with the chosen sum, confirm it, write. */
async function sold(customer: Customer | null, chosen: Kopecks, extra: Extra): Promise<WriteOutcome> {
  const token = customer?.token ?? null;
  good(await gateway.calculate(calculationOf(token, ZERO, extra)));
  const request = calculationOf(token, chosen, extra);
  const { id } = good(await gateway.calculate(request));
  if (customer?.pinRequired && chosen > ZERO) await confirmPin(customer);
  return good(await gateway.write(writeOf(request, id)));
}

async function confirmPin({ token }: Customer): Promise<void> {
  good(await gateway.askPin(token));
  good(await gateway.checkPin(token, latestPin()));
}

function latestPin(): string {
  return service.control.sms().at(-1)?.pin ?? '';
}

function paying({ code, pin, balance }: { code: string; pin: string; balance: number }, amount: number): Certificate {
  return { code, pin, amount: kopecks(amount), balance: kopecks(balance * 100) };
}

test('1.А: a new customer fills in the questionnaire and buys', async () => {
  const phone = phoneOf('+7 987 654-32-10');
  const ticket = good(await gateway.requestRegistration(phone));
  good(await gateway.repeatRegistrationPin(phone, ticket));
  const customer = good(
    await gateway.register(phone, ticket, latestPin(), {
      familyName: 'Иванов',
      firstName: 'Иван',
      patronymic: 'Иванович',
      birthday: '2000-01-01',
      gender: 'male',
    }),
  );
  expect(customer).toMatchObject({ name: 'Иван Иванович И.', phoneEnding: '3210', balance: 0, hasChatBot: false });
  good(await gateway.sendChatBot(customer.token));
  expect(service.control.sms().map(({ pin }) => pin !== null)).toEqual([true, true, false]);

  expect(await sold(customer, ZERO, { lines: [rouble()] })).toEqual({
    redeemed: 0,
    accrued: 5,
    balance: 5,
    text: ['Клиент : ***3210', 'Ваши бонусы : 0.00', 'Начислено бонусов : 0.05', 'Остаток Бонусов : 0.05', THANKS],
  });
  expect(good(await gateway.identify({ phone })).balance).toBe(5);
});

test('1.Б: a new customer is handed a card, and buys without a questionnaire', async () => {
  const [card] = TRAINING_BLANK_CARDS;
  const holder = good(await gateway.identify({ code: card }));
  expect(holder).toMatchObject({ name: '', phoneEnding: '', balance: 0, pinRequired: false });
  expect(await sold(holder, ZERO, { lines: [rouble(100)] })).toMatchObject({ accrued: 500, balance: 500 });
  expect(good(await gateway.identify({ code: card })).balance).toBe(500);
});

describe('2: a customer who is known', () => {
  test('collects bonuses, as on the first slip', async () => {
    const customer = good(await gateway.identify({ phone: phoneOf(nikolai.phone) }));
    expect((await sold(customer, ZERO, { lines: [rouble()] })).text).toEqual([
      'Клиент : ***2249',
      'Ваши бонусы : 0.11',
      'Начислено бонусов : 0.05',
      'Остаток Бонусов : 0.16',
      THANKS,
    ]);
  });

  test.each([dmitry.qr, dmitry.shortCode, dmitry.card])(
    'spends bonuses, as on the second slip; shown: %s',
    async (code) => {
      const customer = good(await gateway.identify({ code }));
      const calculation = good(await gateway.calculate(calculationOf(customer.token, ZERO, { lines: [rouble()] })));
      expect(calculation).toMatchObject({ redemptionLimit: 30, balance: 10000, due: 100 });
      expect((await sold(customer, calculation.redemptionLimit, { lines: [rouble()] })).text).toEqual([
        'Клиент : ***3377',
        'Ваши бонусы : 100.00',
        'Списано бонусов : 0.30',
        'Начислено бонусов : 0.04',
        'Остаток Бонусов : 99.74',
        THANKS,
      ]);
    },
  );
});

describe('3: a certificate pays', () => {
  const { withPin, small } = TRAINING_CERTIFICATES;

  test('for a customer who also spends bonuses, and comes back with the goods', async () => {
    const customer = good(await gateway.identify({ code: dmitry.card }));
    expect(good(await gateway.certificate(withPin.code, withPin.pin))).toMatchObject({ balance: 300000 });
    const extra = { lines: [rouble(100)], certificates: [paying(withPin, 5000)] };
    expect(good(await gateway.calculate(calculationOf(customer.token, kopecks(3000), extra)))).toMatchObject({
      total: 10000,
      redeemed: 3000,
      certificates: 5000,
      due: 2000,
      accrued: 350,
    });
    expect(await sold(customer, kopecks(3000), extra)).toMatchObject({
      balance: 10000 - 3000 + 350,
      text: expect.arrayContaining(['Списано бонусов : 30.00', 'Оплачено сертификатом : 50.00']),
    });
    expect(good(await gateway.certificate(withPin.code, withPin.pin))?.balance).toBe(295000);

    expect(good(await gateway.returnReceipt(returnOf()))).toEqual({
      restored: 3000,
      withdrawn: 350,
      balance: 10000,
      text: [
        'Клиент : ***3377',
        'Возвращено бонусов : 30.00',
        'Списано начисленных : 3.50',
        'Остаток Бонусов : 100.00',
        'Возвращено на сертификат : 50.00',
      ],
    });
    expect(good(await gateway.certificate(withPin.code, withPin.pin))?.balance).toBe(300000);
  });

  test('for an anonymous customer', async () => {
    const extra = { lines: [rouble(100)], certificates: [paying(small, 5000)] };
    expect(await sold(null, ZERO, extra)).toEqual({
      redeemed: 0,
      accrued: 0,
      balance: null,
      text: ['Оплачено сертификатом : 50.00', THANKS],
    });
    expect(good(await gateway.returnReceipt(returnOf()))).toEqual({
      restored: 0,
      withdrawn: 0,
      balance: null,
      text: ['Возвращено на сертификат : 50.00'],
    });
  });
});

test('goods in parts: the service gives back what the till reckons', async () => {
  const customer = good(await gateway.identify({ code: anna.card }));
  const { withPin, small } = TRAINING_CERTIFICATES;
  const request = calculationOf(customer.token, kopecks(20000), {
    certificates: [paying(small, 3333), paying(withPin, 77777)],
  });
  const calculation = good(await gateway.calculate(request));
  good(await gateway.write(writeOf(request, calculation.id)));
  let receipt: WrittenReceipt = {
    id: RECEIPT,
    number: 42,
    writtenAt: 0,
    lines: request.lines,
    calculation,
    payment: { cash: calculation.due, card: ZERO, change: ZERO },
    phoneEnding: customer.phoneEnding,
    returned: new Map(),
  };
  for (const [index, pieces] of [
    [3, 2],
    [2, 1],
    [3, 3],
    [1, 1],
    [4, 1],
    [3, 1],
  ] as const) {
    const line = request.lines.find((sold) => sold.index === index);
    const back = quantity(pieces * 1000);
    if (!line || !back) throw new Error('no such line');
    const reckoned = refund(receipt, [{ index, quantity: back }]);
    const id = `${index}-${pieces}`;
    const { restored } = good(await gateway.returnReceipt(returnOf([{ ...line, quantity: back }], id)));
    const written = service.control.ledger().receipts[0]?.returns.find(({ returnNumber }) => returnNumber === id);
    expect([restored, written?.certificates]).toEqual([reckoned.bonuses, reckoned.certificates]);
    const before = receipt.returned.get(index) ?? 0;
    receipt = { ...receipt, returned: new Map([...receipt.returned, [index, before + back]]) };
  }
  expect(good(await gateway.identify({ code: anna.card })).balance).toBe(64000);
  expect(service.control.ledger().certificates).toMatchObject([{}, { balance: 300000 }, {}, { balance: 5000 }]);
});

test('4: an anonymous customer neither collects nor spends', async () => {
  expect(await sold(null, ZERO, {})).toEqual({ redeemed: 0, accrued: 0, balance: null, text: [THANKS] });
  const sent = service.control.requests().map(({ body }) => body);
  expect(sent).toHaveLength(3);
  for (const body of sent) expect(body).toMatchObject({ customer_token: '8888888888' });
});

describe('5: a promo code', () => {
  const { coupon, gift } = TRAINING_PROMOS;

  test.each([
    ['a coupon', coupon.code, 1000, true, 'Купон применён: скидка 10 %'],
    ['a gift code', gift.code, 10000, true, 'Подарочный код применён: скидка 150 ₽'],
    ['an unknown one', 'NONE', 0, false, 'Купон не найден в чеке'],
  ])('%s, sent in both fields', async (_, promo, discount, accepted, message) => {
    const customer = good(await gateway.identify({ code: anna.card }));
    const extra = { lines: [rouble(100)], promo };
    expect(good(await gateway.calculate(calculationOf(customer.token, ZERO, extra)))).toMatchObject({
      discount,
      due: 10000 - discount,
      promo: { accepted, message },
    });
    expect(await sold(customer, ZERO, extra)).toMatchObject({ accrued: (10000 - discount) * 0.05 });
    expect(service.control.requests().at(-1)?.body).toMatchObject({ coupon: promo, gift_code: promo });
  });
});

test('6: the till hung while the receipt was written', async () => {
  const customer = good(await gateway.identify({ code: anna.card }));
  const request = calculationOf(customer.token, kopecks(3000), { lines: [rouble(100)] });
  const write = writeOf(request, good(await gateway.calculate(request)).id);
  service.control.faults.add({ kind: 'drop-after-commit', operation: 'write' });
  expect(await gateway.write(write)).toEqual({ ok: false, error: { kind: 'lost', cause: 'dropped' } });
  expect(await gateway.write(write)).toEqual({
    ok: false,
    error: { kind: 'refused', reason: 'duplicate', message: 'Такой чек уже проведен' },
  });
  good(await gateway.rollback(RECEIPT));
  expect(service.control.ledger()).toMatchObject({ receipts: [], customers: [{}, { balance: 64000 }, {}, {}] });
  expect(good(await gateway.write(write))).toMatchObject({ redeemed: 3000, balance: 64000 - 3000 + 350 });
  expect(service.control.ledger().receipts).toHaveLength(1);
});
