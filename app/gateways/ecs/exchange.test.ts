import { createServer, type Server } from 'node:http';
import { json } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ecsExchange } from './exchange.ts';
import { failed, settingsOf } from './fixture.ts';

/** A service that gives the tokens t1, t2, … and answers what the test says. */
let server: Server;
let baseUrl: string;
let scopes: string[];
let seen: { readonly path: string | undefined; readonly authorization: string | undefined; readonly body: unknown }[];
let status: (token: string) => number;

beforeEach(async () => {
  scopes = [];
  seen = [];
  status = () => 200;
  server = createServer(async (request, response) => {
    const { url, headers } = request;
    if (url === '/connect/token') {
      const form = new URLSearchParams((await request.toArray()).join(''));
      scopes.push(form.get('scope') ?? '');
      const token = { access_token: `t${scopes.length}`, expires_in: 3600, token_type: 'Bearer' };
      response.end(JSON.stringify(token));
      return;
    }
    seen.push({ path: url, authorization: headers.authorization, body: await json(request) });
    response.writeHead(status(headers.authorization ?? '')).end('{"a":1}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  baseUrl = `http://127.0.0.1:${address.port}`;
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const monotonic = () => performance.now();

function exchangeWith(section: Partial<Parameters<typeof settingsOf>[0]> = {}, now = monotonic) {
  return ecsExchange(settingsOf({ baseUrl, ...section }), now);
}

test('path, header and body as we read the document', async () => {
  const exchange = exchangeWith();
  expect(await exchange('confirm', { transactionId: 1 })).toEqual({ ok: true, value: { a: 1 } });
  expect(seen).toEqual([{ path: '/api/ConfirmTransaction', authorization: 'Bearer t1', body: { transactionId: 1 } }]);
});

test('path of the profile', async () => {
  await exchangeWith({ paths: { refuse: '/v2/refuse' } })('refuse', {});
  expect(seen).toMatchObject([{ path: '/v2/refuse' }]);
});

test('transactions have a token of their own scope', async () => {
  const exchange = exchangeWith();
  for (const operation of ['check', 'transactions', 'services', 'transactions'] as const) await exchange(operation, {});
  expect(scopes).toEqual(['ECS.WebAPI OrganizationAPI', 'ECS.WebAPI']);
  expect(seen.map(({ authorization }) => authorization)).toEqual(['Bearer t1', 'Bearer t2', 'Bearer t1', 'Bearer t2']);
});

test('a 401 has a new token asked for, and the request sent once more', async () => {
  const exchange = exchangeWith();
  await exchange('check', {});
  status = (authorization) => (authorization === 'Bearer t1' ? 401 : 200);
  expect(await exchange('check', { serviceId: 1 })).toEqual({ ok: true, value: { a: 1 } });
  expect(seen.slice(1).map(({ authorization, body }) => [authorization, body])).toEqual([
    ['Bearer t1', { serviceId: 1 }],
    ['Bearer t2', { serviceId: 1 }],
  ]);
  await exchange('check', {});
  expect(seen.at(-1)?.authorization).toBe('Bearer t2');
});

test('two that meet a 401 at once share the new token', async () => {
  const exchange = exchangeWith();
  await exchange('check', {});
  status = (authorization) => (authorization === 'Bearer t1' ? 401 : 200);
  const both = await Promise.all([exchange('check', {}), exchange('services', {})]);
  expect(both).toEqual([
    { ok: true, value: { a: 1 } },
    { ok: true, value: { a: 1 } },
  ]);
  expect(scopes).toHaveLength(2);
});

test('a second 401 is the end of it', async () => {
  status = () => 401;
  expect(await exchangeWith()('confirm', {})).toEqual(failed({ kind: 'token-rejected' }));
  expect(seen).toHaveLength(2);
});

test('no other failure has a request sent again', async () => {
  const exchange = exchangeWith();
  for (const code of [400, 403, 408, 429, 500, 503]) {
    status = () => code;
    expect(await exchange('confirm', {})).toMatchObject({ ok: false });
  }
  expect(seen).toHaveLength(6);
});

test('the time for a request holds for its token too', async () => {
  let now = 0;
  const exchange = exchangeWith({ timeoutMs: 10_000 }, () => now);
  server.prependListener('request', () => {
    now += 10_000;
  });
  expect(await exchange('confirm', {})).toEqual(failed({ kind: 'unreachable' }));
  expect([scopes.length, seen.length]).toEqual([1, 0]);
});
