import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { z } from 'zod';

const SEAL = 'seal.json';

/** Each file by its content, and how it stood on the disk when that was read: nobody sets the time of a file's last change. */
const sealSchema = z.record(z.string(), z.object({ hash: z.string(), stood: z.string() }));

type Seal = z.output<typeof sealSchema>;

/** Notes what a finished folder holds. */
export function seal(folder: string): void {
  note(
    folder,
    Object.fromEntries(
      filesIn(folder).map((file) => [file, { hash: hashOf(folder, file), stood: stands(folder, file) }]),
    ),
  );
}

/**
 * Whether a folder still holds just what it held when it was sealed; false where there is no seal. A file that stands as it stood is
 * not read again, so that a look at 260 MB costs some milliseconds; one that was touched or moved is.
 */
export function isSealed(folder: string): boolean {
  const noted = sealOf(folder);
  if (!noted) return false;
  const files = filesIn(folder);
  if (files.length !== Object.keys(noted).length) return false;
  const touched: Seal = {};
  for (const file of files) {
    const known = noted[file];
    if (!known) return false;
    const stood = stands(folder, file);
    if (stood === known.stood) continue;
    if (hashOf(folder, file) !== known.hash) return false;
    touched[file] = { hash: known.hash, stood };
  }
  if (Object.keys(touched).length > 0) note(folder, { ...noted, ...touched });
  return true;
}

function note(folder: string, contents: Seal): void {
  writeFileSync(join(folder, SEAL), JSON.stringify(contents, null, 1));
}

function sealOf(folder: string): Seal | null {
  try {
    return sealSchema.parse(JSON.parse(readFileSync(join(folder, SEAL), 'utf8')));
  } catch {
    return null;
  }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((file) => file !== SEAL);
}

function stands(folder: string, file: string): string {
  const { dev, ino, size, ctimeNs } = statSync(join(folder, file), { bigint: true });
  return [dev, ino, size, ctimeNs].join(' ');
}

function hashOf(folder: string, file: string): string {
  return createHash('sha256')
    .update(readFileSync(join(folder, file)))
    .digest('hex');
}
