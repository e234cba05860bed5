import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { watch } from 'rolldown';
import { createServer } from 'vite';
import { forgetBuild } from './build.ts';
import { programs } from './bundles.ts';
import { electronCommand } from './electron.ts';
import { start } from './processes.ts';
import { Refusal } from './terminal.ts';

/**
 * The application while it is being written: pages from Vite's server with hot reload, the programs rebuilt and Electron started anew
 * on every change of theirs. Ends when the window is closed.
 */
export async function dev(root: string, args: readonly string[]): Promise<number> {
  forgetBuild(root);
  const pages = await createServer({ configFile: join(root, 'vite.config.ts') });
  await pages.listen();
  const address = pages.resolvedUrls?.local[0];
  if (address === undefined) throw new Refusal('Vite’s server found no port on 127.0.0.1 to listen on.');
  const env = { ARM_DEV_SERVER: address.replace(/\/$/, '') };
  const watcher = watch(programs(root));
  const code = await runAnew(watcher, () => start(...electronCommand(args), { stdio: 'inherit', env }));
  await Promise.all([watcher.close(), pages.close()]);
  return code;
}

/** Starts the program after every good build, ending the one before; gives the exit code of the one that a person ended. */
function runAnew(watcher: ReturnType<typeof watch>, launch: () => ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    let program: ChildProcess | null = null;
    watcher.on('event', async (event) => {
      if (event.code === 'ERROR') process.stderr.write(`${event.error.message}\n`);
      if (event.code === 'BUNDLE_END') await event.result.close();
      if (event.code !== 'END') return;
      const before = program;
      program = null;
      if (before?.kill()) await once(before, 'close');
      const launched = launch();
      program = launched;
      launched.once('close', (code) => program === launched && resolve(code ?? 1));
    });
  });
}
