import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { ROOT } from './till.ts';

const electron: unknown = createRequire(import.meta.url)('electron');

/** Runs the program to its end, as a script would; `by`: a command that runs it. */
export function run(args: readonly string[], by: readonly string[] = []): Promise<{ code: number; stderr: string }> {
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return new Promise((resolve) => {
    const [file = '', ...all] = [...by, String(electron), '.', ...root, '--no-dialogs', ...args];
    const child = execFile(file, all, { cwd: ROOT }, (_error, _out, stderr) =>
      resolve({ code: child.exitCode ?? -1, stderr }),
    );
  });
}
