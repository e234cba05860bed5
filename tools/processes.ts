import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';

/** How a program ended: its exit code (128 + signal, as shells say it) and what it wrote on both streams. */
export type Ended = { readonly code: number; readonly output: string };

/** What to add to our own environment. */
type Env = Readonly<Record<string, string>>;

const running = new Set<ChildProcess>();
let ending = false;

/** Runs a program on this terminal. */
export async function attached(command: string, args: readonly string[], env: Env = {}): Promise<number> {
  return ended(start(command, args, { stdio: 'inherit', env }));
}

/** Runs a program with its output kept. */
export async function quietly(
  command: string,
  args: readonly string[],
  options: { cwd?: string; env?: Env } = {},
): Promise<Ended> {
  const child = start(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  return { code: await ended(child), output };
}

/** Starts a program that runs beside us until it, or we, end. */
export function start(command: string, args: readonly string[], { env, ...options }: SpawnOptions): ChildProcess {
  const child = spawn(command, args, {
    ...options,
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
  running.add(child);
  child.once('close', () => running.delete(child));
  return child;
}

/** Waits for a program's end; for ever when we are ending ourselves, so that nothing new is begun. */
async function ended(child: ChildProcess): Promise<number> {
  const [code, signal]: unknown[] = await once(child, 'close');
  if (ending) return new Promise(() => {});
  return typeof code === 'number' ? code : 128 + numberOf(signal);
}

/** Ends on a signal as one program does: first what runs beside us, then we. */
export function endTogether(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, async () => {
      if (ending) return;
      ending = true;
      const ends = [...running].map((child) => once(child, 'close'));
      for (const child of running) child.kill(signal);
      await Promise.allSettled(ends);
      process.exit(128 + numberOf(signal));
    });
  }
}

function numberOf(signal: unknown): number {
  return Object.entries(constants.signals).find(([name]) => name === signal)?.[1] ?? 0;
}
