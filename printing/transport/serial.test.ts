import { afterEach, expect, test } from 'vitest';
import { startSerialPrinter } from '../../e2e/support/devices/serial-printer.ts';
import { openPort } from '../../native/serial/port.ts';
import type { OpenChannel } from './channel.ts';
import type { PrintWatch } from './job.ts';
import { Manners } from './manners.ts';
import { serialChannel } from './serial.ts';
import { printOverStream, STREAM_TIMES } from './stream-job.ts';

const cleanUp: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
});

async function plugged() {
  const printer = await startSerialPrinter();
  cleanUp.push(printer.close);
  return printer;
}

const slip = Buffer.from('\x1b@Слип\n\x1dV\x01', 'latin1');
const long = Buffer.from(`\x1b@${'Товар за 100\n'.repeat(20_000)}\x1dV\x01`, 'latin1');
const times = { ...STREAM_TIMES, pollMs: 10 };
const hasty = { ...times, firstAnswerMs: 100, chunkMs: 200 };

const watch: PrintWatch = {
  starting: async () => true,
  holding: () => {},
  givenUp: new AbortController().signal,
};

function print(portPath: string, bytes: Uint8Array, within = times, watching = watch) {
  const open: OpenChannel = async () => {
    const opened = await openPort(portPath, { baudRate: 115_200 }, 'dropped');
    return opened.ok ? { ok: true, value: serialChannel(opened.value) } : opened;
  };
  return printOverStream(open, bytes, new Manners('auto'), watching, within);
}

test('slips are confirmed and come out as they are, each over a port of its own', async () => {
  const printer = await plugged();
  expect(await print(printer.portPath, slip)).toEqual({ kind: 'confirmed', paperLow: false });
  expect(await print(printer.portPath, long)).toEqual({ kind: 'confirmed', paperLow: false });
  expect(printer.slips).toEqual([slip, long]);
});

test('a printer out of paper gets nothing', async () => {
  const printer = await plugged();
  printer.set({ linesLeft: 0 });
  expect(await print(printer.portPath, slip)).toEqual({ kind: 'not-started', trouble: 'paper-out' });
});

test('a cable that is not there: the slip does not start', async () => {
  const printer = await plugged();
  await printer.unplug();
  expect(await print(printer.portPath, slip)).toEqual({ kind: 'not-started', trouble: 'not-found' });
});

test('a cable that is pulled in mid-slip interrupts it; back, it prints only what comes next', async () => {
  const printer = await plugged();
  let unplugged: Promise<void> | null = null;
  const watching: PrintWatch = {
    ...watch,
    async starting() {
      printer.stall(true);
      setImmediate(() => {
        unplugged = printer.unplug();
      });
      return true;
    },
  };
  expect(await print(printer.portPath, long, times, watching)).toMatchObject({ kind: 'interrupted' });
  await unplugged;
  printer.stall(false);
  await printer.replug();
  expect(await print(printer.portPath, slip)).toMatchObject({ kind: 'confirmed' });
  const [paper = Buffer.of()] = printer.slips;
  expect(Buffer.from(paper).subarray(-slip.length)).toEqual(slip);
  expect(paper.length).toBeLessThan(long.length);
});

test('a printer that takes nothing: the slip is interrupted in time', async () => {
  const printer = await plugged();
  printer.stall(true);
  expect(await print(printer.portPath, long, hasty)).toEqual({ kind: 'interrupted', trouble: 'timeout' });
});
