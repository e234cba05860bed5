import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build.ts';
import { lint, types } from './checks.ts';
import { display, displays } from './display.ts';
import { electronCommand } from './electron.ts';
import { electronRuntime } from './electron-runtime/provide.ts';
import { attached, endTogether } from './processes.ts';
import { everySuite } from './suites.ts';
import { systemPackages, type Wanted } from './system-packages.ts';
import { sum } from './tally.ts';
import { Refusal } from './terminal.ts';

/** What each npm script does, once tools/setup.mjs has the packages in place. A task gets the script's arguments, gives an exit code. */

const ROOT = join(import.meta.dirname, '..');

const TASKS: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  async start(args) {
    await electronReady();
    await build(ROOT);
    return attached(...electronCommand(args));
  },
  async dev(args) {
    await electronReady();
    const { dev } = await import('./dev.ts');
    return dev(ROOT, args);
  },
  test: () => everySuite(ROOT, { unit: allReady, usb: machineReady, endToEnd: endToEndReady }),
  async unit(args) {
    await devicesReady();
    return attached('vitest', ['run', ...args]);
  },
  async 'test:usb'() {
    await machineReady();
    const { usbTests } = await import('./usb-vm/test.ts');
    const tally = await usbTests(ROOT);
    process.stdout.write(`${[...tally.failures, sum([tally])].join('\n')}\n`);
    return tally.failures.length === 0 ? 0 : 1;
  },
  async 'test:windows'() {
    await systemPackages({ pseudoTerminals: true, spooler: true, windows: true });
    const { windowsTests } = await import('./windows/test.ts');
    const tally = await windowsTests(ROOT);
    process.stdout.write(`${[...tally.failures, sum([tally])].join('\n')}\n`);
    return tally.failures.length === 0 ? 0 : 1;
  },
  async e2e(args) {
    await endToEndReady();
    return attached('playwright', ['test', ...args]);
  },
  async screens(args) {
    await endToEndReady();
    return attached('playwright', ['test', 'e2e/program/layout.spec.ts', ...args], { SCREENS: 'all' });
  },
  async faults(args) {
    await applicationReady();
    const { values } = parseArgs({
      args: [...args],
      options: { rounds: { type: 'string' }, seed: { type: 'string' } },
    });
    const env = {
      ...(values.rounds && { FAULT_ROUNDS: values.rounds }),
      ...(values.seed && { FAULT_SEED: values.seed }),
    };
    const damage = ['app/journal/recovery/recover.test.ts', 'app/journal/file/disk-full.test.ts'];
    const files = await attached('vitest', ['run', ...damage], { FAULT_ROUNDS: '200', ...env });
    const program = await attached('playwright', ['test', '--config', 'playwright.faults.config.ts'], env);
    return files || program;
  },
  types: () => inTurn(types.commands),
  lint: (args) => inTurn(lint.commands.map((command) => [...command, ...args])),
  async build() {
    if (!(await build(ROOT))) process.stdout.write('dist/ is up to date\n');
    return 0;
  },
  services: (args) => script('tools/services.ts', args),
  async demo(args) {
    await applicationReady();
    return script('tools/demo/demo.ts', args);
  },
  async bench(args) {
    await applicationReady();
    return script('tools/bench/bench.ts', args);
  },
  async dist(args) {
    await electronRuntime();
    await build(ROOT);
    const { distribute } = await import('./packaging/distribute.ts');
    return distribute(ROOT, args);
  },
};

/** An Electron and a screen for it, and what plays the devices around the till. */
async function electronReady(wanted: Wanted = { pseudoTerminals: false }): Promise<void> {
  await systemPackages(wanted);
  await electronRuntime();
  await display();
}

/** All that a script needs which drives the built application with devices around it. */
async function applicationReady(): Promise<void> {
  await electronReady({ pseudoTerminals: true });
  await build(ROOT);
}

/** Tests spend much of their time waiting for the program, so two at once take little more than half as long, on two processors too. */
async function endToEndReady(): Promise<void> {
  await systemPackages({ pseudoTerminals: true, keyboards: true, keyring: true });
  await electronRuntime();
  await displays(Math.min(2, availableParallelism()));
  await build(ROOT);
}

function devicesReady(): Promise<void> {
  return systemPackages({ pseudoTerminals: true, spooler: true, certificates: true });
}

function machineReady(): Promise<void> {
  return systemPackages({ pseudoTerminals: false, virtualMachine: true });
}

/** All that any suite needs of the system, installed in one go. */
function allReady(): Promise<void> {
  return systemPackages({
    pseudoTerminals: true,
    keyboards: true,
    spooler: true,
    certificates: true,
    keyring: true,
    virtualMachine: true,
  });
}

function script(file: string, args: readonly string[]): Promise<number> {
  return attached(process.execPath, [join(ROOT, file), ...args]);
}

async function inTurn(commands: readonly (readonly string[])[]): Promise<number> {
  let worst = 0;
  for (const [command = '', ...args] of commands) worst = Math.max(worst, await attached(command, args));
  return worst;
}

async function main([name = '', ...args]: readonly string[]): Promise<number> {
  const task = TASKS[name];
  if (task === undefined) throw new Refusal(`There is no task «${name}». There are: ${Object.keys(TASKS).join(', ')}.`);
  return task(args);
}

endTogether();
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(
    `${error instanceof Refusal ? error.message : (error instanceof Error && error.stack) || error}\n`,
  );
  process.exitCode = 1;
}
