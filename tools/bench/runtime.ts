import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { z } from 'zod';

/** The program of Electron itself: started through the package's script, every measurement would hold a start of Node too. */
export const ELECTRON = z.string().parse(createRequire(import.meta.url)('electron'));

/** Folder of the least Electron program, which ours is measured against. */
export const BARE = join(import.meta.dirname, 'bare');

export function electronVersion(): string {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  return execFileSync(ELECTRON, ['-p', 'process.versions.electron'], { env, encoding: 'utf8' }).trim();
}
