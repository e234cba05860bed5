import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT, surround } from '../../e2e/support/till.ts';
import { electronCommand } from '../electron.ts';
import { type Comparison, compare } from './comparison.ts';
import { BARE, ELECTRON } from './runtime.ts';
import { inTurn, series } from './series.ts';

const ROUNDS = 10;
/** A program that takes longer does not come up at all, ms. */
const LONGEST_MS = 60_000;

/** From the start of the process until the cashier can scan, against a bare window that is ready to be shown. */
export async function start(): Promise<readonly Comparison[]> {
  const around = await surround();
  const bareData = await mkdtemp(join(tmpdir(), 'bare-'));
  try {
    const ours = series(() => untilReady(ROOT, ['--data-dir', around.dataDir, '--import-profile', around.profileFile]));
    const bare = series(() => untilReady(BARE, [`--user-data-dir=${bareData}`]));
    await inTurn([ours, bare], ROUNDS, 1);
    return [
      compare(
        { name: 'start', what: 'start of the process → ready to scan / bare window', goal: null },
        ours.samples,
        bare.samples,
      ),
    ];
  } finally {
    await around.close();
    await rm(bareData, { recursive: true });
  }
}

/** Runs the Electron program in `folder` until it writes a line that begins with `ready`; gives the ms that took. */
async function untilReady(folder: string, args: readonly string[]): Promise<number> {
  const [, electronArgs] = electronCommand(args);
  const from = performance.now();
  const program = spawn(ELECTRON, electronArgs, {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: LONGEST_MS,
  });
  // When all processes of the program are gone: none of them shall run beside the next measurement.
  const gone = once(program, 'close');
  let ms: number | null = null;
  for await (const line of createInterface({ input: program.stdout })) {
    if (ms !== null || !line.startsWith('ready')) continue;
    ms = performance.now() - from;
    program.kill();
  }
  await gone;
  if (ms === null) throw new Error(`the program in ${folder} ended before it was ready`);
  return ms;
}
