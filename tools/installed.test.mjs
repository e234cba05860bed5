import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isInstalled, isReleased } from './installed.mjs';

const program = join(import.meta.dirname, '..', 'node_modules', 'node', 'bin', 'node');
const lockfile = (packages) => JSON.stringify({ lockfileVersion: 3, packages });
const project = { '': { name: 'project' } };
const zod = { version: '4.6.7', integrity: 'sha512-a' };

test('what npm installed is what the lockfile asks for', () => {
  expect(isInstalled(lockfile({ ...project, 'node_modules/zod': zod }), lockfile({ 'node_modules/zod': zod }))).toBe(
    true,
  );
});

test('a package that is not there has to be installed', () => {
  expect(isInstalled(lockfile({ ...project, 'node_modules/zod': zod }), lockfile({}))).toBe(false);
});

test('an optional package may be missing: it is for another system', () => {
  expect(isInstalled(lockfile({ 'node_modules/fsevents': { ...zod, optional: true } }), lockfile({}))).toBe(true);
});

test.each([{ version: '4.6.8' }, { integrity: 'sha512-b' }])(
  'a package changed in the lockfile has to be installed: %o',
  (change) => {
    expect(
      isInstalled(lockfile({ 'node_modules/zod': { ...zod, ...change } }), lockfile({ 'node_modules/zod': zod })),
    ).toBe(false);
  },
);

test('a newer version of an optional package has to be installed too', () => {
  const optional = { ...zod, optional: true };
  const installed = lockfile({ 'node_modules/fsevents': optional });
  expect(isInstalled(lockfile({ 'node_modules/fsevents': { ...optional, version: '5.0.0' } }), installed)).toBe(false);
});

test('a program of Node that is not its release’s is refused, and a good one is read once', () => {
  let noted = null;
  const memory = {
    read: () => noted,
    write: (stands) => {
      noted = stands;
    },
  };
  const other = { bytes: () => Buffer.from('another program'), stands: '1' };
  expect(isReleased(other, '24.21.0 linux x64', memory)).toBe(false);
  expect(noted).toBeNull();
  expect(isReleased(other, '99.0.0 linux x64', memory)).toBe(true);
  const own = { bytes: () => readFileSync(program), stands: '2' };
  const { version } = JSON.parse(readFileSync(join(program, '..', '..', 'package.json'), 'utf8'));
  expect(isReleased(own, `${version} ${process.platform} ${process.arch}`, memory)).toBe(true);
  const unread = {
    bytes: () => {
      throw new Error('read again');
    },
    stands: '2',
  };
  noted = '2';
  expect(isReleased(unread, '24.21.0 linux x64', memory)).toBe(true);
});
