import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { storageFaultOf } from './storage-fault.ts';

const coded = (code: string) => Object.assign(new Error('words'), { code });

test.each([
  ['SQLITE_FULL', 'full'],
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['SQLITE_READONLY', 'read-only'],
  ['SQLITE_READONLY_DBMOVED', 'read-only'],
  ['EROFS', 'read-only'],
  ['EACCES', 'read-only'],
  ['SQLITE_CANTOPEN', 'no-files'],
  ['EMFILE', 'no-files'],
  ['SQLITE_IOERR_WRITE', 'failing'],
  ['EIO', 'failing'],
  ['SQLITE_BUSY', null],
  ['SQLITE_CORRUPT', null],
  ['ENOENT', null],
])('%s is %s', (code, fault) => {
  expect(storageFaultOf(coded(code))).toBe(fault);
});

test('what is a text by now is read as well, and a real error of the system', () => {
  expect(storageFaultOf('Error: ENOSPC: no space left on device, write')).toBe('full');
  expect(storageFaultOf('EVERYTHING is lost')).toBeNull();
  expect([storageFaultOf(undefined), storageFaultOf(null), storageFaultOf(new Error('full'))]).toEqual([
    null,
    null,
    null,
  ]);
  const caught = (work: () => unknown): unknown => {
    try {
      return work();
    } catch (error) {
      return error;
    }
  };
  expect(storageFaultOf(caught(() => readFileSync('/no/such/file')))).toBeNull();
  expect(storageFaultOf(String(caught(() => writeFileSync('/dev/full', 'x'))))).toBe('full');
});
