import { afterEach, expect, test, vi } from 'vitest';
import { type PrinterEmulator, startPrinter } from '../../e2e/support/devices/printer.ts';
import type { PrinterCondition } from '../../e2e/support/devices/printer-engine.ts';
import type { PrintWatch } from './job.ts';
import { Manners } from './manners.ts';
import { Standby } from './standby.ts';
import { greet, printGreeted } from './stream-job.ts';
import { openTcp } from './tcp.ts';

const cleanUp: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
});

const slip = Buffer.from('\x1b@Слип\n\x1dV\x01', 'latin1');
const watch: PrintWatch = { starting: async () => true, holding: () => {}, givenUp: new AbortController().signal };

/** A printer of its own, standing by. */
async function standingBy({
  condition = {},
  keptMs = 60_000,
}: {
  condition?: Partial<PrinterCondition>;
  keptMs?: number;
}) {
  const printer = await startPrinter(condition);
  cleanUp.push(printer.close);
  const told = vi.fn<(isReady: boolean) => void>();
  const opened = vi.fn(() => openTcp(printer));
  const manners = new Manners('auto');
  const standby = new Standby(
    async (givenUp) => {
      const greeted = await greet(opened, manners, givenUp);
      return greeted.ok ? greeted.value : null;
    },
    told,
    keptMs,
  );
  cleanUp.push(() => standby.release());
  const tells = (isReady: boolean) => expect.poll(() => told.mock.lastCall).toEqual([isReady]);
  return { printer, standby, told, tells, opened, manners };
}

/** Settles when the printer has no connection any more. */
const leftAlone = (printer: PrinterEmulator) => expect.poll(() => printer.connections).toBe(0);

test('the slip goes over the connection that stands, to a printer that has said how it is', async () => {
  const { printer, standby, tells, opened, manners } = await standingBy({});
  await tells(true);
  const greeted = await standby.take();
  if (!greeted) throw new Error('not ready');
  await standby.over;
  expect(await printGreeted(greeted, slip, manners, watch)).toEqual({ kind: 'confirmed', paperLow: false });
  expect(printer.jobs).toEqual([{ bytes: slip, whole: true }]);
  expect(opened).toHaveBeenCalledTimes(1);
});

test('whoever comes before the answer waits for it', async () => {
  const { standby, told } = await standingBy({});
  expect(await standby.take()).toMatchObject({ answers: true });
  expect(told).not.toHaveBeenCalled();
});

test('no slip comes: it is let go after its time, and nothing is printed', async () => {
  const { printer, standby, tells, told } = await standingBy({ keptMs: 50 });
  await standby.over;
  await tells(false);
  await leftAlone(printer);
  expect(printer.jobs).toEqual([]);
  expect(told.mock.calls.filter(([isReady]) => !isReady)).toHaveLength(1);
  expect(await standby.take()).toBeNull();
});

test('it is let go at once when the slip is called off', async () => {
  const { printer, standby, tells } = await standingBy({});
  await tells(true);
  await standby.release();
  await tells(false);
  await leftAlone(printer);
});

test('called off before it is connected, it does not stay', async () => {
  const { printer, standby } = await standingBy({});
  await standby.release();
  await leftAlone(printer);
  expect(await standby.take()).toBeNull();
});

test('a printer that is not ready is not kept', async () => {
  const { printer, standby, tells } = await standingBy({ condition: { linesLeft: 0 } });
  await tells(false);
  await standby.over;
  await leftAlone(printer);
});

test('nor one that hangs up meanwhile', async () => {
  const { printer, standby, tells } = await standingBy({});
  await tells(true);
  await printer.setMode('refuse');
  await tells(false);
  expect(await standby.take()).toBeNull();
});
