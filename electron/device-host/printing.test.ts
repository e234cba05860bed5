import { expect, onTestFinished, test, vi } from 'vitest';
import { printerSchema } from '../../app/settings/printers.ts';
import { interrupted, notStarted, type PrintEnd, type PrintWatch } from '../../printing/transport/job.ts';
import { HostPrinting } from './printing.ts';
import type { FromHost } from './protocol.ts';

const first = printerSchema.parse({ kind: 'tcp', host: '10.0.0.1' });
const second = printerSchema.parse({ kind: 'tcp', host: '10.0.0.2' });
const bytes = Uint8Array.of(1);

/** The host's printing with printers that end a job when they are told to. */
function printing() {
  const told: FromHost[] = [];
  const jobs: { watch: PrintWatch; end: (end: PrintEnd) => void; fail: () => void }[] = [];
  const host = new HostPrinting(
    (message) => told.push(message),
    (_printer, _bytes, _manners, watch) =>
      new Promise((resolve, reject) => jobs.push({ watch, end: resolve, fail: () => reject(new Error('a defect')) })),
  );
  const print = (job: number, printer = first, withinMs: number | null = null) =>
    host.print({ kind: 'print', job, printer, bytes, withinMs });
  return { host, told, jobs, print };
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('a job asks before it starts, and tells what becomes of it', async () => {
  const { host, told, jobs, print } = printing();
  const done = print(1);
  await settle();
  const mayStart = jobs[0]?.watch.starting();
  expect(told).toEqual([{ kind: 'print-ready', job: 1 }]);
  host.go(1);
  expect(await mayStart).toBe(true);
  jobs[0]?.watch.holding('paper-out');
  jobs[0]?.end({ kind: 'unconfirmed' });
  await done;
  expect(told.slice(1)).toEqual([
    { kind: 'print-holding', job: 1, trouble: 'paper-out' },
    { kind: 'print-result', job: 1, end: { kind: 'unconfirmed' } },
  ]);
});

test('jobs of one printer come one after the other, another printer waits for none of them', async () => {
  const { jobs, print } = printing();
  void print(1);
  void print(2);
  void print(3, second);
  await settle();
  expect(jobs).toHaveLength(2);
  jobs[0]?.end({ kind: 'unconfirmed' });
  await settle();
  expect(jobs).toHaveLength(3);
});

test('a job that is stopped does not start, and one on its way is given up', async () => {
  const { host, jobs, print } = printing();
  void print(1);
  await settle();
  const mayStart = jobs[0]?.watch.starting();
  host.stop(1);
  expect(await mayStart).toBe(false);
  expect(jobs[0]?.watch.givenUp.aborted).toBe(true);
});

test('what cannot begin in time is not wanted any more, and is told at once', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const { told, jobs, print } = printing();
  void print(1);
  const late = print(2, first, 10);
  await settle();
  vi.advanceTimersByTime(10);
  await late;
  expect(told).toEqual([{ kind: 'print-result', job: 2, end: notStarted('timeout') }]);
  void print(3);
  jobs[0]?.end({ kind: 'unconfirmed' });
  await settle();
  expect(jobs).toHaveLength(2);
});

test('a defect ends its job by how far that was, and the next one goes', async () => {
  const { host, told, jobs, print } = printing();
  void print(1);
  void print(2);
  await settle();
  void jobs[0]?.watch.starting();
  host.go(1);
  jobs[0]?.fail();
  await settle();
  jobs[1]?.fail();
  await settle();
  expect(told.filter(({ kind }) => kind === 'print-result')).toEqual([
    { kind: 'print-result', job: 1, end: interrupted('failed') },
    { kind: 'print-result', job: 2, end: notStarted('failed') },
  ]);
});
