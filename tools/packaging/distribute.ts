import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Configuration } from 'electron-builder';
import { Refusal } from '../terminal.ts';

/**
 * Makes packages into release/ as electron-builder.yml says: for Linux, or for Windows with `--win`; with `--dir` only the folder that
 * they are made of. With the npm-carried Electron, or
 * whatever else ELECTRON_OVERRIDE_DIST_PATH names, they are test artefacts; it is built for this system alone.
 */
export async function distribute(root: string, args: readonly string[]): Promise<number> {
  const windows = args.includes('--win');
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const carried = folder !== undefined && existsSync(join(folder, COMPATIBLE_MODULES)) ? folder : null;
  if (windows && carried !== null) {
    throw new Refusal(
      'Packages for Windows need the official Electron: run ARM_ELECTRON=official npm run dist -- --win.',
    );
  }
  // electron-builder downloads fpm to make a .deb; ours asks Debian's own dpkg-deb and needs no network.
  process.env['CUSTOM_FPM_PATH'] ??= join(import.meta.dirname, 'fpm.ts');
  const files = await build({
    projectDir: root,
    [windows ? 'win' : 'linux']: args.includes('--dir') ? ['dir'] : [],
    config: carried === null ? {} : withCarried(carried),
  });
  process.stdout.write(`${files.join('\n')}\n`);
  return 0;
}

const COMPATIBLE_MODULES = join('resources', 'compat', 'node_modules');

/** The runtime is taken as it is, without what serves only the unpackaged application, and with the native module built for it. */
function withCarried(folder: string): Configuration {
  return {
    electronDist: folder,
    electronVersion: readFileSync(join(folder, 'version'), 'utf8'),
    files: ['!node_modules/better-sqlite3/**', { from: join(folder, COMPATIBLE_MODULES), to: 'node_modules' }],
    async afterPack({ appOutDir }) {
      for (const unwanted of ['resources/default_app.asar', 'resources/compat', 'version', 'seal.json']) {
        await rm(join(appOutDir, unwanted), { recursive: true, force: true });
      }
    },
  };
}
