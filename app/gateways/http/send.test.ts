import http, { type RequestListener, type Server } from 'node:http';
import https from 'node:https';
import net from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type HttpFailure, type HttpRequest, send } from './send.ts';

const servers: net.Server[] = [];

afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(
    servers.splice(0).map(
      (server) =>
        new Promise((resolve) => {
          server.close(resolve);
          if (server instanceof http.Server || server instanceof https.Server) server.closeAllConnections();
        }),
    ),
  );
});

async function listen(server: net.Server): Promise<number> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

async function serve(listener: RequestListener): Promise<string> {
  return `http://127.0.0.1:${await listen(http.createServer(listener))}/`;
}

function post(url: string, more: Partial<HttpRequest> = {}) {
  return send({ method: 'POST', url, headers: {}, body: { json: {} }, timeoutMs: 5_000, ...more });
}

function failure(error: HttpFailure) {
  return { ok: false, error };
}

const lost = (cause: Extract<HttpFailure, { kind: 'lost' }>['cause']) => failure({ kind: 'lost', cause });
const unreachable = failure({ kind: 'unreachable' });

async function textOf(request: http.IncomingMessage): Promise<string> {
  return (await request.toArray()).join('');
}

describe('what is sent', () => {
  test('JSON with its headers', async () => {
    const url = await serve(async (request, response) => {
      const { method, headers } = request;
      response.end(JSON.stringify([method, headers['content-type'], headers['x-token'], await textOf(request)]));
    });
    const answer = await post(url, { headers: { 'X-Token': 't' }, body: { json: { имя: 'Ё', n: 0.1 } } });
    expect(answer).toEqual({
      ok: true,
      value: { status: 200, body: ['POST', 'application/json', 't', '{"имя":"Ё","n":0.1}'] },
    });
  });

  test('a form, with its plus and ampersand escaped', async () => {
    const url = await serve(async (request, response) => {
      response.end(JSON.stringify([request.headers['content-type'], await textOf(request)]));
    });
    const answer = await post(url, { body: { form: { phone: '+7914', qr: 'a&b=c' } } });
    expect(answer).toMatchObject({
      value: { body: [expect.stringMatching(/^application\/x-www-form-urlencoded/), 'phone=%2B7914&qr=a%26b%3Dc'] },
    });
  });

  test('a form in parts', async () => {
    const url = await serve(async (request, response) => {
      response.end(JSON.stringify([request.headers['content-type'], await textOf(request)]));
    });
    const answer = await post(url, { body: { multipart: { phone: '+7', name: 'Ы' } } });
    expect(answer).toMatchObject({
      value: {
        body: [
          expect.stringMatching(/^multipart\/form-data; boundary=/),
          expect.stringMatching(/name="phone"\r\n\r\n\+7\r\n[\s\S]*name="name"\r\n\r\nЫ\r\n/),
        ],
      },
    });
  });

  test('a GET without a body', async () => {
    const url = await serve(async (request, response) => {
      response.end(JSON.stringify([request.method, await textOf(request)]));
    });
    const answer = await send({ method: 'GET', url, headers: {}, timeoutMs: 5_000 });
    expect(answer).toEqual({ ok: true, value: { status: 200, body: ['GET', ''] } });
  });
});

describe('answers', () => {
  test.each([200, 400, 404, 422])('%i with JSON is an answer', async (status) => {
    const url = await serve((_, response) => response.writeHead(status).end('{"a":[1]}'));
    expect(await post(url)).toEqual({ ok: true, value: { status, body: { a: [1] } } });
  });

  test.each(['', ' \r\n'])('an empty body %j is null', async (body) => {
    const url = await serve((_, response) => response.end(body));
    expect(await post(url)).toEqual({ ok: true, value: { status: 200, body: null } });
  });

  test('a byte order mark is no part of the JSON', async () => {
    const url = await serve((_, response) => response.end('\uFEFF{}'));
    expect(await post(url)).toEqual({ ok: true, value: { status: 200, body: {} } });
  });

  test('401 is «unauthorized» even with HTML', async () => {
    const url = await serve((_, response) => response.writeHead(401).end('<html>'));
    expect(await post(url)).toEqual(failure({ kind: 'unauthorized' }));
  });

  test('429 says how long to wait', async () => {
    const url = await serve((_, response) => response.writeHead(429, { 'Retry-After': '7' }).end());
    expect(await post(url)).toEqual(failure({ kind: 'throttled', retryAfterMs: 7_000 }));
  });

  test.each([400, 404, 413])('%i with HTML is the page of somebody in between', async (status) => {
    const url = await serve((_, response) => response.writeHead(status).end('<html>'));
    expect(await post(url)).toEqual({ ok: true, value: { status, body: null, page: true } });
  });

  test('408 leaves the outcome open', async () => {
    const url = await serve((_, response) => response.writeHead(408).end('{"message":"?"}'));
    expect(await post(url)).toEqual(lost('timeout'));
  });

  test.each([500, 502, 503, 599])('%i leaves the outcome open', async (status) => {
    const url = await serve((_, response) => response.writeHead(status).end('{"message":"?"}'));
    expect(await post(url)).toEqual(lost('server-error'));
  });

  test('a 503 may say how long to wait, too', async () => {
    const url = await serve((_, response) => response.writeHead(503, { 'Retry-After': '30' }).end());
    expect(await post(url)).toEqual(failure({ kind: 'lost', cause: 'server-error', retryAfterMs: 30_000 }));
  });

  test.each([
    ['{"errorCode":6}', { body: { errorCode: 6 } }],
    ['<html>', { body: null, page: true }],
    ['', { body: null }],
  ])('503 with %j is an answer where it is asked for', async (text, said) => {
    const url = await serve((_, response) => response.writeHead(503).end(text));
    expect(await post(url, { readsServerErrors: true })).toEqual({ ok: true, value: { status: 503, ...said } });
  });

  test.each([
    ['HTML', '<html></html>'],
    ['half of a JSON', '{"a":'],
    ['nothing a person would send', '['.repeat(100_000)],
  ])('%s cannot be read', async (_, body) => {
    const url = await serve((__, response) => response.end(body));
    expect(await post(url)).toEqual(lost('unreadable'));
  });

  test('a redirect is not followed', async () => {
    let elsewhere = 0;
    const other = await serve((_, response) => {
      elsewhere += 1;
      response.end('{}');
    });
    const url = await serve((_, response) => response.writeHead(307, { Location: other }).end('{}'));
    expect(await post(url)).toEqual(lost('unreadable'));
    expect(elsewhere).toBe(0);
  });

  test('a body over two megabytes is not read, however it is packed', async () => {
    const body = JSON.stringify(' '.repeat(3 * 1024 * 1024));
    const plain = await serve((_, response) => response.end(body));
    const packed = await serve((_, response) => {
      response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync(body));
    });
    expect(await post(plain)).toEqual(lost('unreadable'));
    expect(await post(packed)).toEqual(lost('unreadable'));
  });

  test('a body cut short of its announced length cannot be read', async () => {
    const url = await serve((_, response) => {
      response.writeHead(200, { 'Content-Length': 100 });
      response.write('{"a":1}', () => response.destroy());
    });
    expect(await post(url)).toEqual(lost('unreadable'));
  });

  test('the environment cannot send requests through a proxy', async () => {
    vi.stubEnv('http_proxy', 'http://127.0.0.1:1');
    vi.stubEnv('HTTP_PROXY', 'http://127.0.0.1:1');
    const url = await serve((_, response) => response.end('{}'));
    expect(await post(url)).toMatchObject({ ok: true });
  });
});

describe('a connection that broke after the request may have left', () => {
  test('no answer in time', async () => {
    const url = await serve(() => {});
    expect(await post(url, { timeoutMs: 150 })).toEqual(lost('timeout'));
  });

  test('an answer that drips on past the deadline', async () => {
    const url = await serve((_, response) => {
      const drip = setInterval(() => response.write(' '), 20);
      response.once('close', () => clearInterval(drip));
    });
    expect(await post(url, { timeoutMs: 150 })).toEqual(lost('timeout'));
  });

  test('the service hangs up without a word', async () => {
    const url = await serve((request) => request.socket.destroy());
    expect(await post(url)).toEqual(lost('dropped'));
  });

  test('the service resets the connection', async () => {
    const url = await serve((request) => request.socket.resetAndDestroy());
    expect(await post(url)).toEqual(lost('dropped'));
  });

  test('the answer is no HTTP', async () => {
    const port = await listen(net.createServer((socket) => socket.once('data', () => socket.end('SSH-2.0-x\r\n'))));
    expect(await post(`http://127.0.0.1:${port}/`)).toEqual(lost('dropped'));
  });
});

describe('a request that certainly never left', () => {
  test('nobody listens', async () => {
    const server: Server = http.createServer();
    const port = await listen(server);
    await new Promise((resolve) => server.close(resolve));
    servers.length = 0;
    expect(await post(`http://127.0.0.1:${port}/`)).toEqual(unreachable);
  });

  test('the name leads nowhere', async () => {
    expect(await post(`http://${'too-long-for-a-label'.repeat(4)}.invalid/`)).toEqual(unreachable);
  });

  test('the peer speaks no TLS', async () => {
    const url = await serve((_, response) => response.end('{}'));
    expect(await post(url.replace('http:', 'https:'))).toEqual(failure({ kind: 'unreachable', tls: 'no-tls' }));
  });

  test('the peer has no certificate to show', async () => {
    const port = await listen(https.createServer());
    expect(await post(`https://127.0.0.1:${port}/`)).toEqual(failure({ kind: 'unreachable', tls: 'no-tls' }));
  });

  test('the deadline passes while TLS is still being agreed on', async () => {
    const port = await listen(net.createServer((socket) => socket.on('error', () => {}).resume()));
    expect(await post(`https://127.0.0.1:${port}/`, { timeoutMs: 150 })).toEqual(unreachable);
  });

  test.each([
    ['an address that is none', 'not an address', {}],
    ['a header that cannot be sent', 'http://127.0.0.1:1/', { headers: { 'X-Token': 'line\nbreak' } }],
  ])('%s', async (_, url, more) => {
    expect(await post(url, more)).toEqual(unreachable);
  });
});

test('a token that the service repeats does not come in, whatever stands around it', async () => {
  const token = 'Mag-7f3a51d2e84b06c9';
  const url = await serve((request, response) => {
    response.statusCode = 422;
    response.end(JSON.stringify({ message: `${request.headers.authorization} / ${token}.`, ok: 'token' }));
  });
  const headers = { Authorization: `Bearer ${token}` };
  expect(await post(url, { headers })).toEqual({
    ok: true,
    value: { status: 422, body: { message: 'Bearer *** / ***.', ok: 'token' } },
  });
  const bare = await post(url, { headers: { Authorization: token, 'X-Short': 'ok' } });
  expect(bare).toMatchObject({ value: { body: { message: '*** / ***.', ok: 'token' } } });
});
