import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../e2e/support/till.ts';
import { step } from '../terminal.ts';
import type { Bench, Comparison } from './comparison.ts';
import { journal } from './journal/bench.ts';
import { maxbonus } from './maxbonus.ts';
import { print } from './print.ts';
import { electronVersion } from './runtime.ts';
import { scan } from './scan.ts';
import { start } from './start.ts';
import { table } from './table.ts';

/**
 * `npm run bench [-- name…]`: measures the program against the least that Electron can do on the same machine in the same minute. Machines
 * differ and so do their days: the ratios are what to compare from run to run. Nothing is asserted.
 */

const BENCHES: Readonly<Record<string, Bench>> = { start, scan, maxbonus, journal, print };
const REPORT = join(ROOT, 'out', 'bench.json');

async function main(names: readonly string[]): Promise<number> {
  const unknown = names.find((name) => !Object.hasOwn(BENCHES, name));
  if (unknown !== undefined) {
    process.stderr.write(`There is no bench «${unknown}». There are: ${Object.keys(BENCHES).join(', ')}.\n`);
    return 1;
  }
  const comparisons: Comparison[] = [];
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (names.length === 0 || names.includes(name)) comparisons.push(...(await step(name, bench)));
  }
  process.stdout.write(`\n${table(comparisons)}\n\nTimes in ms. The same as JSON: out/bench.json\n`);
  report(comparisons);
  return 0;
}

function report(comparisons: readonly Comparison[]): void {
  const processors = cpus();
  const machine = {
    date: new Date().toISOString(),
    node: process.versions.node,
    electron: electronVersion(),
    cpu: { model: processors[0]?.model ?? null, count: processors.length },
  };
  mkdirSync(join(REPORT, '..'), { recursive: true });
  writeFileSync(REPORT, `${JSON.stringify({ ...machine, comparisons }, null, 2)}\n`);
}

process.exitCode = await main(process.argv.slice(2));
