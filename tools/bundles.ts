import { join } from 'node:path';
import type { BuildOptions } from 'rolldown';

/** Everything is built into this folder of the project. */
export const DIST = 'dist';

/** The programs that Electron runs, by the name of their bundle; the preload script's sandbox knows no further files. */
const PROGRAMS = [
  { name: 'main', source: 'electron/main.ts', chunks: true },
  { name: 'preload', source: 'electron/preload.ts', chunks: false },
  { name: 'device-host', source: 'electron/device-host/host.ts', chunks: true },
  { name: 'journal-worker', source: 'app/journal/worker/worker.ts', chunks: true },
  { name: 'journal-preparation', source: 'app/journal/worker/preparation.ts', chunks: true },
] as const;

export const BUNDLES: readonly string[] = PROGRAMS.map(({ name }) => join(DIST, `${name}.cjs`));

/** Packages that bring a library for the system: they stay files of their own. */
export const NATIVE_PACKAGES = ['better-sqlite3', 'serialport', 'node-hid', 'koffi'];

/**
 * How Rolldown makes them: CommonJS, because the runtime for development replaces a native module through `require`; for Node 20, which
 * is what that runtime has. What `import()` brings in becomes a file of its own, loaded when it is asked for.
 */
export function programs(root: string): BuildOptions[] {
  return PROGRAMS.map(({ name, source, chunks }) => ({
    cwd: root,
    input: { [name]: source },
    platform: 'node',
    external: ['electron', ...NATIVE_PACKAGES],
    transform: { target: 'node20' },
    logLevel: 'warn',
    output: {
      dir: DIST,
      format: 'cjs',
      entryFileNames: '[name].cjs',
      chunkFileNames: 'chunks/[name]-[hash].cjs',
      codeSplitting: chunks,
      sourcemap: true,
    },
  }));
}
