import { spawnSync } from 'node:child_process';
import dns from 'node:dns';
import { writeFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { TlsFault } from '../../domain/tls-fault.ts';
import { type Authority, type Identity, makeAuthority } from '../../testing/certificates.ts';
import { temporaryFolder } from '../../testing/folder.ts';
import { type HttpRequest, send } from './send.ts';

const later: (() => void)[] = [];
let folder: string;
let authority: Authority;
let stranger: Authority;

beforeAll(() => {
  folder = temporaryFolder((task) => later.push(task));
  authority = makeAuthority(path.join(folder, 'own'));
  stranger = makeAuthority(path.join(folder, 'stranger'));
});

afterAll(() => {
  for (const task of later) task();
});

/** A service that shows who it is, and notes every request. */
async function serve(
  { key, cert }: Pick<Identity, 'key' | 'cert'>,
  options: https.ServerOptions = {},
): Promise<{ url: string; asked: http.IncomingMessage[] }> {
  const asked: http.IncomingMessage[] = [];
  const server = https.createServer({ key, cert, ...options }, (request, response) => {
    asked.push(request);
    response.end('{"ok":true}');
  });
  return { url: `https://127.0.0.1:${await listen(server)}/`, asked };
}

async function listen(server: net.Server, host = '127.0.0.1', port = 0): Promise<number> {
  await new Promise<void>((resolve) => server.listen(port, host, resolve));
  onTestFinished(() => {
    server.close();
    if (server instanceof http.Server || server instanceof https.Server) server.closeAllConnections();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

function post(url: string, more: Partial<HttpRequest> = {}) {
  return send({ method: 'POST', url, headers: { 'X-Token': 'secret' }, body: { json: {} }, timeoutMs: 5_000, ...more });
}

const unreachable = (tls: TlsFault) => ({ ok: false, error: { kind: 'unreachable', tls } });

describe('whom a till trusts', () => {
  test('a root of its own by the setting, in PEM or in DER', async () => {
    const { url, asked } = await serve(authority.issue());
    const { root } = authority;
    expect(await post(url, { caFile: root.file })).toMatchObject({ ok: true, value: { body: { ok: true } } });
    const der = path.join(folder, 'root.der');
    writeFileSync(der, Buffer.from(root.cert.replace(/-----[A-Z ]+-----|\s/g, ''), 'base64'));
    expect(await post(url, { caFile: der })).toMatchObject({ ok: true });
    expect(asked).toHaveLength(2);
  });

  test.each<[string, TlsFault, () => Pick<Identity, 'key' | 'cert'>]>([
    ['a certificate of its own hand', 'unknown-issuer', () => stranger.root],
    ['one of a root nobody knows', 'unknown-issuer', () => stranger.issue()],
    ['one whose time is over', 'expired', () => authority.issue({ from: -10, till: -1 })],
    ['one whose time is yet to come', 'not-yet-valid', () => authority.issue({ from: 1, till: 10 })],
    ['one of another host', 'other-host', () => authority.issue({ host: 'maxbonus.example' })],
    ['one that is not for servers', 'wrong-purpose', () => authority.issue({ use: 'clientAuth' })],
    ['one of another address', 'other-host', () => authority.issue({ host: '127.0.0.2' })],
  ])('not %s, which is told as «%s», and nothing is sent', async (_what, fault, identity) => {
    const { url, asked } = await serve(identity());
    expect(await post(url, { caFile: authority.root.file })).toEqual(unreachable(fault));
    expect(asked).toEqual([]);
  });

  test('not one that speaks only what is too old', async () => {
    const { url } = await serve(authority.issue(), {
      maxVersion: 'TLSv1.1',
      minVersion: 'TLSv1',
      ciphers: 'ALL@SECLEVEL=0',
    });
    expect(await post(url, { caFile: authority.root.file })).toEqual(unreachable('no-tls'));
  });

  test('nor is anything taken by one that wants a certificate of the till', async () => {
    const wants = { requestCert: true, rejectUnauthorized: true, ca: authority.root.cert };
    for (const maxVersion of ['TLSv1.2', 'TLSv1.3'] as const) {
      const { url, asked } = await serve(authority.issue(), { ...wants, maxVersion });
      const failed = await post(url, { caFile: authority.root.file });
      expect(failed).toMatchObject({ ok: false, error: { kind: 'unreachable', tls: expect.any(String) } });
      expect(asked).toEqual([]);
    }
  });

  test('nobody over plain HTTP at a port for HTTPS', async () => {
    const port = await listen(http.createServer((_, response) => response.end('{}')));
    expect(await post(`https://127.0.0.1:${port}/`)).toEqual(unreachable('no-tls'));
  });

  test.each([
    ['is not there', 'nowhere.pem', null],
    ['holds no certificate', 'empty.pem', ''],
    ['is no certificate', 'text.pem', 'hello'],
    ['holds a broken one', 'broken.pem', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'],
  ])('a file of roots that %s is told', async (_what, name, text) => {
    const caFile = path.join(folder, name);
    if (text !== null) writeFileSync(caFile, text);
    const { url, asked } = await serve(authority.issue());
    expect(await post(url, { caFile })).toEqual(unreachable('ca-file'));
    expect(asked).toEqual([]);
  });

  test('the checks cannot be switched off from outside, nor a root be added', () => {
    const script = `
      import https from 'node:https';
      import { readFileSync } from 'node:fs';
      import { send } from ${JSON.stringify(path.join(import.meta.dirname, 'send.ts'))};
      const [key, cert] = process.argv.slice(1).map((file) => readFileSync(file));
      let asked = 0;
      const server = https.createServer({ key, cert }, (_, response) => { asked += 1; response.end('{}'); });
      server.listen(0, '127.0.0.1', async () => {
        const url = 'https://127.0.0.1:' + server.address().port + '/';
        const answer = await send({ method: 'POST', url, headers: {}, body: { json: {} }, timeoutMs: 5000 });
        process.stdout.write(JSON.stringify([asked, answer]));
        server.close();
      });`;
    const leaf = stranger.issue();
    const keyFile = path.join(folder, 'outside.key');
    writeFileSync(keyFile, leaf.key);
    const env = {
      ...process.env,
      NODE_TLS_REJECT_UNAUTHORIZED: '0',
      NODE_EXTRA_CA_CERTS: stranger.root.file,
      SSL_CERT_FILE: stranger.root.file,
      NODE_NO_WARNINGS: '1',
    };
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ['--input-type=module', '--eval', script, keyFile, leaf.file],
      { env, encoding: 'utf8', cwd: path.resolve(import.meta.dirname, '../../..') },
    );
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual([0, unreachable('unknown-issuer')]);
  });

  test.each([301, 302, 303, 307, 308])('a %i to another host takes no token there', async (status) => {
    const there = await serve(authority.issue());
    const server = https.createServer(authority.issue(), (_, response) =>
      response.writeHead(status, { Location: there.url }).end(),
    );
    const url = `https://127.0.0.1:${await listen(server)}/`;
    expect(await post(url, { caFile: authority.root.file })).toMatchObject({
      error: { kind: 'lost', cause: 'unreadable' },
    });
    expect(there.asked).toEqual([]);
  });
});

describe('what a service may cost', () => {
  test('headers beyond the first hundred are not read', async () => {
    const port = await listen(
      net.createServer((socket) => {
        socket.once('data', () => {
          const many = Array.from({ length: 1_500 }, (_, place) => `a${place}: 1`).join('\r\n');
          socket.end(`HTTP/1.1 429 Too Many Requests\r\nContent-Length: 0\r\n${many}\r\nRetry-After: 7\r\n\r\n`);
        });
        socket.on('error', () => {});
      }),
    );
    const answer = await post(`http://127.0.0.1:${port}/`);
    expect(answer).toMatchObject({ error: { kind: 'throttled' } });
    expect(answer).not.toMatchObject({ error: { retryAfterMs: 7_000 } });
  });

  test('a head of more than sixteen kilobytes is no answer', async () => {
    const port = await listen(
      http.createServer({ maxHeaderSize: 1e6 }, (_, response) =>
        response.writeHead(200, { X: 'y'.repeat(20_000) }).end('{}'),
      ),
    );
    expect(await post(`http://127.0.0.1:${port}/`)).toMatchObject({ error: { kind: 'lost' } });
  });

  test('a small answer that unpacks to more than two megabytes is no answer', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000, ' '));
    const port = await listen(
      http.createServer((_, response) => response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(bomb)),
    );
    expect(await post(`http://127.0.0.1:${port}/`)).toEqual({
      ok: false,
      error: { kind: 'lost', cause: 'unreadable' },
    });
  });
});

test('the first of two addresses is waited for longer than a quarter of a second', async () => {
  const port = await listen(
    http.createServer((_, response) => response.end('{"slow":true}')),
    '127.0.0.2',
  );
  const lookup = vi.spyOn(dns, 'lookup');
  onTestFinished(() => lookup.mockRestore());
  lookup.mockImplementation(((_host: string, _options: object, found: (...results: unknown[]) => void) => {
    // Nobody is at the second address.
    setImmediate(found, null, [
      { address: '127.0.0.2', family: 4 },
      { address: '127.0.0.3', family: 4 },
    ]);
  }) as never);
  const connect = vi.spyOn(net.Socket.prototype, 'connect');
  onTestFinished(() => connect.mockRestore());
  expect(await post(`http://shop.example:${port}/`, { timeoutMs: 6_000 })).toMatchObject({
    value: { body: { slow: true } },
  });
  expect(connect.mock.calls[0]?.flat()[0]).toMatchObject({ autoSelectFamilyAttemptTimeout: 2_000 });
});
