import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { type PrinterEmulator, startPrinter } from '../e2e/support/devices/printer.ts';
import { sendOverTcp } from './tcp.ts';

const cleanUp: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
});

async function emulator(): Promise<PrinterEmulator> {
  const printer = await startPrinter();
  cleanUp.push(printer.close);
  return printer;
}

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

const slip = Buffer.from('\x1b@Слип\n\x1dV\x01');
const long = Buffer.alloc(300_000, 'x');
const patient = { connectMs: 5_000, sendMs: 60_000 };
const hasty = { connectMs: 5_000, sendMs: 100 };

test('the bytes arrive as they are, as one job', async () => {
  const printer = await emulator();
  expect(await sendOverTcp(slip, printer)).toEqual({ ok: true, value: 'sent' });
  expect(printer.jobs).toEqual([{ bytes: slip, whole: true }]);
});

test('a slow printer gets everything', async () => {
  const printer = await emulator();
  await printer.setMode('slow');
  const job = long.subarray(0, 2_000);
  expect(await sendOverTcp(job, printer, patient)).toEqual({ ok: true, value: 'sent' });
  expect((await printer.nextJob()).bytes.length).toBe(job.length);
});

test('a printer that reports its status all the time gets everything', async () => {
  let received = 0;
  const printer = await printerThat((socket) => {
    const chatter = setInterval(() => socket.write(Uint8Array.of(0x16)), 1);
    socket.on('data', (chunk) => {
      received += chunk.length;
      socket.pause();
      setTimeout(() => socket.resume(), 10);
    });
    socket.once('end', () => clearInterval(chatter));
    socket.once('close', () => clearInterval(chatter));
  });
  expect(await sendOverTcp(long, printer, patient)).toEqual({ ok: true, value: 'sent' });
  expect(received).toBe(long.length);
});

test('nothing listens: unreachable', async () => {
  const printer = await emulator();
  await printer.setMode('refuse');
  expect(await sendOverTcp(slip, printer)).toEqual({ ok: false, error: 'unreachable' });
});

test('nobody takes the call: unreachable once the time is up', async () => {
  const printer = await deafPrinter();
  expect(await sendOverTcp(slip, printer, { connectMs: 100, sendMs: 5_000 })).toEqual({
    ok: false,
    error: 'unreachable',
  });
});

test('a printer that never reads: timeout, and the rest of the slip does not come out later', async () => {
  const printer = await emulator();
  await printer.setMode('stall');
  // More than the systems' buffers hold, so that a part is still on this side.
  const job = Buffer.alloc(16_000_000, 'x');
  expect(await sendOverTcp(job, printer, hasty)).toEqual({ ok: false, error: 'timeout' });
  await printer.setMode('normal');
  await sendOverTcp(slip, printer);
  const whole = printer.jobs.filter((one) => one.whole).map(({ bytes }) => bytes);
  expect(whole).toEqual([slip]);
});

test('a slip that fits into the buffers of a printer that never reads is not sent either', async () => {
  const printer = await emulator();
  await printer.setMode('stall');
  expect(await sendOverTcp(slip, printer, hasty)).toEqual({ ok: false, error: 'timeout' });
});

test('a printer that talks but never reads: timeout', async () => {
  const printer = await printerThat((socket) => {
    socket.pause();
    const chatter = setInterval(() => socket.write(Uint8Array.of(0x16)), 5);
    socket.once('close', () => clearInterval(chatter));
  });
  expect(await sendOverTcp(slip, printer, hasty)).toEqual({ ok: false, error: 'timeout' });
});

test('a connection that is reset in the middle: failed', async () => {
  const printer = await printerThat((socket) => socket.once('data', () => socket.resetAndDestroy()));
  expect(await sendOverTcp(Buffer.alloc(16_000_000), printer, patient)).toEqual({ ok: false, error: 'failed' });
});

test('a busy printer that hangs up at once: failed, though the bytes left', async () => {
  const printer = await printerThat((socket) => socket.destroy());
  expect(await sendOverTcp(slip, printer)).toEqual({ ok: false, error: 'failed' });
});

test('a printer that hangs up in the middle: failed', async () => {
  const printer = await printerThat((socket) => socket.once('data', () => socket.destroy()));
  expect(await sendOverTcp(Buffer.alloc(16_000_000), printer, patient)).toEqual({ ok: false, error: 'failed' });
});
