import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { ROOT } from './till.ts';

const electron: unknown = createRequire(import.meta.url)('electron');

/** Runs the program to its end, as a script would. */
export function run(args: readonly string[]): Promise<{ code: number; stderr: string }> {
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return new Promise((resolve) => {
    const child = execFile(
      String(electron),
      ['.', ...root, '--no-dialogs', ...args],
      { cwd: ROOT },
      (_error, _out, stderr) => resolve({ code: child.exitCode ?? -1, stderr }),
    );
  });
}
