import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect } from '@playwright/test';
import { kopecks, ZERO } from '../../app/domain/money.ts';
import { PATHS } from '../../app/gateways/maxbonus/operations.ts';
import { commanded } from '../../e2e/support/desk.ts';
import { openTill, surround, type Till } from '../../e2e/support/till.ts';
import { electronCommand } from '../electron.ts';
import { type Comparison, compare } from './comparison.ts';
import { nextExchange } from './exchange-times.ts';
import { moment } from './moment.ts';
import { pause } from './pause.ts';
import { ELECTRON } from './runtime.ts';
import { inTurn, series } from './series.ts';

const ROUNDS = 100;
const WARM_UPS = 5;
const BARE = join(import.meta.dirname, 'bare-printing');
/** How long the service takes over a write, ms: one across the internet, not one on loopback that has answered before it was asked. */
const SERVICE_MS = 100;
const WATER = { barcode: '4600494000218', price: kopecks(49_90) };

/** A bare Electron that asks the service and prints; `print` has it do so once. */
type BarePrinting = { print(order: object): void; close(): Promise<void> };

/**
 * From the answer of the service to the write until the first byte of the slip arrives at the printer: in between the program stores the
 * outcome with the slip, asks the printer how it is and stores that the slip is leaving. Against a bare Electron that sends the same bytes
 * through a utility process as soon as it has an answer.
 */
export async function firstByte(): Promise<Comparison> {
  const till = await openTill(await surround());
  const bare = await openBarePrinting();
  try {
    await expect(till.page.getByText('Сканер в порядке')).toBeAttached();
    const ours = series(() => sell(till));
    const least = series(() => answerAndPrint(bare, till));
    await inTurn([ours, least], ROUNDS, WARM_UPS);
    return compare(
      {
        name: 'print-first-byte',
        what: 'answer to the write → first byte at the printer / bare utility process',
        goal: 'p99 ≤ 15 ms',
      },
      ours.samples,
      least.samples,
    );
  } finally {
    await bare.close();
    await till.close();
  }
}

/** Sells a bottle of water; gives the ms between answer and paper. */
async function sell({ page, printer, maxbonus }: Till): Promise<number> {
  await commanded(page, 'sale.new', undefined);
  await commanded(page, 'sale.enter', { text: WATER.barcode });
  await commanded(page, 'sale.calculate', { redemption: ZERO });
  await pause();
  maxbonus.control.faults.add({ kind: 'latency', ms: SERVICE_MS, operation: 'write' });
  const [{ answeredAt }, printedAt] = await Promise.all([
    nextExchange(),
    printer.nextPrinted().then(moment),
    commanded(page, 'sale.pay', { due: WATER.price, cash: ZERO, card: WATER.price }),
  ]);
  await printer.nextJob();
  return printedAt - answeredAt;
}

/** The same without the program: asks once more what it asked last, and prints once more what it printed last. */
async function answerAndPrint(bare: BarePrinting, { maxbonus, printer }: Till): Promise<number> {
  await pause();
  maxbonus.control.faults.add({ kind: 'latency', ms: SERVICE_MS, operation: 'write' });
  const body = maxbonus.control.requests().at(-1)?.body;
  const bytes = Buffer.from(printer.jobs.at(-1)?.bytes ?? []).toString('base64');
  const exchange = nextExchange();
  const printed = printer.nextPrinted().then(moment);
  bare.print({ url: maxbonus.url + PATHS.write, token: maxbonus.token, body, port: printer.port, bytes });
  const [{ answeredAt }, printedAt] = await Promise.all([exchange, printed]);
  await printer.nextJob();
  return printedAt - answeredAt;
}

async function openBarePrinting(): Promise<BarePrinting> {
  const data = await mkdtemp(join(tmpdir(), 'bare-'));
  const [, args] = electronCommand([`--user-data-dir=${data}`]);
  const program = spawn(ELECTRON, args, { cwd: BARE, stdio: ['pipe', 'pipe', 'ignore'] });
  const gone = once(program, 'close');
  await once(createInterface({ input: program.stdout }), 'line');
  return {
    print: (order) => program.stdin.write(`${JSON.stringify(order)}\n`),
    async close() {
      program.kill();
      await gone;
      await rm(data, { recursive: true });
    },
  };
}
