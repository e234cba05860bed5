import { createServer, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, test } from 'vitest';
import { MAXBONUS_OPERATIONS } from '../../settings/maxbonus.ts';
import { type Content, maxBonusExchange } from './exchange.ts';
import { settingsOf } from './fixture.ts';
import type { Operation } from './operations.ts';

let servers: Server[] = [];
type Seen = { path: string | undefined; authorization: string | undefined; outlet: unknown };
const seen: Seen[] = [];
const methods: (string | undefined)[] = [];
const bodies: string[] = [];

afterEach(async () => {
  seen.length = 0;
  methods.length = 0;
  bodies.length = 0;
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
  return maxBonusExchange(settingsOf({ baseUrl, token: 'secret', ...settings }))(operation, content);
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

test('a 404 for a wrong path is no word about a receipt', async () => {
  const answer = await exchanged({ status: 404, body: { message: 'Чек не найден' } }, { operation: 'rollback' });
  expect(answer).toMatchObject({ error: { kind: 'refused', reason: 'other' } });
});

describe.each([...MAXBONUS_OPERATIONS])('%s: a 4xx says that nothing was taken', (operation) => {
  test.each([
    [404, '<html><h1>Not Found</h1></html>', 'HTTP 404'],
    [400, '', 'HTTP 400'],
    [413, '{"error":', 'HTTP 413'],
    [404, '<html>Чек не найден</html>', 'HTTP 404'],
    [403, '{"message":" Касса отключена "}', 'Касса отключена'],
  ])('%i with %j', async (status, raw, message) => {
    const answer = await exchanged({ status, raw }, { operation });
    expect(answer).toEqual({ ok: false, error: { kind: 'refused', reason: 'other', message } });
  });

  test('but not a 408, a 5xx or a page under 200', async () => {
    const raw = '<html></html>';
    expect(await exchanged({ status: 408, raw }, { operation })).toEqual({
      ok: false,
      error: { kind: 'lost', cause: 'timeout' },
    });
    expect(await exchanged({ status: 502, raw }, { operation })).toMatchObject({ error: { kind: 'lost' } });
    expect(await exchanged({ status: 200, raw }, { operation })).toEqual(unreadable);
  });
});

test.each([{}, { message: '' }, { message: ' \n' }, { message: 42 }, [], null, 'no'])(
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
