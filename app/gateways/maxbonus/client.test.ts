import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { kopecks, ZERO } from '../../domain/money.ts';
import { parsePhone } from '../../domain/phone.ts';
import type { LoyaltyGateway, ServiceFailure } from '../../sale/ports.ts';
import { TRAINING_CUSTOMERS } from '../../training/maxbonus/customers.ts';
import { type MaxBonusEmulator, startMaxBonus } from '../../training/maxbonus/server.ts';
import { createMaxBonus } from './client.ts';
import { calculationOf, lineOf, RECEIPT, settingsOf, writeOf } from './fixture.ts';

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

/** The value of an answer that has to be good. */
function good<Value>(answer: { ok: true; value: Value } | { ok: false; error: ServiceFailure }): Value {
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
}

function refused(reason: string, message: string | RegExp) {
  return { ok: false, error: { kind: 'refused', reason, message: expect.stringMatching(message) } };
}

async function tokenOf(phone: string): Promise<string> {
  const parsed = parsePhone(phone);
  if (!parsed) throw new Error(`no phone: ${phone}`);
  return good(await gateway.identify({ phone: parsed })).token;
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
    const phone = parsePhone('8 (914) 123-33-77');
    if (!phone) throw new Error('no phone');
    const answer = await gatewayWith({ phoneFormat }).identify({ phone });
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
    const calculation = good(
      await gateway.calculate({ customerToken: null, lines: [known, unknown], redemption: ZERO }),
    );
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
