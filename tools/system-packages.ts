import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

/** Debian's package for each shared library that Electron or node-hid is linked with and a bare system lacks. */
const LIBRARIES = {
  'libgtk-3.so.0': 'libgtk-3-0',
  'libnss3.so': 'libnss3',
  'libasound.so.2': 'libasound2',
  'libgbm.so.1': 'libgbm1',
  'libXss.so.1': 'libxss1',
  'libXtst.so.6': 'libxtst6',
  'libatspi.so.0': 'libatspi2.0-0',
  'libusb-1.0.so.0': 'libusb-1.0-0',
} as const;

/**
 * Beside Electron: `pseudoTerminals` for devices at a port, `keyboards` for scanners that type, each on a screen of its own,
 * `spooler` for printing by the system, `certificates` for services that speak TLS, `keyring` for secrets sealed by a desktop, `virtualMachine` for one with USB ports, `windows` for programs made for Windows.
 */
export type Wanted = {
  readonly pseudoTerminals: boolean;
  readonly keyboards?: boolean;
  readonly spooler?: boolean;
  readonly certificates?: boolean;
  readonly keyring?: boolean;
  readonly virtualMachine?: boolean;
  readonly windows?: boolean;
};

/** Debian's package for each program, by what wants it. */
const PROGRAMS = {
  pseudoTerminals: { socat: 'socat', 'umockdev-run': 'umockdev' },
  keyboards: { xdotool: 'xdotool', setxkbmap: 'x11-xkb-utils' },
  spooler: { cupsd: 'cups-daemon' },
  certificates: { openssl: 'openssl' },
  keyring: {
    'gnome-keyring-daemon': 'gnome-keyring',
    'dbus-daemon': 'dbus',
  },
  virtualMachine: {
    'qemu-system-x86_64': 'qemu-system-x86',
    busybox: 'busybox-static',
    cpio: 'cpio',
    modprobe: 'kmod',
  },
  windows: { wine: 'wine' },
} as const;

const USES = [
  'pseudoTerminals',
  'keyboards',
  'spooler',
  'certificates',
  'keyring',
  'virtualMachine',
  'windows',
] as const;

/** Debian packages that this machine needs and has not. */
export function missingPackages(machine: Machine, wanted: Wanted): string[] {
  const missing: string[] = Object.entries(LIBRARIES).flatMap(([soname, name]) =>
    machine.libraries.has(soname) ? [] : [name],
  );
  if ((wanted.keyboards || !machine.display) && !machine.programs.has('Xvfb')) missing.push('xvfb');
  for (const use of USES) {
    for (const [program, name] of Object.entries(wanted[use] ? PROGRAMS[use] : {})) {
      if (!machine.programs.has(program)) missing.push(name);
    }
  }
  if (!machine.cyrillicFont) missing.push('fonts-dejavu-core');
  return missing;
}

/** The names to install by: some libraries got the suffix t64 in Debian 13 and Ubuntu 24.04. */
export function namesHere(packages: readonly string[], exists: (name: string) => boolean): string[] {
  return packages.map((name) => (exists(`${name}t64`) ? `${name}t64` : name));
}

/** Sees to it that the system has what Electron needs: installs it as root on Debian and its kin, says what to do elsewhere. */
export async function systemPackages(wanted: Wanted): Promise<void> {
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
    await withoutServices(() => apt(['install', '-y', '--no-install-recommends', ...namesHere(missing, isAptPackage)]));
  });
}

/** Asked by Debian before it starts what was just installed (policy-rc.d in Debian's package init-system-helpers). */
const POLICY = '/usr/sbin/policy-rc.d';
/** Known again as ours, should a run that was killed have left it there. */
const NONE = '#!/bin/sh\n# arm-kassira: no service starts while packages are installed\nexit 101\n';

/** What the tests need of a service they start themselves: none of them shall run on this machine because of us. */
async function withoutServices(install: () => Promise<void>): Promise<void> {
  if (existsSync(POLICY) && readFileSync(POLICY, 'utf8') !== NONE) return install();
  writeFileSync(POLICY, NONE, { mode: 0o755 });
  // Left there it would keep the system from starting its own services ever after; a signal ends this process by `endTogether`.
  const remove = (): void => rmSync(POLICY, { force: true });
  process.once('exit', remove);
  try {
    await install();
  } finally {
    process.off('exit', remove);
    remove();
  }
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
  const folders = [...(env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/sbin'];
  const programs = ['Xvfb', ...Object.values(PROGRAMS).flatMap(Object.keys)];
  return {
    libraries: new Set(
      written('/sbin/ldconfig', ['-p'])
        .match(/^\t\S+/gm)
        ?.map((name) => name.trim()),
    ),
    programs: new Set(programs.filter((name) => folders.some((folder) => existsSync(join(folder, name))))),
    display: Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']),
    cyrillicFont: written('fc-list', [':lang=ru']) !== '',
  };
}

function written(command: string, args: readonly string[]): string {
  return spawnSync(command, args, { encoding: 'utf8' }).stdout ?? '';
}
