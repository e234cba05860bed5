// The npm-carried Electron comes without the default app that every Electron has: the one that runs `electron [options] <app> [arguments]`.
// It must be an ES module: Electron holds 'ready' back until its top-level await is over, so that what the application's own main script
// has to say before 'ready' (registerSchemesAsPrivileged, appendSwitch) still comes in time.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const require = createRequire(import.meta.url);
require(join(process.resourcesPath, 'compat', 'alias.cjs'));

const words = process.argv.slice(1);
const preloads = [];
let target;
while (target === undefined && words.length > 0) {
  const word = words.shift();
  if (word === '-r' || word === '--require') preloads.push(words.shift());
  else if (!word.startsWith('-')) target = resolve(word);
}
if (target === undefined) {
  process.stderr.write('Usage: electron [options] <path to the application> [its arguments]\n');
  process.exit(1);
}

// Playwright waits for its own preload, which rewrites process.argv: our words are read by now.
for (const file of preloads) require(resolve(file));

try {
  const manifest = readManifest(target);
  const name = manifest.productName ?? manifest.name;
  if (name) app.setName(name);
  if (manifest.version) app.setVersion(manifest.version);
  app.setDesktopName(manifest.desktopName ?? `${app.getName()}.desktop`);
  const script = require.resolve(target);
  app.setAppPath(manifest.missing ? resolve(script, '..') : target);
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
  if (script.endsWith('.mjs')) await import(pathToFileURL(script).href);
  else require(script);
} catch (error) {
  process.stderr.write(`The application could not be started: ${error?.stack ?? error}\n`);
  process.exit(1);
}

/** The application's package.json; a single script has none. */
function readManifest(folder) {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return { missing: true };
    throw error;
  }
}
