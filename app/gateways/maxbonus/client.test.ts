import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { kopecks, ZERO } from '../../domain/money.ts';
import type { LoyaltyGateway } from '../../sale/ports.ts';
import { TRAINING_CERTIFICATES } from '../../training/maxbonus/certificates.ts';
import { TRAINING_CUSTOMERS } from '../../training/maxbonus/customers.ts';
import { type MaxBonusEmulator, startMaxBonus } from '../../training/maxbonus/server.ts';
import { createMaxBonus } from './client.ts';
import { calculationOf, good, lineOf, phoneOf, RECEIPT, returnOf, settingsOf, writeOf } from './fixture.ts';

const [dmitry, anna, nikolai, maria] = TRAINING_CUSTOMERS;

let service: MaxBonusEmulator;
let gateway: LoyaltyGateway;

beforeEach(async () => {
  service = await startMaxBonus();
  gateway = gatewayWith({});
});

afterEach(() => service.close());

function gatewayWith(settings: Partial<Parameters<typeof settingsOf>[0]>): LoyaltyGateway {
  return createMaxBonus(settingsOf({ baseUrl: service.url, token: service.token, ...settings }));
}

function refused(reason: string, message: string | RegExp) {
  return { ok: false, error: { kind: 'refused', reason, message: expect.stringMatching(message) } };
}

async function tokenOf(phone: string): Promise<string> {
  return good(await gateway.identify({ phone: phoneOf(phone) })).token;
}

async function confirmPin(token: string): Promise<void> {
  good(await gateway.askPin(token));
  good(await gateway.checkPin(token, service.control.sms().at(-1)?.pin ?? ''));
}

describe('identify', () => {
  const expected = {
    token: expect.stringMatching(/^[0-9a-f]{40}$/),
    name: 'Дмитрий Сергеевич И.',
    phoneEnding: '3377',
    balance: kopecks(184216),
    hasChatBot: true,
    pinRequired: true,
  };

  test.each(['7', '+7', '10'] as const)('by phone, sent in format %s', async (phoneFormat) => {
    const answer = await gatewayWith({ phoneFormat }).identify({ phone: phoneOf('8 (914) 123-33-77') });
    expect(answer).toEqual({ ok: true, value: expected });
  });

  test.each([dmitry.qr, dmitry.card, dmitry.shortCode])('by what was shown: %s', async (code) => {
    expect(await gateway.identify({ code })).toEqual({ ok: true, value: expected });
  });

  test('each time with another token', async () => {
    expect(await tokenOf(dmitry.phone)).not.toBe(await tokenOf(dmitry.phone));
  });

  test('customers without a PIN, a chat bot, a patronymic', async () => {
    expect(good(await gateway.identify({ code: anna.card }))).toMatchObject({ pinRequired: false, hasChatBot: true });
    expect(good(await gateway.identify({ code: maria.card }))).toMatchObject({ pinRequired: true, hasChatBot: false });
    expect(good(await gateway.identify({ code: nikolai.card }))).toMatchObject({ name: 'Николай Е.', balance: 11 });
  });

  test('the profile may ask for a PIN always or never', async () => {
    const always = await gatewayWith({ pin: 'always' }).identify({ code: anna.card });
    const never = await gatewayWith({ pin: 'never' }).identify({ code: dmitry.card });
    expect([good(always).pinRequired, good(never).pinRequired]).toEqual([true, false]);
  });

  test('nobody known by this', async () => {
    expect(await gateway.identify({ code: '0000' })).toEqual(refused('not-found', 'Покупатель не найден'));
  });
});

describe('calculate', () => {
  test('for an anonymous customer: promotions, no bonuses', async () => {
    expect(good(await gateway.calculate(calculationOf(null)))).toMatchObject({
      total: 170540,
      discount: 16170,
      redemptionLimit: 0,
      redeemed: 0,
      accrued: 0,
      balance: 0,
      due: 154370,
    });
    expect(service.control.requests().at(-1)?.body).toMatchObject({ customer_token: '8888888888', pay_bonus: null });
  });

  test('the receipt of the sale screen, 300 bonuses off', async () => {
    const token = await tokenOf(dmitry.phone);
    const calculation = good(await gateway.calculate(calculationOf(token, kopecks(30000))));
    expect(calculation).toMatchObject({
      id: expect.stringMatching(/^[0-9a-f]{32}$/),
      total: 170540,
      discount: 16170,
      redemptionLimit: 50000,
      redeemed: 30000,
      accrued: 18656,
      balance: 184216,
      due: 124370,
    });
    expect(calculation.lines.map(({ index, discount, unknown }) => [index, discount, unknown])).toEqual([
      [1, 12900, false],
      [2, 3270, false],
      [3, 0, false],
      [4, 0, false],
    ]);
  });

  test('lines keep their own numbers, whatever their order; unknown goods are marked', async () => {
    const known = lineOf(7, '00103', 2);
    const unknown = { ...known, index: 2, product: { ...known.product, code: 'none' } };
    const calculation = good(await gateway.calculate(calculationOf(null, ZERO, { lines: [known, unknown] })));
    expect(calculation.lines.map(({ index, unknown }) => [index, unknown])).toEqual([
      [7, false],
      [2, true],
    ]);
  });

  test('a customer whom the service has forgotten', async () => {
    const token = await tokenOf(dmitry.phone);
    service.control.reset();
    expect(await gateway.calculate(calculationOf(token))).toEqual(refused('other', 'Авторизация'));
  });
});

describe('PIN', () => {
  test('the one of the SMS is right, another is not', async () => {
    const token = await tokenOf(dmitry.phone);
    expect(await gateway.askPin(token)).toEqual({ ok: true, value: undefined });
    const pin = service.control.sms().at(-1)?.pin ?? '';
    expect(await gateway.checkPin(token, `${pin}0`)).toEqual(refused('other', 'Неверный ПИН-код'));
    expect(await gateway.checkPin(token, pin)).toEqual({ ok: true, value: undefined });
  });
});

describe('write and rollback', () => {
  test('the whole way of the sale screen', async () => {
    const token = await tokenOf(dmitry.phone);
    good(await gateway.calculate(calculationOf(token)));
    const request = calculationOf(token, kopecks(30000));
    const { id } = good(await gateway.calculate(request));
    expect(await gateway.write(writeOf(request, id))).toEqual(refused('other', 'ПИН'));
    await confirmPin(token);
    expect(await gateway.write(writeOf(request, id))).toEqual({
      ok: true,
      value: {
        redeemed: 30000,
        accrued: 18656,
        balance: 172872,
        text: [
          'Клиент : ***3377',
          'Ваши бонусы : 1842.16',
          'Списано бонусов : 300.00',
          'Начислено бонусов : 186.56',
          'Остаток Бонусов : 1728.72',
          'Спасибо за покупку. Ждём вас снова!',
        ],
      },
    });
    expect(service.control.ledger().receipts).toMatchObject([{ checkNumber: RECEIPT, redeemed: 30000 }]);
  });

  test('a repeated write is told; after a rollback it goes through once more', async () => {
    const { id } = good(await gateway.calculate(calculationOf(null)));
    const request = writeOf(calculationOf(null), id);
    expect(good(await gateway.write(request))).toMatchObject({ redeemed: 0, accrued: 0, balance: null });
    expect(await gateway.write(request)).toEqual(refused('duplicate', 'Такой чек уже проведен'));
    expect(await gateway.rollback(RECEIPT)).toEqual({ ok: true, value: undefined });
    expect(await gateway.rollback(RECEIPT)).toEqual(refused('not-found', 'Чек не найден'));
    expect(await gateway.write(request)).toMatchObject({ ok: true });
    expect(service.control.ledger().receipts).toHaveLength(1);
  });

  test('a calculation nobody made', async () => {
    expect(await gateway.write(writeOf(calculationOf(null), 'f'.repeat(32)))).toEqual(refused('other', 'Расчёт'));
  });
});

describe('certificates', () => {
  const { plain, withPin, usedUp, small } = TRAINING_CERTIFICATES;
  const tender = ({ code, pin }: { code: string; pin: string }, amount: number) => ({
    code,
    pin,
    amount: kopecks(amount),
  });
  const paying = (...certificates: ReturnType<typeof tender>[]) => calculationOf(null, ZERO, { certificates });

  test('are looked up', async () => {
    expect(good(await gateway.certificate(plain.code, ''))).toEqual({ code: plain.code, pin: '', balance: 1000_00 });
    expect(good(await gateway.certificate(withPin.code, withPin.pin))).toMatchObject({
      pin: withPin.pin,
      balance: 3000_00,
    });
    expect(good(await gateway.certificate(usedUp.code, ''))).toBeNull();
    expect(await gateway.certificate('1', '')).toEqual(refused('not-found', 'Сертификат не найден'));
    expect(await gateway.certificate(withPin.code, '0000')).toEqual(refused('other', 'Неверный ПИН-код'));
  });

  test.each([
    ['one twice', [tender(plain, 1), tender(plain, 1)], 'дважды'],
    ['more than is on it', [tender(small, 50_01)], 'недостаточно'],
    ['more than the receipt', [tender(withPin, 1543_71)], 'больше суммы к оплате'],
    ['without its PIN', [tender({ ...withPin, pin: '' }, 1)], 'Неверный ПИН-код'],
  ])('%s cannot pay', async (_, certificates, message) => {
    expect(await gateway.calculate(paying(...certificates))).toEqual(refused('other', message));
  });

  test('come back with a rollback', async () => {
    const request = paying(tender(small, 50_00));
    const { id } = good(await gateway.calculate(request));
    good(await gateway.write(writeOf(request, id)));
    expect(good(await gateway.certificate(small.code, ''))).toBeNull();
    good(await gateway.rollback(RECEIPT));
    expect(good(await gateway.certificate(small.code, ''))).toMatchObject({ balance: 50_00 });
  });
});

describe('a return', () => {
  test('of lines, then of the rest', async () => {
    const request = calculationOf(await tokenOf(anna.phone), kopecks(200_00));
    const { id } = good(await gateway.calculate(request));
    good(await gateway.write(writeOf(request, id)));
    const [, , water] = request.lines;
    if (!water) throw new Error('no water');
    const part = good(
      await gateway.returnReceipt(returnOf([{ ...water, quantity: lineOf(3, '00102', 2).quantity }], 'b1')),
    );
    const rest = good(await gateway.returnReceipt(returnOf([], 'b2')));
    expect(part.text).toEqual([
      'Клиент : ***0055',
      `Возвращено бонусов : ${(part.restored / 100).toFixed(2)}`,
      `Списано начисленных : ${(part.withdrawn / 100).toFixed(2)}`,
      expect.stringMatching(/^Остаток Бонусов : \d+\.\d\d$/),
    ]);
    expect([part.restored + rest.restored, rest.balance]).toEqual([200_00, 640_00]);
    expect(await gateway.returnReceipt(returnOf([], 'b2'))).toEqual(refused('duplicate', 'Такой возврат уже проведен'));
    expect(await gateway.returnReceipt(returnOf([], 'b3'))).toEqual(refused('other', 'уже возвращено'));
    expect(await gateway.rollback(RECEIPT)).toEqual(refused('other', 'возврат'));
  });

  test('of a receipt nobody wrote', async () => {
    expect(await gateway.returnReceipt(returnOf())).toEqual(refused('not-found', 'Чек не найден'));
  });
});

describe('registration', () => {
  const newcomer = phoneOf('+380 67 123-45-67');
  const vera = {
    familyName: 'Орлова',
    firstName: 'Вера',
    patronymic: '',
    birthday: '1990-02-28',
    gender: 'female',
  } as const;

  test.each(['7', '+7', '10'] as const)('of a foreign phone, sent in format %s', async (phoneFormat) => {
    const abroad = gatewayWith({ phoneFormat });
    const ticket = good(await abroad.requestRegistration(newcomer));
    const pin = service.control.sms().at(-1)?.pin ?? '';
    expect(good(await abroad.register(newcomer, ticket, pin, vera))).toMatchObject({
      name: 'Вера О.',
      phoneEnding: '4567',
    });
    expect(await abroad.identify({ phone: newcomer })).toMatchObject({ ok: true });
  });

  test('of a customer is told', async () => {
    const phone = phoneOf(dmitry.phone);
    const known = refused('duplicate', 'Покупатель уже зарегистрирован');
    expect(await gateway.requestRegistration(phone)).toEqual(known);
    expect(await gateway.repeatRegistrationPin(phone, '')).toEqual(known);
    expect(await gateway.register(phone, '', '1234', vera)).toEqual(known);
  });
});

describe('import', () => {
  const product = lineOf(1, '00101', 1).product;
  const groups = [
    { code: '01', name: 'Продукты', parent: null },
    { code: '0101', name: 'Молочные', parent: '01' },
  ];

  test.each([0, 1, 500, 501, 1_200])('%i goods, in requests of at most 500', async (many) => {
    const items = Array.from({ length: many }, (_, at) => ({ ...product, code: `p${at}`, group: '0101' }));
    expect(await gateway.importGoods({ groups, items })).toEqual({ ok: true, value: many });
    expect(service.control.goods().map(({ code }) => code)).toEqual(items.map(({ code }) => code));
    expect(service.control.groups()).toEqual(many === 0 ? [] : groups);
    expect(service.control.requests()).toHaveLength(Math.ceil(many / 500));
  });

  test('ends with the first request that fails', async () => {
    const items = Array.from({ length: 1_200 }, (_, at) => ({ ...product, code: `p${at}`, group: null }));
    service.control.faults.add({ kind: 'refused', message: 'Выгрузка запрещена', operation: 'importGoods' });
    expect(await gateway.importGoods({ groups, items })).toEqual(refused('other', 'Выгрузка запрещена'));
    expect(service.control.requests()).toHaveLength(1);
  });
});

describe('the profile', () => {
  test('may rename fields; the desk notices nothing', async () => {
    const renamed = gatewayWith({
      fields: { identifyByCode: { total_bonus: 'n_checkpin', n_checkpin: 'total_bonus' } },
    });
    // A service that calls the balance of 640 what we take for «a PIN is needed», and the other way round.
    expect(good(await renamed.identify({ code: anna.card }))).toMatchObject({ balance: 0, pinRequired: true });
  });
});
