import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { TRAINING_CERTIFICATES } from './certificates.ts';
import { TRAINING_BLANK_CARDS, TRAINING_CUSTOMERS } from './customers.ts';
import { CHECK, type ForeignTill, foreignTill, formOf, WRITE } from './fixture.ts';
import { TRAINING_PROMOS } from './promos.ts';
import { type MaxBonusEmulator, startMaxBonus } from './server.ts';

/** Registration, certificates, promo codes, returns and import as a foreign till sees them. */

const [dmitry, , , maria] = TRAINING_CUSTOMERS;

let service: MaxBonusEmulator;
let post: ForeignTill['post'];
let certificate: ForeignTill['certificate'];
let control: ForeignTill['control'];
let customerToken: ForeignTill['customerToken'];

beforeEach(async () => {
  service = await startMaxBonus({ seed: 1 });
  ({ post, certificate, control, customerToken } = foreignTill(service));
});

afterEach(() => service.close());

function latestPin(): string {
  return service.control.sms().at(-1)?.pin ?? '';
}

function refused(message: string | RegExp) {
  return { status: 422, answer: { statusCode: 422, message: expect.stringMatching(message), data: {} } };
}

describe('registration', () => {
  const phone = '79990001122';
  const QUESTIONNAIRE = {
    phone,
    first_name: 'Иван',
    middle_name: 'Иванович',
    last_name: 'Иванов',
    birthday: '2000-01-01',
    gender: 1,
  };

  async function request() {
    const { answer } = await post('/customer/register_request', new URLSearchParams({ phone }));
    return answer.data.register_request;
  }

  test('by PIN and questionnaire; the phone is then known', async () => {
    const register_request = await request();
    expect(register_request).toMatch(/^[0-9a-f]{24}$/);
    expect(service.control.sms()).toMatchObject([{ phone, pin: expect.stringMatching(/^\d{4}$/) }]);
    const registered = await post('/customer/register', { ...QUESTIONNAIRE, register_request, pin: latestPin() });
    expect(registered).toMatchObject({
      status: 200,
      answer: {
        data: { first_name: 'Иван', last_name: 'Иванов', phone, total_bonus: 0, exists_chatbot: false, n_checkpin: 1 },
      },
    });
    expect(await post('/customer/auth', new URLSearchParams({ phone }))).toMatchObject({
      answer: { data: { first_name: 'Иван' } },
    });
    expect((await control('GET', '/ledger')).answer).toMatchObject({
      customers: [{}, {}, {}, {}, { phone, name: 'Иван Иванович Иванов', balance: 0 }],
    });
  });

  test('of a customer is told, at every step', async () => {
    const known = { phone: dmitry.phone };
    for (const path of ['/customer/register_request', '/customer/register_repeat']) {
      expect(await post(path, new URLSearchParams(known))).toMatchObject(refused('Покупатель уже зарегистрирован'));
    }
    expect(await post('/customer/register', { ...QUESTIONNAIRE, ...known, pin: '1' })).toMatchObject(
      refused('Покупатель уже зарегистрирован'),
    );
  });

  test('with a wrong PIN fails three times and then until a new one is sent', async () => {
    const register_request = await request();
    const confirm = (pin: string) => post('/customer/register', { ...QUESTIONNAIRE, register_request, pin });
    expect(await confirm('wrong')).toMatchObject(refused(/^Неверный ПИН-код$/));
    await confirm('wrong');
    expect(await confirm('wrong')).toMatchObject(refused('3 раза'));
    expect(await confirm(latestPin())).toMatchObject(refused('не запрошен'));
    await post('/customer/register_repeat', formOf({ phone, register_request: register_request ?? '' }));
    expect(await confirm(latestPin())).toMatchObject({ status: 200 });
  });

  test.each([
    ['a phone that is none', { phone: 'phone' }, 'Неверный номер'],
    ['nobody’s request', { phone: '79990001199' }, 'Запрос регистрации не найден'],
    ['another’s ticket', { register_request: 'other' }, 'Запрос регистрации не найден'],
    ['no PIN', { pin: undefined }, 'Неверные параметры'],
    ['a day that is none', { birthday: '01.01.2000' }, 'Неверные параметры'],
    ['a third gender', { gender: 3 }, 'Неверные параметры'],
  ])('with %s is refused', async (_, change, message) => {
    await request();
    const body = { ...QUESTIONNAIRE, pin: latestPin(), ...change };
    expect(await post('/customer/register', body)).toMatchObject(refused(message));
  });

  test('a card handed out is a customer without a name', async () => {
    expect(await post('/customer/auth_qr', formOf({ qr: TRAINING_BLANK_CARDS[0] }))).toMatchObject({
      status: 200,
      answer: { data: { first_name: '', phone: '', total_bonus: 0, n_checkpin: 0 } },
    });
  });
});

describe('the SMS with the chat bot', () => {
  test('goes to an authorised customer and has no PIN', async () => {
    const customer_token = await customerToken(maria.qr);
    expect(await post('/customer/send_chatbot', { customer_token })).toMatchObject({ status: 200 });
    expect(service.control.sms()).toMatchObject([
      { phone: maria.phone, pin: null, text: expect.stringMatching('чат-бот') },
    ]);
  });

  test('goes to nobody unknown, and to no customer without a phone', async () => {
    expect(await post('/customer/send_chatbot', { customer_token: 'f00' })).toMatchObject(refused('не найдена'));
    const customer_token = await customerToken(TRAINING_BLANK_CARDS[0]);
    expect(await post('/customer/send_chatbot', { customer_token })).toMatchObject(refused('не указан телефон'));
    expect(await post('/askpin', { customer_token })).toMatchObject(refused('не указан телефон'));
    expect(service.control.sms()).toEqual([]);
  });
});

describe('certificates', () => {
  const { plain, withPin, usedUp, small } = TRAINING_CERTIFICATES;

  test('say what is on them', async () => {
    expect((await certificate({ code: plain.code })).answer.data).toEqual({
      status_code: 0,
      status_name: 'Действует',
      code: plain.code,
      summ: 1000,
    });
    expect((await certificate({ code: withPin.code, pin: withPin.pin })).answer.data).toMatchObject({ summ: 3000 });
    expect((await certificate({ code: usedUp.code })).answer.data).toMatchObject({ status_code: 1, summ: 0 });
  });

  test.each([
    [{ code: '1' }, 'Сертификат не найден'],
    [{ code: withPin.code }, 'Неверный ПИН-код сертификата'],
    [{ code: withPin.code, pin: '0000' }, 'Неверный ПИН-код сертификата'],
    [{}, 'Неверные параметры'],
  ])('%j is refused', async (query, message) => {
    expect(await certificate(query)).toMatchObject(refused(message));
  });

  test('pay a part of an anonymous receipt, and are used up by it', async () => {
    const paying = { ...CHECK, certificate: [{ code: small.code, pin: '', summ: '50' }] };
    const calculated = await post('/check', paying);
    expect(calculated.answer.data).toMatchObject({ total_certificate_pay: 50, total_check_amount: 438 });
    const { calc_id } = calculated.answer.data;
    const cheaper = [{ ...paying.certificate[0], summ: '49.99' }];
    expect(await post('/check/write', { ...WRITE, calc_id, certificate: cheaper })).toMatchObject(
      refused('отличается'),
    );
    expect(await post('/check/write', { ...WRITE, calc_id })).toMatchObject(refused('отличается'));
    expect(await post('/check/write', { ...WRITE, ...paying, calc_id })).toMatchObject({
      status: 200,
      answer: { data: { text: 'Оплачено сертификатом : 50.00\nСпасибо за покупку. Ждём вас снова!' } },
    });
    expect((await certificate({ code: small.code })).answer.data).toMatchObject({ status_code: 1 });
    expect(await post('/check', paying)).toMatchObject(refused('уже использован'));
    expect(service.control.ledger()).toMatchObject({
      certificates: [{}, {}, {}, { code: small.code, balance: 0 }],
      receipts: [{ certificates: 5000 }],
      history: [{ kind: 'written', account: null, certificates: [{ code: small.code, amount: -5000 }] }],
    });
  });

  test.each([50, '50,00', '-1', '', '1e3', '0.001'])('%j is no sum of one', async (summ) => {
    const body = { ...CHECK, certificate: [{ code: plain.code, pin: '', summ }] };
    expect(await post('/check', body)).toMatchObject(refused('Неверные параметры'));
  });
});

describe('promo codes', () => {
  const { coupon, gift } = TRAINING_PROMOS;
  const unknownCoupon = { coupon_used: '', coupon_code: '0', coupon_message: 'Купон не найден в чеке' };
  const unknownGift = { gift_code_used: '', gift_code_message: 'Подарочный код не найден' };

  test.each([
    ['nothing', {}, 0, { coupon_code: null, coupon_message: null, gift_code_message: null }],
    ['a coupon', { coupon: coupon.code }, 43.8, { coupon_used: coupon.code, coupon_code: '1' }],
    ['a gift code', { gift_code: gift.code }, 150, { gift_code_used: gift.code, coupon_code: null }],
    [
      'a gift code in both',
      { coupon: gift.code, gift_code: gift.code },
      150,
      { ...unknownCoupon, gift_code_used: gift.code },
    ],
    ['an unknown one in both', { coupon: 'X', gift_code: 'X' }, 0, { coupon: 'X', ...unknownCoupon, ...unknownGift }],
    ['both', { coupon: coupon.code, gift_code: gift.code }, 193.8, {}],
  ])('%s sent', async (_, codes, total_discount, said) => {
    expect((await post('/check', { ...CHECK, ...codes })).answer.data).toMatchObject({ total_discount, ...said });
  });

  test('are a part of the calculated check', async () => {
    const { calc_id } = (await post('/check', { ...CHECK, coupon: coupon.code })).answer.data;
    expect(await post('/check/write', { ...WRITE, calc_id })).toMatchObject(refused('отличается'));
    expect(await post('/check/write', { ...WRITE, calc_id, coupon: coupon.code })).toMatchObject({ status: 200 });
  });
});

describe('a return', () => {
  const RETURN = {
    check_number: 'r1',
    return_number: 'b1',
    return_date: '2026-03-02T12:17:05+09:00',
    cashier: 'Кассир',
    items: [],
  };

  beforeEach(async () => {
    const customer_token = await customerToken('306174');
    const { calc_id } = (await post('/check', { ...CHECK, customer_token, pay_bonus: 100 })).answer.data;
    await post('/check/write', { ...WRITE, customer_token, pay_bonus: 100, calc_id });
  });

  test('of the whole receipt', async () => {
    expect(await post('/check/return', RETURN)).toMatchObject({
      status: 200,
      answer: {
        data: {
          check_number: 'r1',
          return_number: 'b1',
          total_bonus_return: 100,
          total_add_bonus_return: 16.9,
          total_certificate_return: 0,
          customer_total_bonus: 640,
          text: [
            'Клиент : ***0055',
            'Возвращено бонусов : 100.00',
            'Списано начисленных : 16.90',
            'Остаток Бонусов : 640.00',
          ].join('\n'),
        },
      },
    });
    expect(await post('/check/return', RETURN)).toMatchObject(refused('Такой возврат уже проведен'));
    expect(service.control.ledger()).toMatchObject({
      receipts: [{ returns: [{ returnNumber: 'b1', restored: 10000, withdrawn: 1690, certificates: 0 }] }],
      history: [{ kind: 'written' }, { kind: 'returned', returnNumber: 'b1', bonuses: 8310 }],
    });
  });

  test.each([
    ['an unknown receipt', { check_number: 'r2' }, 'Чек не найден'],
    ['more than was sold', { items: [{ ...CHECK.items[0], qty: 3 }] }, 'больше проданного'],
    ['goods that were not', { items: [{ ...CHECK.items[0], code: '00101' }] }, 'Позиции нет в чеке'],
    ['a line twice', { items: [...CHECK.items, ...CHECK.items] }, 'Неверные параметры'],
    ['no number of its own', { return_number: '' }, 'Неверные параметры'],
  ])('of %s is refused', async (_, change, message) => {
    expect(await post('/check/return', { ...RETURN, ...change })).toMatchObject(refused(message));
  });
});

describe('import', () => {
  const TEA = { code: 't1', name: 'Чай', group: null, price: 189, barcode: null };
  const item = { code: 't1', index: 1, mrc: 0, price: 189, qty: 1 };

  test('makes goods known', async () => {
    const before = await post('/check', { ...CHECK, items: [item] });
    expect(before.answer.data).toMatchObject({ items: [{ not_exist: true }] });
    expect(await post('/import/json', { groups: [], items: [TEA] })).toMatchObject({ answer: { data: { count: 1 } } });
    expect((await control('GET', '/goods')).answer).toEqual([{ ...TEA, price: 18900 }]);
    const after = await post('/check', { ...CHECK, items: [item] });
    expect(after.answer.data).toMatchObject({ items: [{ not_exist: false }] });
  });

  test.each([
    { groups: [] },
    { groups: [], items: [{ ...TEA, code: '' }] },
    { groups: [], items: [{ ...TEA, price: -1 }] },
  ])('%j is refused', async (body) => {
    expect(await post('/import/json', body)).toMatchObject(refused('Неверные параметры'));
    expect(service.control.goods()).toEqual([]);
  });
});
