import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Check, deadCode, layers, lint, types } from './checks.ts';
import { attached, quietly } from './processes.ts';
import { sum, type Tally, tallyOfPlaywright, tallyOfVitest } from './tally.ts';
import { Refusal, since } from './terminal.ts';

type Suite = {
  readonly title: string;
  readonly mend: string;
  /** Shows its own progress, test by test. */
  readonly live: boolean;
  run(): Promise<Tally>;
};

/** Makes ready what a suite needs; throws where it cannot. */
type Prepare = () => Promise<void>;

/**
 * Runs every suite, also when one fails, and tells at the end what failed and how to mend it, and which end-to-end tests passed only at
 * the second try. The last line is the sum.
 * @returns the exit code
 */
export async function everySuite(
  root: string,
  prepare: { readonly unit: Prepare; readonly usb: Prepare; readonly endToEnd: Prepare },
): Promise<number> {
  const suites = [
    ...[types, lint, layers, deadCode].map(checked),
    prepared(prepare.unit, unit(root)),
    prepared(prepare.usb, usb(root)),
    prepared(prepare.endToEnd, endToEnd(root)),
  ];
  const results: { suite: Suite; tally: Tally }[] = [];
  for (const suite of suites) {
    const started = performance.now();
    process.stdout.write(`${suite.title} … ${suite.live ? '\n' : ''}`);
    const tally = await suite.run();
    const outcome = tally.failures.length === 0 ? 'ok' : 'failed';
    process.stdout.write(`${suite.live ? `${suite.title}: ${sum([tally])}` : outcome}, ${since(started)}\n`);
    results.push({ suite, tally });
  }
  const failed = results.filter(({ tally }) => tally.failures.length > 0);
  for (const { suite, tally } of failed) {
    process.stdout.write(`\nFailed: ${suite.title} (${suite.mend})\n${tally.failures.join('\n')}\n`);
  }
  const flaky = results.flatMap(({ tally }) => tally.flaky ?? []);
  if (flaky.length > 0) {
    process.stdout.write(
      `\nFlaky: failed, then passed at the second try; each is a defect to fix\n${flaky.join('\n')}\n`,
    );
  }
  process.stdout.write(`\n${sum(results.map(({ tally }) => tally))}\n`);
  return failed.length === 0 ? 0 : 1;
}

function checked({ title, mend, commands }: Check): Suite {
  const run = async (): Promise<Tally> => {
    let output = '';
    for (const [command = '', ...args] of commands) {
      const end = await quietly(command, args);
      if (end.code !== 0) output += end.output.trim() || `${command} ended with code ${end.code}`;
    }
    return output === '' ? { passed: 1, failures: [] } : { passed: 0, failures: [output] };
  };
  return { title, mend, live: false, run };
}

function unit(root: string): Suite {
  const report = join(root, 'out', 'unit.json');
  const command = ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return {
    title: 'unit and contract',
    mend: 'one file alone: npm run unit -- <file>',
    live: true,
    run: () => counted(command, {}, report, (text) => tallyOfVitest(text, root)),
  };
}

function usb(root: string): Suite {
  return {
    title: 'drivers in a virtual machine',
    mend: 'npm run test:usb shows them again',
    live: false,
    async run() {
      const { usbTests } = await import('./usb-vm/test.ts');
      return usbTests(root);
    },
  };
}

function endToEnd(root: string): Suite {
  const report = join(root, 'out', 'e2e.json');
  // One failure more or less by chance must not hold back a landing, but is told: see everySuite.
  const command = ['playwright', 'test', '--retries=1', '--reporter=list,json'];
  return {
    title: 'end-to-end',
    mend: 'one test alone: npm run e2e -- --grep "<its name>"',
    live: true,
    run: () => counted(command, { PLAYWRIGHT_JSON_OUTPUT_FILE: report }, report, tallyOfPlaywright),
  };
}

/** A suite that is one failure where what it needs cannot be made ready. */
function prepared(prepare: Prepare, suite: Suite): Suite {
  const run = async (): Promise<Tally> => {
    try {
      await prepare();
    } catch (error) {
      return { passed: 0, failures: [error instanceof Refusal ? error.message : String(error)] };
    }
    return suite.run();
  };
  return { ...suite, run };
}

/** Runs a test runner that leaves a report; one that fails without naming a test is a failure itself. */
async function counted(
  [command = '', ...args]: readonly string[],
  env: Readonly<Record<string, string>>,
  report: string,
  tallyOf: (text: string) => Tally,
): Promise<Tally> {
  mkdirSync(dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const code = await attached(command, args, env);
  const tally = existsSync(report) ? tallyOf(readFileSync(report, 'utf8')) : { passed: 0, failures: [] };
  if (code === 0 || tally.failures.length > 0) return tally;
  return { ...tally, failures: [`the run itself ended with code ${code}`] };
}
