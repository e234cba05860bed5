import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { TRAINING_CUSTOMERS } from './customers.ts';
import { CHECK, type ForeignTill, foreignTill, formOf, WRITE } from './fixture.ts';
import { type MaxBonusEmulator, startMaxBonus } from './server.ts';

/** The emulator as a foreign till sees it: authorisation, check and write, and what a trainer controls. */

const [dmitry, , , maria] = TRAINING_CUSTOMERS;

let service: MaxBonusEmulator;
let post: ForeignTill['post'];
let control: ForeignTill['control'];
let customerToken: ForeignTill['customerToken'];

beforeEach(async () => {
  service = await startMaxBonus({ seed: 1 });
  ({ post, control, customerToken } = foreignTill(service));
});

afterEach(() => service.close());

describe('authorisation by phone', () => {
  test.each(['79141233377', '+79141233377', '89141233377', '9141233377'])('%s', async (phone) => {
    const { status, answer } = await post('/customer/auth', new URLSearchParams({ phone }));
    expect(status).toBe(200);
    expect(answer).toEqual({
      statusCode: 200,
      message: 'Data retrieval successfully',
      data: {
        first_name: 'Дмитрий',
        middle_name: 'Сергеевич',
        last_name: 'Иванов',
        total_bonus: 1842.16,
        token: expect.any(String),
        phone: '79141233377',
        exists_chatbot: true,
        n_checkpin: 1,
        register_request: '',
      },
      backendExecTimeSec: expect.any(Number),
    });
  });

  test('in multipart form data as well', async () => {
    expect(await post('/customer/auth', formOf({ phone: maria.phone }))).toMatchObject({
      answer: { data: { first_name: 'Мария', exists_chatbot: false } },
    });
  });

  test.each(['', '79990000000', 'phone'])('nobody has %j', async (phone) => {
    expect(await post('/customer/auth', new URLSearchParams({ phone }))).toMatchObject({
      status: 422,
      answer: { statusCode: 422, message: 'Покупатель не найден' },
    });
  });
});

test.each(['', 'Bearer', 'Bearer other', 'Basic x'])('authorization %j is not the outlet’s', async (Authorization) => {
  expect(await post('/check', CHECK, { Authorization })).toMatchObject({ status: 401 });
});

describe('a check', () => {
  test.each([['88888888'], ['8888888888'], ['88888888888'], [null]])(
    'customer %j is anonymous',
    async (customer_token) => {
      const { answer } = await post('/check', { ...CHECK, customer_token, pay_bonus: 100 });
      expect(answer.data).toMatchObject({
        calc_id: expect.stringMatching(/^[0-9a-f]{32}$/),
        customer_token: '88888888888',
        total_check_amount: 438,
        total_max_bonus_can_pay: 0,
        total_bonus_pay: 0,
        items: [{ index: 1, sum: 438, max_bonus_can_pay: 131.4, not_exist: false }],
      });
    },
  );

  test.each([
    ['no items', { items: [] }],
    ['an index twice', { items: [...CHECK.items, ...CHECK.items] }],
    ['a negative price', { items: [{ ...CHECK.items[0], price: -1 }] }],
    ['an absurd sum', { items: [{ ...CHECK.items[0], qty: 1e15 }] }],
    ['a negative sum of bonuses', { pay_bonus: -1 }],
    ['no customer', { customer_token: undefined }],
    ['somebody else’s customer', { customer_token: 'f00' }],
  ])('with %s is refused', async (_, change) => {
    expect(await post('/check', { ...CHECK, ...change })).toMatchObject({ status: 422 });
  });

  test.each(['{', '', '[]', 'null'])('is not %j', async (body) => {
    const response = await fetch(`${service.url}/check`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${service.token}`, 'Content-Type': 'application/json' },
      body,
    });
    expect(response.status).toBe(422);
  });
});

describe('a write', () => {
  test('needs a calculation of the same check', async () => {
    const { calc_id } = (await post('/check', CHECK)).answer.data;
    const refused = { status: 422, answer: { message: expect.stringMatching(/Рассчитайте/) } };
    expect(await post('/check/write', { ...WRITE, calc_id: 'none' })).toMatchObject(refused);
    const cheaper = [{ ...CHECK.items[0], price: 1 }];
    expect(await post('/check/write', { ...WRITE, calc_id, items: cheaper })).toMatchObject(refused);
    const customer_token = await customerToken(dmitry.qr);
    expect(await post('/check/write', { ...WRITE, calc_id, customer_token })).toMatchObject(refused);
    expect(await post('/check/write', { ...WRITE, calc_id })).toMatchObject({
      status: 200,
      answer: { data: { text: 'Спасибо за покупку. Ждём вас снова!' } },
    });
  });

  test('of a sum cut to the limit may name either sum', async () => {
    const customer_token = await customerToken(dmitry.card);
    await post('/askpin', { customer_token });
    await post('/checkpin', { customer_token, pin: service.control.sms().at(-1)?.pin });
    for (const [check_number, pay_bonus] of [
      ['r1', 900],
      ['r2', 131.4],
    ] as const) {
      const calculated = await post('/check', { ...CHECK, customer_token, pay_bonus: 900 });
      const { calc_id, total_bonus_pay } = calculated.answer.data;
      expect(total_bonus_pay).toBe(131.4);
      const written = await post('/check/write', { ...WRITE, customer_token, pay_bonus, calc_id, check_number });
      expect(written).toMatchObject({ status: 200, answer: { data: { total_bonus_pay: 131.4 } } });
    }
  });
});

test.each([
  ['POST', '/other'],
  ['POST', '/certificate'],
  ['GET', '/check'],
  ['POST', ''],
])('%s %s is no operation', async (method, path) => {
  expect((await fetch(service.url + path, { method })).status).toBe(404);
});

describe('control over HTTP', () => {
  test('faults are set, seen and cleared', async () => {
    const set = await control('POST', '/faults', { kind: 'status', status: 503, operation: 'calculate', times: null });
    expect(set).toMatchObject({ status: 200, answer: [{ kind: 'status', status: 503, commit: false }] });
    expect(await post('/check', CHECK)).toMatchObject({ status: 503 });
    expect(await control('GET', '/faults')).toMatchObject({ answer: [{ operation: 'calculate', times: null }] });
    await control('DELETE', '/faults');
    expect(await post('/check', CHECK)).toMatchObject({ status: 200 });
  });

  test.each([{ kind: 'fire' }, { kind: 'status', status: 404 }, { kind: 'html', times: 0 }, { kind: 'html', tims: 1 }])(
    '%j is no fault',
    async (fault) => {
      expect(await control('POST', '/faults', fault)).toMatchObject({ status: 400 });
    },
  );

  test('the PIN of the SMS, the books and the requests can be read; a reset forgets them', async () => {
    const customer_token = await customerToken(dmitry.shortCode);
    await post('/askpin', { customer_token });
    const { calc_id } = (await post('/check', CHECK)).answer.data;
    await post('/check/write', { ...WRITE, calc_id });

    expect((await control('GET', '/sms')).answer).toMatchObject([{ phone: dmitry.phone, pin: expect.any(String) }]);
    expect((await control('GET', '/ledger')).answer).toMatchObject({
      customers: [{ phone: dmitry.phone, name: 'Дмитрий Сергеевич Иванов', balance: 184216 }, {}, {}, {}],
      receipts: [{ checkNumber: 'r1', phone: null, total: 43800, redeemed: 0, accrued: 0 }],
      history: [{ kind: 'written', checkNumber: 'r1' }],
    });
    const requests = await control('GET', '/requests');
    expect(requests.answer).toMatchObject([
      { operation: 'identifyByCode' },
      { operation: 'askPin' },
      { operation: 'calculate' },
      { operation: 'write', answer: { status: 200 } },
    ]);

    await control('POST', '/reset');
    expect((await control('GET', '/sms')).answer).toEqual([]);
    expect((await control('GET', '/ledger')).answer).toMatchObject({ receipts: [], history: [] });
    expect(await post('/askpin', { customer_token })).toMatchObject({ status: 422 });
  });

  test('anything else is not found', async () => {
    expect(await control('GET', '/other')).toMatchObject({ status: 404 });
  });
});

test('the same seed makes the same tokens and PINs; without one they differ', async () => {
  const [twin, other] = await Promise.all([startMaxBonus({ seed: 1 }), startMaxBonus()]);
  expect(twin.token).toBe(service.token);
  expect(other.token).not.toBe(service.token);
  await Promise.all([twin.close(), other.close()]);
});

test('closing does not wait for a held answer', async () => {
  service.control.faults.add({ kind: 'latency', ms: 60_000 });
  const held = post('/check', CHECK);
  await expect.poll(() => service.control.requests().length).toBe(1);
  await service.close();
  await expect(held).rejects.toThrow('fetch failed');
});

test('a port that is taken is an error', async () => {
  await expect(startMaxBonus({ port: Number(new URL(service.url).port) })).rejects.toThrow('EADDRINUSE');
});
