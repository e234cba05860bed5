import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'rolldown';
import { startCups } from '../../e2e/support/devices/cups.ts';
import { startPrinter } from '../../e2e/support/devices/printer.ts';
import { quietly } from '../processes.ts';
import { type Tally, tallyOfTap } from '../tally.ts';
import { windowsPackage } from './packages.ts';

const SLIP = Buffer.from('\x1b@\x1bt\x11\x97\xa5\xaa 1\n\x1dV\x01', 'latin1');

/**
 * Runs the tests of e2e/windows as a program for Windows, under Wine: its spooler hands what it gets to a printing service of our own, and
 * that to an emulated printer. Wine is not Windows: this shows that our calls are right, not what a driver makes of them.
 */
export async function windowsTests(root: string): Promise<Tally> {
  const folder = join(root, 'out', 'windows');
  const modules = join(folder, 'node_modules');
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(modules, '@koromix'), { recursive: true });
  await build({
    cwd: root,
    input: 'e2e/windows/guest/spooler.ts',
    platform: 'node',
    external: ['koffi'],
    logLevel: 'warn',
    output: { file: join(folder, 'tests.mjs'), format: 'esm' },
  });
  await cp(join(root, 'node_modules', 'koffi'), join(modules, 'koffi'), { recursive: true });
  await cp(await windowsPackage('koffi'), join(modules, '@koromix', 'koffi-win32-x64'), { recursive: true });
  await cp(join(await windowsPackage('node'), 'bin', 'node.exe'), join(folder, 'node.exe'));
  await writeFile(join(folder, 'slip.bin'), SLIP);

  const printer = await startPrinter();
  const cups = await startCups(printer);
  try {
    await quietly('sh', ['-c', PROGRAM], { cwd: folder, env: wineEnv(folder, cups.server) });
    const report = await readFile(join(folder, 'report.tap'), 'utf8').catch(() => '');
    const tally = tallyOfTap(report);
    if (!/^# tests /m.test(report))
      return {
        ...tally,
        failures: [...tally.failures, `${report}\n${await readFile(join(folder, 'console.txt'), 'utf8')}`],
      };
    const [job] = tally.failures.length === 0 ? [await printer.nextJob()] : [];
    const isSame = job !== undefined && SLIP.equals(job.bytes);
    return isSame
      ? tally
      : { ...tally, failures: [...tally.failures, 'the printer did not get the slip as it was sent'] };
  } finally {
    await cups.close();
    await printer.close();
  }
}

/** A program under Wine writes to files alone, to no pipe. */
const PROGRAM = `exec wine node.exe --test-reporter=tap --test-reporter-destination=report.tap tests.mjs \
  </dev/null >console.txt 2>&1`;

function wineEnv(folder: string, cups: string): Readonly<Record<string, string>> {
  return {
    WINEPREFIX: join(folder, 'wine'),
    WINEDEBUG: '-all',
    // Wine's Windows is an older one.
    NODE_SKIP_PLATFORM_CHECK: '1',
    CUPS_SERVER: cups,
    DISPLAY: '',
  };
}
