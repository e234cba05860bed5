import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Cups, startCups } from '../../e2e/support/devices/cups.ts';
import { type PrinterEmulator, startPrinter } from '../../e2e/support/devices/printer.ts';
import { cupsQueue, cupsQueues } from './cups.ts';
import { ippClient } from './ipp-client.ts';
import type { PrintWatch } from './job.ts';
import { printOverSpooler, SPOOL_TIMES, type SpoolTimes } from './spooled-job.ts';

let printer: PrinterEmulator;
let cups: Cups;

beforeAll(async () => {
  printer = await startPrinter();
  cups = await startCups(printer);
});

afterAll(async () => {
  await cups.close();
  await printer.close();
});

beforeEach(() => printer.setMode('normal'));

const slip = Buffer.from('\x1b@Слип\n\x1dV\x01', 'latin1');
const times: SpoolTimes = { ...SPOOL_TIMES, lookMs: 20 };
const watch: PrintWatch = {
  starting: async () => true,
  holding: () => {},
  givenUp: new AbortController().signal,
};

function print(queue = cups.queue, within = times, watching = watch) {
  return printOverSpooler(cupsQueue(ippClient(cups.server), queue), slip, watching, within);
}

test('the bytes arrive as they are; that paper came out nobody says', async () => {
  expect(await print()).toEqual({ kind: 'unconfirmed' });
  expect(await printer.nextJob()).toEqual({ bytes: slip, whole: true });
});

test('its queues are found by name', async () => {
  expect(await cupsQueues(ippClient(cups.server))).toEqual([cups.queue]);
});

test('a queue that is not there: the slip does not start', async () => {
  expect(await print('nobody')).toEqual({ kind: 'not-started', trouble: 'not-found' });
});

test('a service that is not there: the slip does not start, and no queues are found', async () => {
  const nobody = ippClient('/dev/null/x');
  expect(await printOverSpooler(cupsQueue(nobody, cups.queue), slip, watch)).toEqual({
    kind: 'not-started',
    trouble: 'unreachable',
  });
  expect(await cupsQueues(nobody)).toEqual([]);
});

test('a device that cannot be reached: the job is taken back, and does not come out by itself later', async () => {
  const before = printer.jobs.length;
  await printer.setMode('refuse');
  expect(await print(cups.queue, { ...times, handOverMs: 200 })).toEqual({ kind: 'interrupted', trouble: 'timeout' });
  await printer.setMode('normal');
  expect(await print()).toEqual({ kind: 'unconfirmed' });
  await printer.nextJob();
  expect(printer.jobs.length).toBe(before + 1);
});

test('a slip that is given up is taken back', async () => {
  await printer.setMode('refuse');
  const giveUp = new AbortController();
  const ended = print(cups.queue, times, {
    ...watch,
    givenUp: giveUp.signal,
    async starting() {
      setImmediate(() => giveUp.abort());
      return true;
    },
  });
  expect(await ended).toMatchObject({ kind: 'interrupted' });
});
