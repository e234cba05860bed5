import { chmodSync, lstatSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** What the program itself writes into its data folder: nothing else in it is touched. */
const OURS =
  /^(?:settings|secrets|printers|goods-export|window)\.json(?:\.new)?$|^(?:journal|training)(?:[-.].*)?$|^(?:logs|backups|chromium)$/;

/** Others on this computer get nothing of what is written from now on. Windows goes by the folder's own rights. */
export function writePrivately(): void {
  if (process.platform !== 'win32') process.umask(0o077);
}

/**
 * Takes from others what an older program left them of the data folder: folders 0700, files 0600. Links are not followed. What
 * cannot be changed belongs to somebody else, and stays.
 * @param isOwn the folder was made by this program, and so may be closed as a whole
 */
export function makePrivate(dir: string, isOwn: boolean): void {
  if (process.platform === 'win32') return;
  if (isOwn) quietly(() => chmodSync(dir, 0o700));
  quietly(() => {
    for (const name of readdirSync(dir)) if (OURS.test(name)) close(path.join(dir, name));
  });
}

function close(file: string): void {
  quietly(() => {
    const found = lstatSync(file);
    if (found.isDirectory()) {
      chmodSync(file, 0o700);
      // Chromium's own thousand files lie behind a closed door.
      if (path.basename(file) === 'chromium') return;
      for (const name of readdirSync(file)) close(path.join(file, name));
    } else if (found.isFile()) chmodSync(file, 0o600);
  });
}

function quietly(change: () => void): void {
  try {
    change();
  } catch {
    // Somebody else's, or gone meanwhile.
  }
}
