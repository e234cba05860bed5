import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUNDLES, DIST, programs } from './bundles.ts';
import { stampOf } from './stamp.ts';
import { step } from './terminal.ts';

const STAMP = join(DIST, 'stamp');

/** All that a build is made of. */
const INPUTS = [
  'app',
  'electron',
  'native',
  'printing',
  'renderer',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'vite.config.ts',
  'tools/build.ts',
  'tools/bundles.ts',
];

/** Builds the application into dist/, unless what is there was built from just these sources; says whether it had to. */
export async function build(root: string): Promise<boolean> {
  const stampFile = join(root, STAMP);
  const stamp = stampOf(root, INPUTS);
  const outputs = [...BUNDLES, join(DIST, 'renderer', 'index.html')];
  const complete = existsSync(stampFile) && outputs.every((file) => existsSync(join(root, file)));
  if (complete && readFileSync(stampFile, 'utf8') === stamp) return false;
  await step('build', async () => {
    rmSync(join(root, DIST), { recursive: true, force: true });
    // Loaded only when needed: most runs find dist/ as it should be.
    const [rolldown, vite] = await Promise.all([import('rolldown'), import('vite')]);
    await rolldown.build(programs(root));
    await vite.build({ configFile: join(root, 'vite.config.ts'), logLevel: 'warn' });
    writeFileSync(stampFile, stamp);
  });
  return true;
}

/** Has the next build build, whatever is in dist/ by then. */
export function forgetBuild(root: string): void {
  rmSync(join(root, STAMP), { force: true });
}
