import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { quietly } from './processes.ts';
import { Refusal, step } from './terminal.ts';

/** What a machine has that matters to us. */
export type Machine = {
  /** Shared libraries by soname, as the dynamic loader finds them. */
  readonly libraries: ReadonlySet<string>;
  readonly programs: ReadonlySet<string>;
  /** A screen to open windows on. */
  readonly display: boolean;
  readonly cyrillicFont: boolean;
};

/** Debian's package for each shared library that Electron is linked with and a bare system lacks. */
const LIBRARIES = {
  'libgtk-3.so.0': 'libgtk-3-0',
  'libnss3.so': 'libnss3',
  'libasound.so.2': 'libasound2',
  'libgbm.so.1': 'libgbm1',
  'libXss.so.1': 'libxss1',
  'libXtst.so.6': 'libxtst6',
  'libatspi.so.0': 'libatspi2.0-0',
} as const;

/** Debian packages that this machine needs and has not: for Electron, and with `pseudoTerminals` for scanners played by socat. */
export function missingPackages(
  machine: Machine,
  { pseudoTerminals }: { readonly pseudoTerminals: boolean },
): string[] {
  const missing: string[] = Object.entries(LIBRARIES).flatMap(([soname, name]) =>
    machine.libraries.has(soname) ? [] : [name],
  );
  if (!machine.display && !machine.programs.has('Xvfb')) missing.push('xvfb');
  if (pseudoTerminals && !machine.programs.has('socat')) missing.push('socat');
  if (!machine.cyrillicFont) missing.push('fonts-dejavu-core');
  return missing;
}

/** The names to install by: some libraries got the suffix t64 in Debian 13 and Ubuntu 24.04. */
export function namesHere(packages: readonly string[], exists: (name: string) => boolean): string[] {
  return packages.map((name) => (exists(`${name}t64`) ? `${name}t64` : name));
}

/** Sees to it that the system has what Electron needs: installs it as root on Debian and its kin, says what to do elsewhere. */
export async function systemPackages(wanted: { readonly pseudoTerminals: boolean }): Promise<void> {
  if (process.platform !== 'linux') return;
  const missing = missingPackages(thisMachine(), wanted);
  if (missing.length === 0) return;
  if (!existsSync('/usr/bin/apt-get')) {
    throw new Refusal(`Missing on this machine (Debian's names): ${missing.join(' ')}. Install them and run again.`);
  }
  if (process.getuid?.() !== 0) {
    const command = `sudo apt-get install -y ${namesHere(missing, isAptPackage).join(' ')}`;
    throw new Refusal(`System packages are missing. Install them and run again: ${command}`);
  }
  await step(`system packages (${missing.join(' ')})`, async () => {
    await apt(['update']);
    await apt(['install', '-y', '--no-install-recommends', ...namesHere(missing, isAptPackage)]);
  });
}

async function apt(args: readonly string[]): Promise<void> {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const { code, output } = await quietly('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=120', ...args], { env });
  if (code !== 0) throw new Refusal(`apt-get ${args[0]} failed:\n${output.trim()}\nMend what it says and run again.`);
}

function isAptPackage(name: string): boolean {
  return spawnSync('apt-cache', ['show', '--no-all-versions', name], { stdio: 'ignore' }).status === 0;
}

function thisMachine(): Machine {
  const { env } = process;
  const folders = (env['PATH'] ?? '').split(delimiter);
  return {
    libraries: new Set(
      written('/sbin/ldconfig', ['-p'])
        .match(/^\t\S+/gm)
        ?.map((name) => name.trim()),
    ),
    programs: new Set(['Xvfb', 'socat'].filter((name) => folders.some((folder) => existsSync(join(folder, name))))),
    display: Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']),
    cyrillicFont: written('fc-list', [':lang=ru']) !== '',
  };
}

function written(command: string, args: readonly string[]): string {
  return spawnSync(command, args, { encoding: 'utf8' }).stdout ?? '';
}
