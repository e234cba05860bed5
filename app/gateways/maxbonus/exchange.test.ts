import { createServer, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, test } from 'vitest';
import { MAXBONUS_OPERATIONS } from '../../settings/maxbonus.ts';
import type { Remark } from '../http/remark.ts';
import { type Content, maxBonusExchange } from './exchange.ts';
import { settingsOf } from './fixture.ts';
import type { Operation } from './operations.ts';

let servers: Server[] = [];
type Seen = { path: string | undefined; authorization: string | undefined; outlet: unknown };
const seen: Seen[] = [];
const methods: (string | undefined)[] = [];
const bodies: string[] = [];
const remarks: Remark[] = [];

afterEach(async () => {
  seen.length = 0;
  methods.length = 0;
  bodies.length = 0;
  remarks.length = 0;
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  servers = [];
});

/** One exchange with a service that answers just this. */
async function exchanged(
  answer: { status?: number } & ({ body: unknown } | { raw: string }),
  {
    operation = 'calculate',
    content = { json: {} },
    ...settings
  }: Partial<Parameters<typeof settingsOf>[0]> & { operation?: Operation; content?: Content } = {},
) {
  const started = createServer((request, response) => {
    const { url, method, headers } = request;
    seen.push({ path: url, authorization: headers.authorization, outlet: headers['x-outlet'] });
    methods.push(method);
    void text(request).then((body) => {
      bodies.push(body);
      response.writeHead(answer.status ?? 200).end('raw' in answer ? answer.raw : JSON.stringify(answer.body));
    });
  });
  servers.push(started);
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  const address = started.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const baseUrl = `http://127.0.0.1:${address.port}/api/cashbox/`;
  return maxBonusExchange(settingsOf({ baseUrl, token: 'secret', ...settings }), (remark) => remarks.push(remark))(
    operation,
    content,
  );
}

const unreadable = { ok: false, error: { kind: 'lost', cause: 'unreadable' } };
const ENVELOPE = { statusCode: 200, message: 'ok', data: { a: 1 } };

test.each([
  ['auto', ENVELOPE, { ok: true, value: { a: 1 } }],
  ['auto', { ...ENVELOPE, statusCode: '200', message: null, more: [] }, { ok: true, value: { a: 1 } }],
  ['auto', { a: 1 }, { ok: true, value: { a: 1 } }],
  ['auto', { data: { a: 1 } }, { ok: true, value: { data: { a: 1 } } }],
  ['auto', { statusCode: 200 }, { ok: true, value: undefined }],
  ['auto', { ...ENVELOPE, statusCode: 'fine' }, unreadable],
  ['on', ENVELOPE, { ok: true, value: { a: 1 } }],
  ['on', { a: 1 }, unreadable],
  ['off', ENVELOPE, { ok: true, value: ENVELOPE }],
] as const)('envelope %s: %j', async (envelope, body, expected) => {
  expect(await exchanged({ body }, { envelope })).toEqual(expected);
});

test.each([
  [401, { kind: 'token-rejected' }],
  [422, { kind: 'refused', reason: 'other', message: 'нельзя' }],
  [500, { kind: 'lost', cause: 'server-error' }],
  [408, { kind: 'lost', cause: 'timeout' }],
  [429, { kind: 'throttled', retryAfterMs: 5_000 }],
  [302, { kind: 'lost', cause: 'unreadable' }],
  [0, { kind: 'lost', cause: 'unreadable' }],
])('the envelope says %i under HTTP 200', async (statusCode, error) => {
  const body = { statusCode, message: 'нельзя', data: null };
  expect(await exchanged({ body })).toEqual({ ok: false, error });
});

test('a refusal under HTTP 200 without data', async () => {
  const error = { kind: 'refused', reason: 'not-found', message: 'Чек не найден' };
  const body = { statusCode: 422, message: 'Чек не найден' };
  expect(await exchanged({ body }, { operation: 'rollback' })).toEqual({ ok: false, error });
});

test.each([
  ['identifyByPhone', 'Покупатель не найден', 'not-found'],
  ['identifyByCode', 'Покупатель не найден', 'not-found'],
  ['identifyByPhone', 'Покупатель заблокирован', 'other'],
  ['calculate', 'Покупатель не найден', 'other'],
  ['write', 'Такой чек уже проведен', 'duplicate'],
  ['write', 'Такой чек уже проведён', 'duplicate'],
  ['write', 'Покупатель не найден', 'other'],
  ['rollback', 'Чек не найден', 'not-found'],
  ['rollback', 'Метод не найден', 'other'],
  ['returnReceipt', 'Такой возврат уже проведен', 'duplicate'],
  ['returnReceipt', 'Чек не найден', 'not-found'],
  ['returnReceipt', 'Такой чек уже проведен', 'other'],
  ['returnReceipt', 'Количество к возврату больше проданного', 'other'],
  ['certificate', 'Сертификат не найден', 'not-found'],
  ['certificate', 'Неверный ПИН-код сертификата', 'other'],
  ['requestRegistration', 'Покупатель уже зарегистрирован', 'duplicate'],
  ['repeatRegistrationPin', 'Покупатель уже зарегистрирован', 'duplicate'],
  ['register', 'Покупатель уже зарегистрирован', 'duplicate'],
  ['register', 'Запрос регистрации не найден', 'other'],
] as const)('%s refused with «%s» is %s', async (operation, message, reason) => {
  const answer = await exchanged({ status: 422, body: { message } }, { operation });
  expect(answer).toEqual({ ok: false, error: { kind: 'refused', reason, message } });
});

const other = (message: string) => ({ ok: false, error: { kind: 'refused', reason: 'other', message } });

describe('told by its words, whatever its status is', () => {
  const told = { 'not-found': 'not-found', duplicate: 'duplicate', other: 'other' } as const;
  test.each([
    [
      'write',
      'duplicate',
      [
        'Чек с таким номером уже существует',
        'Документ уже был проведён',
        'Чек проведен ранее',
        'Дубликат чека',
        'Check already exists',
        'Повторная запись чека',
      ],
    ],
    [
      'write',
      'other',
      ['Недостаточно бонусов', 'Сертификат уже использован', 'Промокод уже применён', 'Расчёт устарел'],
    ],
    [
      'rollback',
      'not-found',
      [
        'Документ отсутствует',
        'Нет такого чека',
        'Чека с таким номером нет.',
        'Чек не существует',
        'Чек уже удалён',
        'Receipt not found',
        'Операция № 5 не найдена',
      ],
    ],
    [
      'rollback',
      'other',
      [
        'Чек нельзя удалить. Покупатель не найден',
        'Чек не может быть удален',
        'По чеку нет прав на удаление',
        'Метод не найден',
        'Not Found',
        'Страница не найдена',
        'The route check/rollback could not be found.',
      ],
    ],
    [
      'returnReceipt',
      'duplicate',
      ['Возврат с этим номером уже обработан', 'Повторный возврат', 'Refund already processed'],
    ],
    ['returnReceipt', 'other', ['По чеку всё уже возвращено', 'Чек уже проведен', 'Товар уже возвращён']],
    [
      'identifyByPhone',
      'not-found',
      ['Клиент с таким телефоном не зарегистрирован', 'Нет такого гостя', 'Customer not found'],
    ],
    ['certificate', 'not-found', ['Нет такого сертификата', 'Сертификат не существует']],
    ['certificate', 'other', ['Сертификат заблокирован']],
    ['register', 'duplicate', ['Такой клиент уже есть', 'Номер уже был зарегистрирован']],
  ] as const)('%s: %s', async (operation, reason, messages) => {
    for (const message of messages) {
      const error = { kind: 'refused', reason: told[reason], message };
      for (const status of [400, 404, 422]) {
        if (reason === 'other' && status === 404 && operation === 'certificate') continue;
        expect(await exchanged({ status, body: { message } }, { operation })).toEqual({ ok: false, error });
      }
      expect(await exchanged({ body: { statusCode: 422, message, data: null } }, { operation })).toMatchObject({
        error,
      });
      expect(await exchanged({ body: { success: false, message } }, { operation })).toMatchObject({ error });
    }
  });
});

test.each([
  ['write', 409, 'duplicate'],
  ['requestRegistration', 409, 'duplicate'],
  ['identifyByCode', 404, 'not-found'],
  ['certificate', 410, 'not-found'],
  // What costs money when it is wrong is not told by a status alone.
  ['rollback', 404, 'other'],
  ['returnReceipt', 409, 'other'],
  ['write', 404, 'other'],
] as const)('%s answered %i without a word: %s', async (operation, status, reason) => {
  const expected = { error: { kind: 'refused', reason, message: `HTTP ${status}` } };
  expect(await exchanged({ status, body: {} }, { operation })).toMatchObject(expected);
  expect(await exchanged({ body: { statusCode: status, data: null } }, { operation })).toMatchObject(expected);
});

test('a 404 for a wrong path is no word about a receipt', async () => {
  for (const body of [{ statusCode: 404, message: 'Метод не найден', data: null }, { message: 'Not Found' }, {}]) {
    const answer = await exchanged({ status: 404, body }, { operation: 'rollback' });
    expect(answer).toMatchObject({ error: { kind: 'refused', reason: 'other' } });
  }
});

test('the profile tells refusals apart its own way, list by list', async () => {
  const refusals = {
    write: { duplicate: { phrases: ['проводк[аи] занят'], numbers: [77, 'E_DUP'] } },
    rollback: { notFound: { statuses: [404] } },
  };
  const of = async (operation: Operation, status: number, body: object) => {
    const answer = await exchanged({ status, body }, { operation, refusals });
    return !answer.ok && answer.error.kind === 'refused' && answer.error.reason;
  };
  expect(await of('write', 422, { message: 'Проводка занята' })).toBe('duplicate');
  expect(await of('write', 422, { message: 'Нет', errorCode: 77 })).toBe('duplicate');
  expect(await of('write', 422, { message: 'Нет', code: 'E_DUP' })).toBe('duplicate');
  expect(await of('write', 409, {})).toBe('duplicate');
  expect(await of('write', 422, { message: 'Такой чек уже проведен' })).toBe('other');
  expect(await of('rollback', 404, {})).toBe('not-found');
  expect(await of('rollback', 422, { message: 'Чек не найден' })).toBe('not-found');
});

describe.each([...MAXBONUS_OPERATIONS])('%s', (operation) => {
  test.each([
    [400, '', 'HTTP 400'],
    [403, '{"message":" Касса отключена "}', 'Касса отключена'],
    [422, '"Касса отключена"', 'Касса отключена'],
  ])('a 4xx says that nothing was taken: %i with %j', async (status, raw, message) => {
    expect(await exchanged({ status, raw }, { operation })).toEqual(other(message));
  });

  test.each([
    [200, '<html></html>'],
    [404, '<html><h1>Not Found</h1></html>'],
    [404, '<html>Чек не найден</html>'],
    [409, '<html>Такой чек уже проведен</html>'],
    [413, '{"error":'],
    [302, ''],
  ])('a page that is no JSON is no answer of the service: %i with %j', async (status, raw) => {
    expect(await exchanged({ status, raw }, { operation })).toEqual(unreadable);
  });

  test('nor is a 408 or a 5xx', async () => {
    const raw = '<html></html>';
    expect(await exchanged({ status: 408, raw }, { operation })).toEqual({
      ok: false,
      error: { kind: 'lost', cause: 'timeout' },
    });
    expect(await exchanged({ status: 502, raw }, { operation })).toMatchObject({ error: { kind: 'lost' } });
  });
});

describe('an error under HTTP 200', () => {
  test.each([
    [{ errorCode: 1005, message: 'Недостаточно бонусов' }, '№ 1005: Недостаточно бонусов'],
    [{ error_code: '1005', error: 'Недостаточно бонусов' }, '№ 1005: Недостаточно бонусов'],
    [{ result_code: 3 }, '№ 3'],
    [{ code: 12, message: 'Касса закрыта' }, '№ 12: Касса закрыта'],
    [{ errorCode: 'NO_BONUS', message: 'Нет бонусов' }, 'NO_BONUS: Нет бонусов'],
    [{ statusCode: 200, message: 'ok', data: { errorCode: 5, message: 'Касса закрыта' } }, '№ 5: Касса закрыта'],
    [{ statusCode: 200, message: 'Касса закрыта', code: 5, data: null }, '№ 5: Касса закрыта'],
    [{ success: false, message: 'Касса закрыта' }, 'Касса закрыта'],
    [{ success: 0 }, 'HTTP 200'],
    [{ status: 'error', error: { code: 9, message: 'Касса закрыта' } }, '№ 9: Касса закрыта'],
    [{ errors: ['нет кассы', 'нет смены'] }, 'нет кассы (нет смены)'],
    [{ errors: [{ code: 4, message: 'нет кассы' }] }, '№ 4: нет кассы'],
  ])('%j', async (body, message) => {
    expect(await exchanged({ body }, { operation: 'write' })).toEqual(other(message));
  });

  test.each([
    { errorCode: 0, message: 'ok' },
    { errorCode: '0', message: 'ok' },
    { errorCode: null, error: null, errors: [] },
    { code: 200, message: 'ok' },
    { code: '8800000000000101', status_code: 0 },
    { statusCode: 200, message: 'Data retrieval successfully', data: { code: null } },
    { success: true, status: 'ok', error: '' },
  ])('%j is none', async (body) => {
    expect(await exchanged({ body }, { operation: 'write' })).toMatchObject({ ok: true });
  });

  test('by the fields and numbers of the profile', async () => {
    const own = (body: object) =>
      exchanged({ body }, { operation: 'write', errorFields: ['ret'], successNumbers: [1] });
    expect(await own({ ret: 1, errorCode: 5 })).toMatchObject({ ok: true });
    expect(await own({ ret: 2, message: 'нет' })).toEqual(other('№ 2: нет'));
  });
});

describe('the number of a refusal', () => {
  test.each([
    [{ message: 'Недостаточно бонусов', code: 1005 }, '№ 1005: Недостаточно бонусов'],
    [{ message: 'Ошибка', errors: { phone: ['неверный телефон'] } }, 'Ошибка (неверный телефон)'],
    [{ message: 'Ошибка', data: { message: 'Касса закрыта', errorCode: 8 } }, '№ 8: Касса закрыта'],
    [{ data: 'Касса закрыта', message: null }, 'Касса закрыта'],
    [{ error: 'Касса закрыта' }, 'Касса закрыта'],
    [{ detail: 'Касса закрыта', code: 422 }, 'Касса закрыта'],
    [{ code: 1005 }, '№ 1005'],
  ])('%j', async (body, message) => {
    expect(await exchanged({ status: 422, body }, { operation: 'askPin' })).toEqual(other(message));
  });

  test('is told, with its status, to whoever looks after the till: and no sentence', async () => {
    await exchanged({ status: 422, body: { message: 'Нет: +7 914 123-33-77', code: 1005 } }, { operation: 'askPin' });
    await exchanged({ status: 502, raw: '' }, { operation: 'askPin' });
    await exchanged({ status: 404, raw: '<html>' }, { operation: 'write' });
    expect(remarks).toEqual([
      { kind: 'refused', operation: 'askPin', status: 422, number: '1005' },
      { kind: 'page', operation: 'write', status: 404 },
    ]);
  });
});

test.each([{}, { message: '' }, { message: ' \n' }, { message: 42 }, [], null])(
  'a refusal without a sentence: %j',
  async (body) => {
    const error = { kind: 'refused', reason: 'other', message: 'HTTP 422' };
    expect(await exchanged({ status: 422, body })).toEqual({ ok: false, error });
    expect(await exchanged({ body: { statusCode: 422, data: body } })).toEqual({ ok: false, error });
  },
);

test('path, header and prefix of the profile', async () => {
  await exchanged(
    { body: {} },
    { operation: 'askPin', paths: { askPin: '/customer/askpin' }, authHeader: 'X-Outlet', authPrefix: '' },
  );
  expect(seen).toEqual([{ path: '/api/cashbox/customer/askpin', authorization: undefined, outlet: 'secret' }]);
});

test('path, header and prefix as we read the documents', async () => {
  await exchanged({ body: {} }, { operation: 'write' });
  expect(seen).toEqual([{ path: '/api/cashbox/check/write', authorization: 'Bearer secret', outlet: undefined }]);
});

test('a query is written into the address, whatever is in it', async () => {
  const query = { code: '8800 0000&pin=1', pin: 'ы#' };
  await exchanged({ body: {} }, { operation: 'certificate', content: { query } });
  await exchanged(
    { body: {} },
    { operation: 'certificate', content: { query: { code: '1' } }, paths: { certificate: '/cert/info?kind=gift' } },
  );
  expect(methods).toEqual(['GET', 'GET']);
  expect(bodies).toEqual(['', '']);
  const [asked, elsewhere] = seen.map(({ path }) => new URL(path ?? '', 'http://service'));
  expect(asked?.pathname).toBe('/api/cashbox/certificate');
  expect(Object.fromEntries(asked?.searchParams ?? [])).toEqual(query);
  expect([elsewhere?.pathname, elsewhere?.search]).toEqual(['/api/cashbox/cert/info', '?kind=gift&code=1']);
});

test('fields have the names of the profile, going out and coming in', async () => {
  const fields = {
    requestRegistration: { register_request: 'request_id' },
    calculate: { qty: 'quantity', total_discount: 'discount', calc_discount: 'off' },
    certificate: { code: 'number' },
  };
  const data = { request_id: 'r1', code: 1 };
  const answer = await exchanged(
    { body: { statusCode: 200, message: 'ok', data } },
    { operation: 'requestRegistration', content: { form: { register_request: 'r1' } }, fields },
  );
  expect(answer).toEqual({ ok: true, value: { register_request: 'r1', code: 1 } });
  const calculated = await exchanged(
    { body: { discount: 5, items: [{ off: 5 }] } },
    { content: { json: { code: 1, items: [{ code: 2, qty: 3 }] } }, fields },
  );
  expect(calculated).toEqual({ ok: true, value: { total_discount: 5, items: [{ calc_discount: 5 }] } });
  await exchanged({ body: {} }, { operation: 'certificate', content: { query: { code: '3', pin: '4' } }, fields });
  expect(bodies).toEqual(['request_id=r1', '{"code":1,"items":[{"code":2,"quantity":3}]}', '']);
  expect(seen.at(-1)?.path).toBe('/api/cashbox/certificate?pin=4&number=3');
});

test('the PIN of a customer may have the name that a certificate’s code has', async () => {
  const fields = { checkPin: { pin: 'code' } };
  await exchanged({ body: {} }, { operation: 'checkPin', content: { json: { pin: '1' } }, fields });
  await exchanged({ body: {} }, { operation: 'certificate', content: { query: { code: '3', pin: '4' } }, fields });
  expect(bodies[0]).toBe('{"code":"1"}');
  expect(seen.at(-1)?.path).toBe('/api/cashbox/certificate?code=3&pin=4');
});

test('methods and bodies of the profile', async () => {
  const content = { form: { phone: '79141234567' } };
  await exchanged({ body: {} }, { operation: 'identifyByPhone', content, bodies: { identifyByPhone: 'json' } });
  await exchanged({ body: {} }, { operation: 'identifyByPhone', content, bodies: { identifyByPhone: 'multipart' } });
  await exchanged({ body: {} }, { operation: 'identifyByPhone', content, methods: { identifyByPhone: 'GET' } });
  await exchanged(
    { body: {} },
    { operation: 'certificate', content: { query: { code: '1' } }, methods: { certificate: 'POST' } },
  );
  await exchanged(
    { body: {} },
    { operation: 'rollback', content: { json: { check_number: 'r' } }, methods: { rollback: 'DELETE' } },
  );
  await exchanged(
    { body: {} },
    { operation: 'askPin', content: { json: { customer_token: 't', none: null } }, bodies: { askPin: 'form' } },
  );
  expect(methods).toEqual(['POST', 'POST', 'GET', 'POST', 'DELETE', 'POST']);
  expect(bodies[0]).toBe('{"phone":"79141234567"}');
  expect(bodies[1]).toContain('name="phone"\r\n\r\n79141234567\r\n');
  expect([bodies[2], seen[2]?.path]).toEqual(['', '/api/cashbox/customer/auth?phone=79141234567']);
  expect(bodies.slice(3)).toEqual(['{"code":"1"}', '{"check_number":"r"}', 'customer_token=t&none=']);
});
