import { afterEach, describe, expect, test, vi } from 'vitest';
import { type PrinterEmulator, startPrinter } from '../../e2e/support/devices/printer.ts';
import type { PrinterCondition } from '../../e2e/support/devices/printer-engine.ts';
import type { PrintWatch } from './job.ts';
import { Manners } from './manners.ts';
import { pulseAtOnce } from './status.ts';
import { printOverStream, pulseOverStream, STREAM_TIMES, type StreamTimes } from './stream-job.ts';
import { openTcp } from './tcp.ts';

const cleanUp: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
});

async function emulator(condition: Partial<PrinterCondition> = {}): Promise<PrinterEmulator> {
  const printer = await startPrinter(condition);
  cleanUp.push(printer.close);
  return printer;
}

/** Watches a job that may start, and waits for what it tells. */
function watching(mayStart = true) {
  const told: (string | null)[] = [];
  const starts = vi.fn(async () => mayStart);
  const giveUp = new AbortController();
  const watch: PrintWatch = {
    starting: starts,
    holding: (trouble) => told.push(trouble),
    givenUp: giveUp.signal,
  };
  const holds = (trouble: string | null) => expect.poll(() => told.at(-1)).toBe(trouble);
  return { watch, told, starts, holds, giveUp };
}

const slip = Buffer.from('\x1b@Слип\n\x1dV\x01', 'latin1');
/** Of a hundred lines. */
const long = Buffer.from(`\x1b@${'Товар\n'.repeat(100)}\x1dV\x01`, 'latin1');
const times: StreamTimes = { ...STREAM_TIMES, pollMs: 10 };
const hasty: StreamTimes = { ...times, answerMs: 100, firstAnswerMs: 100, chunkMs: 100, fenceMs: 50, holdMs: 50 };

function print(
  printer: PrinterEmulator,
  watch: PrintWatch = watching().watch,
  { bytes = slip, manners = new Manners('auto'), within = times } = {},
) {
  return printOverStream(() => openTcp(printer), bytes, manners, watch, within);
}

describe('a printer that answers', () => {
  test('confirms the slip, which arrives as it is, as one job', async () => {
    const printer = await emulator();
    expect(await print(printer)).toEqual({ kind: 'confirmed', paperLow: false });
    expect(printer.jobs).toEqual([{ bytes: slip, whole: true }]);
  });

  test('says that its paper is near the end', async () => {
    expect(await print(await emulator({ paperLow: true }))).toEqual({ kind: 'confirmed', paperLow: true });
  });

  test.each([
    ['paper-out', { linesLeft: 0 }],
    ['cover-open', { coverOpen: true }],
    ['cutter', { cutterJammed: true }],
    ['offline', { offline: true }],
  ] as const)('gets nothing while it is not ready: %s', async (trouble, condition) => {
    const printer = await emulator(condition);
    const { watch, starts } = watching();
    expect(await print(printer, watch)).toEqual({ kind: 'not-started', trouble });
    expect(starts).not.toHaveBeenCalled();
    expect(printer.jobs).toEqual([]);
  });

  test('out of paper in mid-slip, it is waited for, and the slip comes out once and whole', async () => {
    const printer = await emulator({ linesLeft: 40 });
    const { watch, holds } = watching();
    const ended = print(printer, watch, { bytes: long });
    await holds('paper-out');
    printer.set({ coverOpen: true });
    await holds('cover-open');
    printer.set({ linesLeft: 500, coverOpen: false });
    expect(await ended).toEqual({ kind: 'confirmed', paperLow: false });
    expect(printer.jobs).toEqual([{ bytes: long, whole: true }]);
  });

  test('is not waited for without end', async () => {
    const printer = await emulator({ linesLeft: 40 });
    const end = await print(printer, undefined, { bytes: long, within: hasty });
    expect(end).toEqual({ kind: 'interrupted', trouble: 'paper-out' });
  });

  test('can be given up while it waits for paper', async () => {
    const printer = await emulator({ linesLeft: 40 });
    const { watch, holds, giveUp } = watching();
    const ended = print(printer, watch, { bytes: long });
    await holds('paper-out');
    giveUp.abort();
    expect(await ended).toMatchObject({ kind: 'interrupted' });
  });

  test('loses not a byte by reporting its status all the time', async () => {
    const printer = await emulator();
    await printer.setMode('chatty');
    const bytes = Buffer.alloc(300_000, 'x');
    expect(await print(printer, undefined, { bytes })).toMatchObject({ kind: 'confirmed' });
    expect((await printer.nextJob()).bytes.length).toBe(bytes.length);
  });

  test('may be slow', async () => {
    const printer = await emulator();
    await printer.setMode('slow');
    expect(await print(printer, undefined, { bytes: long })).toMatchObject({ kind: 'confirmed' });
    expect((await printer.nextJob()).bytes.length).toBe(long.length);
  });

  test('but knows no fence leaves the slip unconfirmed, without a wait the next time', async () => {
    const printer = await emulator({ answers: 'no-fence' });
    const manners = new Manners('auto');
    expect(await print(printer, undefined, { manners, within: hasty })).toEqual({ kind: 'unconfirmed' });
    expect(await print(printer, undefined, { manners })).toEqual({ kind: 'unconfirmed' });
    expect(printer.jobs.map(({ bytes }) => bytes)).toEqual([slip, slip]);
  });

  test('and is known to answer the fence, but does not, leaves the slip in doubt', async () => {
    const printer = await emulator();
    const manners = new Manners('auto');
    await print(printer, undefined, { manners });
    printer.set({ answers: 'no-fence' });
    for (const _slip of [1, 2]) {
      expect(await print(printer, undefined, { manners, within: hasty })).toEqual({
        kind: 'interrupted',
        trouble: 'timeout',
      });
    }
  });

  test('and then falls silent is not there: the slip does not start', async () => {
    const printer = await emulator();
    const manners = new Manners('auto');
    await print(printer, undefined, { manners });
    await printer.setMode('stall');
    expect(await print(printer, undefined, { manners, within: hasty })).toEqual({
      kind: 'not-started',
      trouble: 'timeout',
    });
  });

  test('and dies in mid-slip interrupts it', async () => {
    const printer = await emulator();
    await printer.setMode('reset');
    const bytes = Buffer.alloc(64_000, 'x');
    expect(await print(printer, undefined, { bytes })).toEqual({ kind: 'interrupted', trouble: 'failed' });
  });

  test('and vanishes while the fence is waited for interrupts it at once', async () => {
    const printer = await emulator({ linesLeft: 40 });
    const { watch, holds } = watching();
    const ended = print(printer, watch, { bytes: long });
    await holds('paper-out');
    await printer.setMode('refuse');
    expect(await ended).toEqual({ kind: 'interrupted', trouble: 'failed' });
  });
});

describe('a printer that never answers', () => {
  test('gets the slip, and nobody says that it came out', async () => {
    const printer = await emulator({ answers: 'nothing' });
    expect(await print(printer, undefined, { within: hasty })).toEqual({ kind: 'unconfirmed' });
    expect(printer.jobs).toEqual([{ bytes: slip, whole: true }]);
  });

  test('is not there when it is known to answer', async () => {
    const printer = await emulator({ answers: 'nothing' });
    const end = await print(printer, undefined, { manners: new Manners('always'), within: hasty });
    expect(end).toEqual({ kind: 'not-started', trouble: 'timeout' });
    expect(printer.jobs).toEqual([]);
  });

  test('is asked no questions when it is known not to', async () => {
    const printer = await emulator();
    expect(await print(printer, undefined, { manners: new Manners('none') })).toEqual({ kind: 'unconfirmed' });
  });

  test('is believed again as soon as it answers', async () => {
    const printer = await emulator({ answers: 'nothing' });
    const manners = new Manners('auto');
    await print(printer, undefined, { manners, within: hasty });
    printer.set({ answers: 'everything' });
    expect(await print(printer, undefined, { manners })).toEqual({ kind: 'confirmed', paperLow: false });
  });

  test('nor hangs up leaves one slip in doubt, and no other: they end before its connection does', async () => {
    const printer = await emulator();
    await printer.setMode('stall');
    const manners = new Manners('auto');
    expect(await print(printer, undefined, { manners, within: hasty })).toEqual({
      kind: 'interrupted',
      trouble: 'timeout',
    });
    expect(manners.tells).toBe(false);
    const patient = { ...hasty, chunkMs: 60_000 };
    expect(await print(printer, undefined, { manners, within: patient })).toEqual({ kind: 'unconfirmed' });
    expect(manners.leaving).not.toBeNull();
    await printer.setMode('normal');
    await manners.leaving;
    expect(printer.jobs.filter(({ whole }) => whole)).toEqual([{ bytes: slip, whole: true }]);
    expect(manners.tells).toBe(true);
  });

  test.each([
    ['answered once', (manners: Manners) => manners.heard()],
    ['hung up once', (manners: Manners) => manners.hungUp()],
  ])('any more, though it %s, leaves its slip in doubt', async (_, once) => {
    const printer = await emulator();
    const taught = new Manners('auto');
    once(taught);
    const manners = new Manners('auto', taught.tells);
    await printer.setMode('stall');
    for (const _slip of [1, 2]) {
      expect(await print(printer, undefined, { manners, within: hasty })).toEqual({
        kind: 'interrupted',
        trouble: 'timeout',
      });
    }
  });

  test('and is stuck: what does not fit into the buffers does not come out later', async () => {
    const printer = await emulator();
    await printer.setMode('stall');
    const bytes = Buffer.alloc(16_000_000, 'x');
    expect(await print(printer, undefined, { bytes, within: hasty })).toMatchObject({ kind: 'interrupted' });
    await printer.setMode('normal');
    await print(printer);
    expect(printer.jobs.filter(({ whole }) => whole).map((job) => job.bytes)).toEqual([slip]);
  });
});

describe('a printer that answers only a part of what it is asked', () => {
  test.each([[[1]], [[2]], [[4]], [[1, 2]], [[1, 4]], [[2, 4]], [[1, 3]]])(
    'to parts %j prints slip after slip as if it answered nothing',
    async (answersTo) => {
      const printer = await emulator({ answersTo });
      const manners = new Manners('auto');
      for (const _slip of [1, 2, 3]) {
        expect(await print(printer, undefined, { manners, within: hasty })).toEqual({ kind: 'unconfirmed' });
      }
      expect(printer.jobs.filter(({ whole }) => whole)).toHaveLength(3);
      expect(manners.tells).toBe(true);
    },
  );

  test('and to no part but the cause of an error is not needed to say that it is well', async () => {
    const printer = await emulator({ answersTo: [1, 2, 4] });
    expect(await print(printer)).toEqual({ kind: 'confirmed', paperLow: false });
    printer.set({ cutterJammed: true });
    expect(await print(printer, undefined, { within: hasty })).toEqual({ kind: 'not-started', trouble: 'error' });
  });

  test('is waited for where it told all before', async () => {
    const printer = await emulator();
    const manners = new Manners('auto');
    await print(printer, undefined, { manners });
    printer.set({ answersTo: [1] });
    const end = await print(printer, undefined, { manners, within: hasty });
    expect(end).toEqual({ kind: 'not-started', trouble: 'timeout' });
    printer.set({ answersTo: [1, 2, 3, 4] });
    expect(await print(printer, undefined, { manners })).toEqual({ kind: 'confirmed', paperLow: false });
  });
});

describe('the drawer', () => {
  const pulse = Buffer.from('\x1bp\0\x19\xfa', 'latin1');
  const open = (printer: PrinterEmulator, watch = watching().watch) =>
    pulseOverStream(() => openTcp(printer), { pulse, atOnce: pulseAtOnce(2) }, new Manners('auto'), watch, times);

  test('opens at a printer that is well as a slip is printed', async () => {
    const printer = await emulator();
    expect(await open(printer)).toEqual({ kind: 'confirmed', paperLow: false });
    expect(printer.jobs).toEqual([{ bytes: pulse, whole: true }]);
  });

  test.each([
    ['out of paper', { linesLeft: 0 }],
    ['open', { coverOpen: true }],
    ['offline', { offline: true }],
  ] as const)('opens at once at a printer that is %s, and not with the next roll', async (_name, condition) => {
    const printer = await emulator(condition);
    expect(await open(printer)).toEqual({ kind: 'unconfirmed' });
    expect(await printer.nextJob()).toEqual({ bytes: Buffer.from([0x10, 0x14, 1, 0, 1]), whole: true });
    printer.set({ linesLeft: 500, coverOpen: false, offline: false });
    expect(printer.jobs).toHaveLength(1);
  });

  test('stays shut at a printer that stands in an error, and that is told', async () => {
    const printer = await emulator({ cutterJammed: true });
    expect(await open(printer)).toEqual({ kind: 'not-started', trouble: 'cutter' });
    expect(printer.jobs).toEqual([]);
  });

  test('stays shut when it was given up before', async () => {
    const printer = await emulator({ linesLeft: 0 });
    expect(await open(printer, watching(false).watch)).toEqual({ kind: 'not-started', trouble: 'paper-out' });
    expect(printer.jobs).toEqual([]);
  });
});

test('a printer that is not there: the slip does not start', async () => {
  const printer = await emulator();
  await printer.setMode('refuse');
  expect(await print(printer)).toEqual({ kind: 'not-started', trouble: 'unreachable' });
});

test('what may not start does not: not a byte leaves', async () => {
  const printer = await emulator();
  expect(await print(printer, watching(false).watch)).toMatchObject({ kind: 'not-started' });
  expect(printer.jobs).toEqual([]);
});

test('what was given up before it began does not start', async () => {
  const printer = await emulator();
  const { watch, starts, giveUp } = watching();
  giveUp.abort();
  expect(await print(printer, watch)).toMatchObject({ kind: 'not-started' });
  expect(starts).not.toHaveBeenCalled();
});

test('two hundred slips come out once each, in order', async () => {
  const printer = await emulator();
  const manners = new Manners('auto');
  const slips = Array.from({ length: 200 }, (_, place) => Buffer.from(`\x1b@slip ${place}\n\x1dV\x01`));
  for (const bytes of slips) {
    expect(await print(printer, undefined, { bytes, manners })).toMatchObject({ kind: 'confirmed' });
  }
  expect(printer.jobs.map(({ bytes }) => bytes)).toEqual(slips);
});
