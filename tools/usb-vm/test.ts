import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'rolldown';
import { NATIVE_PACKAGES } from '../bundles.ts';
import { type Tally, tallyOfTap } from '../tally.ts';
import { runInMachine } from './machine.ts';

/** A test that takes longer hangs, ms. */
const LONGEST_TEST = 40_000;

/** Runs the tests of e2e/usb-vm in a virtual machine: the drivers under a real kernel with real device nodes. */
export async function usbTests(root: string): Promise<Tally> {
  const folder = join(root, 'out', 'usb-vm');
  const program = join(folder, 'tests.mjs');
  // One file: a processor of software is slow to strip types of many.
  await build({
    cwd: root,
    input: 'e2e/usb-vm/guest/all.ts',
    platform: 'node',
    external: NATIVE_PACKAGES,
    logLevel: 'warn',
    output: { file: program, format: 'esm', codeSplitting: false },
  });
  const share = join(folder, 'share');
  const options = `--test --test-isolation=none --test-timeout=${LONGEST_TEST} --test-reporter=tap --test-force-exit`;
  const command = `'${process.execPath}' ${options} '${program}' > /mnt/report.tap 2>&1`;
  const { output } = await runInMachine(root, share, command);
  const report = await readFile(join(share, 'report.tap'), 'utf8').catch(() => '');
  const tally = tallyOfTap(report);
  if (/^# tests /m.test(report)) return tally;
  return { ...tally, failures: [...tally.failures, `the machine ended before the tests did:\n${output.trim()}`] };
}
