import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { type PrinterEmulator, startPrinter } from './printer.ts';

let printer: PrinterEmulator | null = null;

afterEach(async () => {
  await printer?.close();
  printer = null;
});

async function start(): Promise<PrinterEmulator> {
  printer = await startPrinter();
  return printer;
}

async function dial({ host, port }: PrinterEmulator): Promise<Socket> {
  const socket = connect({ host, port });
  await once(socket, 'connect');
  return socket;
}

async function print(to: PrinterEmulator, text: string): Promise<void> {
  const socket = await dial(to);
  socket.resume().end(text);
  await once(socket, 'close');
}

const read = (job: { bytes: Uint8Array }) => Buffer.from(job.bytes).toString();

test('each connection is a job, given out once and in order', async () => {
  const emulator = await start();
  await print(emulator, 'first');
  await print(emulator, 'second');
  expect(read(await emulator.nextJob())).toBe('first');
  expect(read(await emulator.nextJob())).toBe('second');
  const third = emulator.nextJob();
  await print(emulator, 'third');
  expect(await third).toEqual({ bytes: Buffer.from('third'), whole: true });
  expect(emulator.jobs.length).toBe(3);
});

test('a job that breaks off is not whole', async () => {
  const emulator = await start();
  const socket = await dial(emulator);
  // More than the systems' buffers hold: it is through only once the emulator has read from it.
  const half = new Uint8Array(16_000_000);
  await new Promise((through) => socket.write(half, through));
  socket.resetAndDestroy();
  expect((await emulator.nextJob()).whole).toBe(false);
});

test('refusing, it is gone; afterwards it is back at the same port', async () => {
  const emulator = await start();
  await emulator.setMode('refuse');
  await expect(dial(emulator)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  await emulator.setMode('normal');
  await print(emulator, 'slip');
  expect(read(await emulator.nextJob())).toBe('slip');
});

test('stalled, it takes nothing until the mode changes', async () => {
  const emulator = await start();
  await emulator.setMode('stall');
  const printed = print(emulator, 'slip');
  await dial(emulator).then((other) => other.destroy());
  expect(emulator.jobs).toEqual([]);
  await emulator.setMode('normal');
  await printed;
  expect(read(await emulator.nextJob())).toBe('slip');
});

test('slow, it still takes everything', async () => {
  const emulator = await start();
  await emulator.setMode('slow');
  const slip = 'x'.repeat(1500);
  await print(emulator, slip);
  expect(read(await emulator.nextJob())).toBe(slip);
});
