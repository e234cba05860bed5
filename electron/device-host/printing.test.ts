import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { ok } from '../../app/domain/result.ts';
import { type PrinterSettings, printerSchema } from '../../app/settings/printers.ts';
import type { Channel } from '../../printing/transport/channel.ts';
import { Dialogue } from '../../printing/transport/dialogue.ts';
import { interrupted, notStarted, type PrintEnd, type PrintWatch } from '../../printing/transport/job.ts';
import type { Manners } from '../../printing/transport/manners.ts';
import type { Greeted } from '../../printing/transport/stream-job.ts';
import { monotonicMs } from './monotonic.ts';
import { HostPrinting } from './printing.ts';
import type { FromHost } from './protocol.ts';

const first = printerSchema.parse({ kind: 'tcp', host: '10.0.0.1' });
const second = printerSchema.parse({ kind: 'tcp', host: '10.0.0.2' });
const bytes = Uint8Array.of(1);

/** The host's printing with printers that end a job when they are told to. */
function printing() {
  const told: FromHost[] = [];
  const jobs: {
    watch: PrintWatch;
    manners: Manners;
    greeted: Greeted | null;
    end: (end: PrintEnd) => void;
    fail: () => void;
  }[] = [];
  const greetings: { printer: PrinterSettings; answer: (greeted: Greeted | null) => void }[] = [];
  const host = new HostPrinting((message) => told.push(message), {
    printOn: (_printer, _bytes, manners, watch, greeted) =>
      new Promise((resolve, reject) =>
        jobs.push({ watch, manners, greeted, end: resolve, fail: () => reject(new Error('a defect')) }),
      ),
    greet: (printer) => new Promise((resolve) => greetings.push({ printer, answer: resolve })),
  });
  const print = (job: number, printer = first, withinMs: number | null = null, mayStart = false) =>
    host.print({
      kind: 'print',
      job,
      printer,
      bytes,
      isPulse: false,
      withinMs,
      sentAt: monotonicMs(),
      mayStart,
      tells: null,
    });
  const prepare = (preparation: number) =>
    host.prepare({ kind: 'printer-prepare', preparation, printer: first, tells: null });
  return { host, told, jobs, greetings, print, prepare };
}

/** A printer that is connected, and whether it still is. */
function ready(): Greeted & { readonly isClosed: () => boolean } {
  let isClosed = false;
  const close = async () => {
    isClosed = true;
  };
  const channel: Channel = {
    chunkBytes: 1,
    send: async () => ok(undefined),
    listen: () => {},
    close: () => close().then(ok),
    abort: close,
  };
  return { channel, dialogue: new Dialogue(channel), answers: true, isClosed: () => isClosed };
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

describe('a printer that is made ready ahead', () => {
  test('is told of, and goes to the next job as it is', async () => {
    const { told, jobs, greetings, print, prepare } = printing();
    prepare(7);
    await settle();
    const greeted = ready();
    greetings[0]?.answer(greeted);
    await settle();
    expect(told).toEqual([{ kind: 'printer-prepared', preparation: 7, is: true }]);
    void print(1);
    void print(2);
    await settle();
    jobs[0]?.end({ kind: 'unconfirmed' });
    await settle();
    expect(jobs.map((job) => job.greeted)).toEqual([greeted, null]);
    expect(greeted.isClosed()).toBe(false);
  });

  test('is waited for by a job that comes before its answer', async () => {
    const { jobs, greetings, print, prepare } = printing();
    prepare(1);
    void print(1);
    await settle();
    expect(jobs).toEqual([]);
    greetings[0]?.answer(null);
    await settle();
    expect(jobs).toMatchObject([{ greeted: null }]);
  });

  test('waits for the jobs before, and is not needed twice', async () => {
    const { told, jobs, greetings, print, prepare } = printing();
    void print(1);
    prepare(1);
    prepare(2);
    await settle();
    expect(greetings).toEqual([]);
    expect(told).toEqual([{ kind: 'printer-prepared', preparation: 2, is: false }]);
    jobs[0]?.end({ kind: 'unconfirmed' });
    await settle();
    expect(greetings).toMatchObject([{ printer: first }]);
  });

  test('is closed when no job came of it, before it is opened again', async () => {
    const { host, told, jobs, greetings, print, prepare } = printing();
    prepare(1);
    await settle();
    const greeted = ready();
    greetings[0]?.answer(greeted);
    await settle();
    host.release(1);
    void print(1);
    await settle();
    expect(greeted.isClosed()).toBe(true);
    expect(jobs).toMatchObject([{ greeted: null }]);
    expect(told.at(-1)).toEqual({ kind: 'printer-prepared', preparation: 1, is: false });
  });
});

test('a job that main has stored as leaving asks no more', async () => {
  const { told, jobs, print } = printing();
  void print(1, first, null, true);
  await settle();
  expect(await jobs[0]?.watch.starting()).toBe(true);
  expect(told).toEqual([]);
});

test('a printer that was left to close its connection is given no other job before; one that cannot wait is told', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const { told, jobs, print } = printing();
  void print(1);
  void print(2);
  const drawer = print(3, first, 10);
  await settle();
  let close = (): void => {};
  const closed = new Promise<void>((resolve) => {
    close = resolve;
  });
  jobs[0]?.manners.leave(closed);
  jobs[0]?.end({ kind: 'unconfirmed' });
  await settle();
  vi.advanceTimersByTime(10);
  await drawer;
  expect(told).toEqual([
    { kind: 'print-result', job: 1, end: { kind: 'unconfirmed' } },
    { kind: 'print-result', job: 3, end: notStarted('timeout') },
  ]);
  expect(jobs).toHaveLength(1);
  close();
  await settle();
  expect(jobs).toHaveLength(2);
});

test('what a slip teaches of its printer is told once', async () => {
  const { told, jobs, print } = printing();
  void print(1);
  void print(2);
  await settle();
  jobs[0]?.manners.keptOpen();
  jobs[0]?.end({ kind: 'unconfirmed' });
  await settle();
  jobs[1]?.end({ kind: 'unconfirmed' });
  await settle();
  expect(told.filter(({ kind }) => kind === 'printer-learnt')).toEqual([
    { kind: 'printer-learnt', printer: first, tells: false },
  ]);
});
