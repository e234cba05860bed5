import { createHash } from 'node:crypto';

/**
 * Whether node_modules holds what package-lock.json says. npm writes what it installed into node_modules/.package-lock.json as its very
 * last act, in the lockfile's own format, so the two can be compared whoever ran `npm ci` and however it ended.
 * @param {string} lockfile text of package-lock.json
 * @param {string} installed text of node_modules/.package-lock.json
 */
export function isInstalled(lockfile, installed) {
  const wanted = JSON.parse(lockfile).packages;
  const present = JSON.parse(installed).packages;
  return Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
    if (path === '') return true; // the project itself
    const found = present[path];
    if (found === undefined) return optional === true; // made for another system
    return found.version === version && found.integrity === integrity;
  });
}

/**
 * Programs of Node as its releases have them, by what npm's package `node` installs: its own install script fetches them from a package
 * that no lockfile of ours names.
 */
const PROGRAMS = {
  '24.21.0 linux x64': '7fde7b8afa198da66257f42ee2001d874c7355631e6d1579a5fb5ef1f246df4c',
};

/**
 * Whether Node's program is the one of its release; true for a release that is not noted here. A file that stands as it stood when it was
 * last found good is not read again.
 * @param {{ bytes: () => Uint8Array, stands: string }} program
 * @param {string} release such as "24.21.0 linux x64"
 * @param {{ read: () => string | null, write: (stands: string) => void }} memory where it stood when it was good
 */
export function isReleased(program, release, memory) {
  const expected = PROGRAMS[release];
  if (expected === undefined || memory.read() === program.stands) return true;
  const isGood = createHash('sha256').update(program.bytes()).digest('hex') === expected;
  if (isGood) memory.write(program.stands);
  return isGood;
}
