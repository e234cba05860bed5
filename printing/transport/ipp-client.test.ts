import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { encodeRequest, type IppRequest } from './ipp.ts';
import { ippClient } from './ipp-client.ts';

const question: IppRequest = { operation: 'getPrinterAttributes', attributes: [] };

/** Asks a service that answers as told, once. */
async function ask(answer: RequestListener, answerMs = 5_000) {
  const server = createServer(answer);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return ippClient(`127.0.0.1:${address.port}`, answerMs)('/printers/slips', question);
}

/** An answer without attributes. */
function answering(status: number): Buffer {
  const bytes = encodeRequest(question, 1);
  bytes.writeUInt16BE(status, 2);
  return bytes;
}

test('the request arrives as IPP at the resource that was named', async () => {
  const heard: unknown[] = [];
  const answer = await ask((request, response) => {
    heard.push(request.method, request.url, request.headers['content-type']);
    response.end(answering(0));
  });
  expect(answer).toMatchObject({ ok: true, value: { status: 0 } });
  expect(heard).toEqual(['POST', '/printers/slips', 'application/ipp']);
});

test('what the service refuses is refused by its own number', async () => {
  expect(await ask((_, response) => response.end(answering(0x0406)))).toEqual({
    ok: false,
    error: { kind: 'refused', status: 0x0406 },
  });
  expect(await ask((_, response) => response.writeHead(401).end())).toEqual({
    ok: false,
    error: { kind: 'refused', status: 401 },
  });
});

test('an answer that never comes is lost: the request may have been done', async () => {
  expect(await ask(() => {}, 100)).toEqual({ ok: false, error: { kind: 'lost' } });
});

test('so is one that breaks off', async () => {
  const answer = await ask((_, response) => {
    response.writeHead(200, { 'Content-Length': 100 });
    response.write('half');
    response.socket?.destroy();
  });
  expect(answer).toEqual({ ok: false, error: { kind: 'lost' } });
});

test('so is one that is no IPP', async () => {
  expect(await ask((_, response) => response.end('<html>'))).toEqual({ ok: false, error: { kind: 'lost' } });
});

test('where nobody listens nothing was done', async () => {
  expect(await ippClient('127.0.0.1:1')('/', question)).toEqual({ ok: false, error: { kind: 'unreachable' } });
});
