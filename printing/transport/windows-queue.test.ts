import { describe, expect, test } from 'vitest';
import { fail, ok, type Result } from '../../app/domain/result.ts';
import type { PrintWatch } from './job.ts';
import { printOverSpooler, SPOOL_TIMES } from './spooled-job.ts';
import { windowsQueue } from './windows-queue.ts';
import type { Winspool } from './winspool.ts';

/** A spooler whose job goes through these states, one at each look. */
function spooler(
  jobs: Result<number, number>[],
  printer: Awaited<ReturnType<Winspool['printer']>> = ok({ status: 0, attributes: 0 }),
  submitted: Result<number, number> = ok(1),
) {
  const deleted: number[] = [];
  const spooled: Uint8Array[] = [];
  const winspool: Winspool = {
    names: async () => ['Slips'],
    printer: async () => printer,
    async submit(_, bytes) {
      spooled.push(bytes);
      return submitted;
    },
    job: async () => jobs.shift() ?? ok(0),
    async deleteJob(_, job) {
      deleted.push(job);
    },
  };
  return { winspool, deleted, spooled };
}

function watching() {
  const held: (string | null)[] = [];
  const watch: PrintWatch = {
    starting: async () => true,
    holding: (trouble) => held.push(trouble),
    givenUp: new AbortController().signal,
  };
  return { watch, held };
}

const slip = Uint8Array.of(0x1b, 0x40);
const times = { ...SPOOL_TIMES, lookMs: 1, handOverMs: 20 };

test('a job that the queue knows no more went to the printer', async () => {
  const { winspool, spooled, deleted } = spooler([ok(0x08), ok(0x10), fail(87)]);
  const end = await printOverSpooler(windowsQueue(winspool, 'Slips'), slip, watching().watch, times);
  expect(end).toEqual({ kind: 'unconfirmed' });
  expect([spooled, deleted]).toEqual([[slip], []]);
});

test('a job that waits for paper is held, and goes on', async () => {
  const { watch, held } = watching();
  const { winspool } = spooler([ok(0x10), ok(0x50), ok(0x10), ok(0x80)]);
  expect(await printOverSpooler(windowsQueue(winspool, 'Slips'), slip, watch, times)).toEqual({ kind: 'unconfirmed' });
  expect(held).toEqual(['paper-out', null]);
});

test('a job that does not move is deleted, so that it does not come out later', async () => {
  const { winspool, deleted } = spooler([]);
  const end = await printOverSpooler(windowsQueue(winspool, 'Slips'), slip, watching().watch, times);
  expect(end).toEqual({ kind: 'interrupted', trouble: 'timeout' });
  expect(deleted).toEqual([1]);
});

test('a job that somebody deleted is in doubt', async () => {
  const { winspool } = spooler([ok(0x100)]);
  const end = await printOverSpooler(windowsQueue(winspool, 'Slips'), slip, watching().watch, times);
  expect(end).toMatchObject({ kind: 'interrupted' });
});

test('a job that the queue does not take has not started, although it might have', async () => {
  const { winspool } = spooler([], undefined, fail(1722));
  const end = await printOverSpooler(windowsQueue(winspool, 'Slips'), slip, watching().watch, times);
  expect(end).toEqual({ kind: 'not-started', trouble: 'unreachable' });
});

describe('a printer that would not print gets nothing', () => {
  test.each([
    ['paper-out', ok({ status: 0x10, attributes: 0 })],
    ['cover-open', ok({ status: 0x0040_0010, attributes: 0 })],
    ['error', ok({ status: 0x08, attributes: 0 })],
    ['offline', ok({ status: 0x80, attributes: 0 })],
    ['offline', ok({ status: 0, attributes: 0x400 })],
    ['not-found', fail(1801)],
    ['no-permission', fail(5)],
    ['unreachable', fail(1722)],
    ['failed', fail(31)],
  ] as const)('%s', async (trouble, printer) => {
    const { winspool, spooled } = spooler([], printer);
    const end = await printOverSpooler(windowsQueue(winspool, 'Slips'), slip, watching().watch, times);
    expect(end).toEqual({ kind: 'not-started', trouble });
    expect(spooled).toEqual([]);
  });
});
