import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { quietly } from '../processes.ts';
import { Refusal, step } from '../terminal.ts';

/** A Linux kernel and its modules, as Debian builds them: `vmlinuz` and `lib/modules` in one folder. */
export type Kernel = { readonly folder: string; readonly version: string };

/** Debian's kernel for x64, kept in the user's cache: 70 MB from the network the first time. */
export async function debianKernel(): Promise<Kernel> {
  const version = await newestVersion();
  const cache = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'arm-kassira');
  const folder = join(cache, `linux-${version}`);
  if (!existsSync(folder)) await step(`Linux ${version} from Debian`, () => unpack(version, folder));
  return { folder, version };
}

async function newestVersion(): Promise<string> {
  const depends = await output('apt-cache', ['depends', 'linux-image-amd64']);
  const version = /Depends: linux-image-([0-9]\S*)/.exec(depends)?.[1];
  if (version === undefined)
    throw new Refusal('Debian’s package linux-image-amd64 is not known here: run apt-get update.');
  return version;
}

/** A whole kernel appears at `folder`, or none. */
async function unpack(version: string, folder: string): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const work = await mkdtemp(`${folder}-`);
  try {
    await output('apt-get', ['download', `linux-image-${version}`], work);
    const [file = ''] = await readdir(work);
    await output('dpkg-deb', ['-x', file, 'package'], work);
    const whole = join(work, 'whole');
    await mkdir(whole);
    await cp(join(work, 'package', 'boot', `vmlinuz-${version}`), join(whole, 'vmlinuz'));
    await rename(await modulesIn(join(work, 'package')), join(whole, 'lib'));
    await output('depmod', ['-b', whole, version]);
    await rename(whole, folder);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Debian 13 has /lib in /usr. */
async function modulesIn(unpacked: string): Promise<string> {
  const merged = join(unpacked, 'usr', 'lib');
  return existsSync(join(merged, 'modules')) ? merged : join(unpacked, 'lib');
}

/** Paths of the modules to load for those that are wanted, each behind what it needs. */
export async function modulesFor({ folder, version }: Kernel, wanted: readonly string[]): Promise<readonly string[]> {
  const paths = new Map<string, string>();
  for (const name of wanted) {
    const steps = await output('modprobe', ['-d', folder, '-S', version, '--show-depends', name]);
    for (const [, path = ''] of steps.matchAll(/^insmod (\S+)/gm)) paths.set(basename(path), path);
  }
  return [...paths.values()];
}

/** What a program wrote; one that fails is a refusal. */
export async function output(command: string, args: readonly string[], cwd?: string): Promise<string> {
  const sbin = `${process.env['PATH']}:/usr/sbin:/sbin`;
  const ended = await quietly(command, args, { env: { PATH: sbin }, ...(cwd !== undefined && { cwd }) });
  if (ended.code !== 0) throw new Refusal(`${command} ${args.join(' ')} failed:\n${ended.output.trim()}`);
  return ended.output;
}
