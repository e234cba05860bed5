import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { z } from 'zod';

const SEAL = 'seal.json';
/** What we put into the runtime ourselves is known by its content; Chromium's 260 MB by their sizes, so that a look costs 10 ms. */
const OURS = 'resources';

const sealSchema = z.record(z.string(), z.string());

/** Notes what a finished folder holds. */
export function seal(folder: string): void {
  writeFileSync(join(folder, SEAL), JSON.stringify(contents(folder), null, 1));
}

/** Whether a folder still holds just what it held when it was sealed; false where there is no seal. */
export function isSealed(folder: string): boolean {
  let noted: Readonly<Record<string, string>>;
  try {
    noted = sealSchema.parse(JSON.parse(readFileSync(join(folder, SEAL), 'utf8')));
  } catch {
    return false;
  }
  const found = contents(folder);
  return (
    Object.keys(found).length === Object.keys(noted).length &&
    Object.entries(found).every(([file, is]) => noted[file] === is)
  );
}

function contents(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.flatMap((entry) => {
      const path = join(entry.parentPath, entry.name);
      const file = relative(folder, path);
      if (file === SEAL) return [];
      const hash = file.startsWith(OURS) ? createHash('sha256').update(readFileSync(path)).digest('hex') : '';
      return [[file, `${statSync(path).size} ${hash}`]];
    }),
  );
}
