#!/usr/bin/env node
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { controlFile, type Request, readRequest } from './deb.ts';

/** Stands in for fpm where electron-builder calls it (CUSTOM_FPM_PATH) to turn a folder into a .deb: dpkg-deb does the work. */

const work = mkdtempSync(join(tmpdir(), 'deb-'));
try {
  pack(readRequest(process.argv.slice(2)), join(work, 'root'));
} finally {
  rmSync(work, { recursive: true });
}

function pack(request: Request, root: string): void {
  for (const { from, to } of request.sources) copy(from, join(root, to));
  const size = kibibytes(root);
  const control = join(root, 'DEBIAN');
  mkdirSync(control);
  writeFileSync(join(control, 'control'), controlFile(request, size));
  for (const [script, file] of Object.entries({
    postinst: request['after-install'],
    postrm: request['after-remove'],
  })) {
    writeFileSync(join(control, script), readFileSync(file), { mode: 0o755 });
  }
  rmSync(request.package, { force: true });
  execFileSync('dpkg-deb', ['--root-owner-group', '-Zxz', '-z1', '--build', root, request.package], {
    stdio: 'inherit',
  });
}

/** A folder's contents where `from` ends with a slash, else one file. */
function copy(from: string, to: string): void {
  mkdirSync(from.endsWith('/') ? to : dirname(to), { recursive: true });
  cpSync(from, to, { recursive: true, verbatimSymlinks: true });
  if (!from.endsWith('/')) chmodSync(to, 0o644);
}

function kibibytes(path: string): number {
  const found = statSync(path);
  if (!found.isDirectory()) return Math.ceil(found.size / 1024);
  return readdirSync(path).reduce((sum, name) => sum + kibibytes(join(path, name)), 4);
}
