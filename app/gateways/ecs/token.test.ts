import { createServer, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { SecretLoss } from '../../domain/secret-loss.ts';
import { failed, settingsOf } from './fixture.ts';
import { type AccessTokens, accessTokens } from './token.ts';

let server: Server;
let baseUrl: string;
/** Forms that came in. */
let asked: string[];
/** How the endpoint answers, by the number of the request from 1. */
let answer: (count: number) => { status?: number; body?: unknown; headers?: Record<string, string> } | Promise<never>;
let now: number;

beforeEach(async () => {
  asked = [];
  now = 5_000;
  answer = (count) => ({ body: { access_token: `token-${count}`, expires_in: 3600, token_type: 'Bearer' } });
  server = createServer(async (request, response) => {
    asked.push(await text(request));
    const { status = 200, body = '', headers = {} } = await answer(asked.length);
    response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  baseUrl = `http://127.0.0.1:${address.port}`;
});

afterEach(async () => {
  vi.useRealTimers();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function tokens(section: Partial<Parameters<typeof settingsOf>[0]> = {}): AccessTokens {
  return accessTokens(settingsOf({ baseUrl, ...section }), 'ECS.WebAPI OrganizationAPI', () => now);
}

const issued = (token: string) => ({ ok: true, value: token });
const TIMEOUT = 5_000;

test('is asked for with the form of the specification', async () => {
  await tokens({ clientId: 'shop & co', clientSecret: 'a+b=c' }).current(TIMEOUT);
  expect(asked.map((form) => Object.fromEntries(new URLSearchParams(form)))).toEqual([
    {
      client_id: 'shop & co',
      client_secret: 'a+b=c',
      grant_type: 'client_credentials',
      scope: 'ECS.WebAPI OrganizationAPI',
    },
  ]);
});

test('is kept until a minute before it ends', async () => {
  const source = tokens();
  expect(await source.current(TIMEOUT)).toEqual(issued('token-1'));
  now += 3_539_999;
  expect(await source.current(TIMEOUT)).toEqual(issued('token-1'));
  now += 1;
  expect(await source.current(TIMEOUT)).toEqual(issued('token-2'));
  expect(asked).toHaveLength(2);
});

test('lives from the question on, not from the answer', async () => {
  const source = tokens();
  answer = (count) => {
    now += 10_000;
    return { body: { access_token: `token-${count}`, expires_in: 70, token_type: 'Bearer' } };
  };
  expect(await source.current(TIMEOUT)).toEqual(issued('token-1'));
  expect(await source.current(TIMEOUT)).toEqual(issued('token-2'));
});

test('a clock that is set years ahead or back ends no token and keeps none alive', async () => {
  const source = tokens();
  await source.current(TIMEOUT);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2099, 0, 1) });
  expect(await source.current(TIMEOUT)).toEqual(issued('token-1'));
  vi.setSystemTime(0);
  now += 3_600_000;
  expect(await source.current(TIMEOUT)).toEqual(issued('token-2'));
});

test('one request serves all who wait for it', async () => {
  const source = tokens();
  const all = await Promise.all([source.current(TIMEOUT), source.current(TIMEOUT), source.current(TIMEOUT)]);
  expect(all).toEqual([issued('token-1'), issued('token-1'), issued('token-1')]);
  expect(asked).toHaveLength(1);
});

test('one that was not accepted is not given out again; a newer one stays', async () => {
  const source = tokens();
  await source.current(TIMEOUT);
  source.reject('token-1');
  expect(await source.current(TIMEOUT)).toEqual(issued('token-2'));
  source.reject('token-1');
  expect(await source.current(TIMEOUT)).toEqual(issued('token-2'));
});

test('one that lives a minute or less is used once', async () => {
  answer = (count) => ({ body: { access_token: `token-${count}`, expires_in: 60, token_type: 'Bearer' } });
  const source = tokens();
  expect(await source.current(TIMEOUT)).toEqual(issued('token-1'));
  expect(await source.current(TIMEOUT)).toEqual(issued('token-2'));
});

test('after a failure it is asked for again', async () => {
  const source = tokens();
  const good = answer;
  answer = () => ({ status: 503 });
  expect(await source.current(TIMEOUT)).toEqual(failed({ kind: 'unreachable' }));
  answer = good;
  expect(await source.current(TIMEOUT)).toEqual(issued('token-2'));
});

test('without a secret nothing is asked', async () => {
  const source = accessTokens({ ...settingsOf({ baseUrl }), clientSecret: undefined }, 'ECS.WebAPI', () => now);
  expect(await source.current(TIMEOUT)).toEqual(failed({ kind: 'token-missing' }));
  expect(asked).toEqual([]);
});

test('a secret that comes later is used when a token is next asked for', async () => {
  let secret: Result<string, SecretLoss> = fail('waiting');
  const { clientSecret = '', ...settings } = settingsOf({ baseUrl });
  const source = accessTokens(
    settings,
    'ECS.WebAPI',
    () => now,
    () => secret,
  );
  expect(await source.current(TIMEOUT)).toEqual(failed({ kind: 'token-missing', loss: 'waiting' }));
  expect(asked).toEqual([]);
  secret = ok(clientSecret);
  expect(await source.current(TIMEOUT)).toEqual(issued('token-1'));
});

test.each([
  [400, '{"error":"invalid_client"}'],
  [400, '<html>'],
  [401, ''],
  [403, '{"message":"Адрес не разрешён"}'],
])('HTTP %i with %j: the organisation is not let in', async (status, body) => {
  answer = () => ({ status, body });
  expect(await tokens().current(TIMEOUT)).toEqual(failed({ kind: 'token-rejected' }));
});

test.each([
  [404, '<html>'],
  [500, '{"error":"server_error"}'],
  [302, ''],
  [200, '<html>'],
  [200, ''],
  [200, '{"access_token":"x"}'],
  [200, '{"access_token":"x y","expires_in":3600,"token_type":"Bearer"}'],
])('HTTP %i with %j gives no token, and nothing has left', async (status, body) => {
  answer = () => ({ status, body });
  expect(await tokens().current(TIMEOUT)).toEqual(failed({ kind: 'unreachable' }));
});

test('says how long to wait', async () => {
  answer = () => ({ status: 429, headers: { 'Retry-After': '7' } });
  expect(await tokens().current(TIMEOUT)).toEqual(failed({ kind: 'throttled', retryAfterMs: 7_000 }));
});

test('is not waited for any longer than one may', async () => {
  answer = () => new Promise<never>(() => {});
  expect(await tokens().current(100)).toEqual(failed({ kind: 'unreachable' }));
});

test('the path may be another', async () => {
  answer = () => ({ status: 404 });
  const paths: (string | undefined)[] = [];
  server.prependListener('request', ({ url }) => paths.push(url));
  await tokens({ paths: { token: '/oauth/token?tenant=1' } }).current(TIMEOUT);
  await tokens().current(TIMEOUT);
  expect(paths).toEqual(['/oauth/token?tenant=1', '/connect/token']);
});
