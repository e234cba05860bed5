// The door that every npm script goes through: `node tools/setup.mjs <task> [arguments]`.
// Plain JavaScript without packages, so that it runs on a machine that has nothing but Node 20. It installs the packages where they are
// missing and hands the task over to tools/run.ts on the Node that comes with them (the ecosystem of today wants a newer one than 20).
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isInstalled, isReleased } from './installed.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const windows = process.platform === 'win32';
const node = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');
const bin = join(root, 'node_modules', '.bin');
const again = 'and run the same command again.';

if (Number.parseInt(process.versions.node, 10) < 20) {
  refuse(`Node ${process.versions.node} is too old: install Node 20 or newer (https://nodejs.org) ${again}`);
}
if (!packagesAreThere() || !nodeIsThere()) installPackages();
handOver();

function packagesAreThere() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  return isInstalled(readFileSync(join(root, 'package-lock.json'), 'utf8'), readFileSync(installed, 'utf8'));
}

function nodeIsThere() {
  if (!existsSync(node)) return false;
  const { ino, size, ctimeMs } = statSync(node);
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules', 'node', 'package.json'), 'utf8'));
  const noted = join(root, 'node_modules', 'node', '.good');
  const memory = {
    read: () => (existsSync(noted) ? readFileSync(noted, 'utf8') : null),
    write: (stands) => writeFileSync(noted, stands),
  };
  const program = { bytes: () => readFileSync(node), stands: `${ino} ${size} ${ctimeMs}` };
  if (isReleased(program, `${version} ${process.platform} ${process.arch}`, memory)) return true;
  return refuse(`The Node in node_modules is not the one of its release: remove node_modules ${again}`);
}

function installPackages() {
  const started = Date.now();
  process.stdout.write('packages from npm … ');
  // Without install scripts: on a machine without a compiler they would fail to build what the packages bring built.
  if (!packagesAreThere()) {
    // The lockfile holds the optional packages that our registry serves. Where another set is served, `npm ci` of npm 11 refuses it;
    // `npm install` takes the locked versions all the same, and packagesAreThere() compares them.
    const refused = npm(['ci', '--include=dev', '--ignore-scripts'], packagesAreThere, 'EUSAGE');
    if (refused) npm(['install', '--no-save', '--include=dev', '--ignore-scripts'], packagesAreThere);
  }
  // But for the one that fetches Node's program.
  npm(['rebuild', 'node', '--ignore-scripts=false'], nodeIsThere);
  process.stdout.write(`${((Date.now() - started) / 1000).toFixed(1)} s\n`);
}

/**
 * Runs npm. Whether it did its work is for `done` to say: npm 10 ends with 0 when the network is gone. Ends the program with a
 * sentence when it did not, unless it refused with the code `expected`, which is the only way to get `true`.
 */
function npm(args, done, expected = '') {
  // loglevel=error hides EBADENGINE: packages that want a newer Node get it, but npm looks at the one it runs on itself.
  const quiet = ['--loglevel=error', '--no-audit', '--no-fund', '--no-update-notifier'];
  const impatient = ['--fetch-retry-mintimeout=2000', '--fetch-retry-factor=2'];
  // Without our own .bin in the path: npm is about to delete the Node in there.
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.includes(`node_modules${sep}.bin`));
  const ended = spawnSync('npm', [...args, ...quiet, ...impatient], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, PATH: path.join(delimiter) },
    shell: windows,
  });
  if (ended.error) refuse(`failed\nnpm was not found: install Node 20 or newer together with npm ${again}`);
  if (done()) return false;
  const output = `${ended.stdout}${ended.stderr}`;
  if (expected && output.includes(`code ${expected}`)) return true;
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|Exit handler never called/.test(output)) {
    refuse(`failed\nThe npm registry does not answer: connect this machine to the network ${again}`);
  }
  return refuse(`failed\n${output}\nnpm could not install the packages: mend what it says above ${again}`);
}

function handOver() {
  const task = spawn(node, [join(root, 'tools', 'run.ts'), ...process.argv.slice(2)], {
    cwd: root,
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` },
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => task.kill(signal));
  task.on('error', (error) => refuse(`Node from npm does not start: ${error.message}`));
  task.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
}

function refuse(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
