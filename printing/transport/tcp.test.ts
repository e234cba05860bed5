import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { startPrinter } from '../../e2e/support/devices/printer.ts';
import type { Channel } from './channel.ts';
import { openTcp } from './tcp.ts';

const cleanUp: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
});

/** A printer that does with a connection whatever `serve` says. */
async function printerThat(serve: (socket: Socket) => void) {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => {});
    serve(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  cleanUp.push(async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, 'close');
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { host: '127.0.0.1', port: address.port };
}

/** A process that listens, takes no connection, and has as many waiting as the system lets wait. */
async function deafPrinter() {
  const listenAndFreeze = `require('node:net').createServer().listen({ port: 0, host: '127.0.0.1', backlog: 1 }, function () {
    process.stdout.write(String(this.address().port));
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  })`;
  const frozen = spawn(process.execPath, ['-e', listenAndFreeze], { stdio: ['ignore', 'pipe', 'inherit'] });
  cleanUp.push(async () => {
    frozen.kill('SIGKILL');
    await once(frozen, 'close');
  });
  const [port] = await once(frozen.stdout, 'data');
  const target = { host: '127.0.0.1', port: Number(port) };
  for (const waiting of [connect(target), connect(target)]) {
    cleanUp.push(async () => waiting.destroy());
    waiting.on('error', () => {});
    await once(waiting, 'connect');
  }
  return target;
}

/** An open channel; `lost` settles when it breaks. */
async function open(target: { host: string; port: number }) {
  const opened = await openTcp(target);
  if (!opened.ok) throw new Error(opened.error);
  const channel: Channel = opened.value;
  cleanUp.push(channel.abort);
  const heard: number[] = [];
  const lost = new Promise<string>((resolve) =>
    channel.listen({ heard: (bytes) => heard.push(...bytes), lost: resolve }),
  );
  return { channel, heard, lost };
}

const slip = Buffer.from('\x1b@Слип\n\x1dV\x01');
/** More than the systems' buffers hold. */
const huge = Buffer.alloc(16_000_000, 'x');

test('nothing listens: unreachable', async () => {
  const printer = await startPrinter();
  cleanUp.push(printer.close);
  await printer.setMode('refuse');
  expect(await openTcp(printer)).toEqual({ ok: false, error: 'unreachable' });
});

test('nobody takes the call: unreachable once the time is up', async () => {
  expect(await openTcp(await deafPrinter(), 100)).toEqual({ ok: false, error: 'unreachable' });
});

test('what is sent arrives, also behind a flood of status that nobody reads', async () => {
  let received = 0;
  const printer = await printerThat((socket) => {
    const chatter = setInterval(() => socket.write(Uint8Array.of(0x14, 0, 0, 0x0f)), 1);
    socket.on('data', (chunk) => {
      received += chunk.length;
      socket.pause();
      setTimeout(() => socket.resume(), 10);
    });
    socket.once('end', () => clearInterval(chatter));
    socket.once('close', () => clearInterval(chatter));
  });
  const { channel } = await open(printer);
  expect(await channel.send(Buffer.alloc(300_000), 60_000)).toEqual({ ok: true, value: undefined });
  expect(await channel.close(60_000)).toEqual({ ok: true, value: undefined });
  expect(received).toBe(300_000);
});

test('what is said is heard', async () => {
  const printer = await printerThat((socket) => socket.once('data', () => socket.end(Uint8Array.of(1, 2))));
  const { channel, heard, lost } = await open(printer);
  await channel.send(slip, 5_000);
  expect(await lost).toBe('failed');
  expect(heard).toEqual([1, 2]);
});

test('a printer that never reads: the bytes do not go, and are taken back', async () => {
  let received = 0;
  const printer = await printerThat((socket) => {
    socket.pause();
    socket.on('data', (chunk) => {
      received += chunk.length;
    });
  });
  const { channel } = await open(printer);
  expect(await channel.send(huge, 100)).toEqual({ ok: false, error: 'timeout' });
  await channel.abort();
  expect(received).toBeLessThan(huge.length);
});

test('one that never hangs up is not closed in order', async () => {
  const printer = await printerThat((socket) => socket.pause());
  const { channel } = await open(printer);
  await channel.send(slip, 5_000);
  expect(await channel.close(100)).toEqual({ ok: false, error: 'timeout' });
});

test('a connection that is reset: sending fails, and so does closing', async () => {
  const printer = await printerThat((socket) => socket.once('data', () => socket.resetAndDestroy()));
  const { channel, lost } = await open(printer);
  expect(await channel.send(huge, 60_000)).toEqual({ ok: false, error: 'failed' });
  expect(await lost).toBe('failed');
  expect(await channel.close(60_000)).toEqual({ ok: false, error: 'failed' });
});
