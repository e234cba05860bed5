import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { failureByCode, systemCodeOf } from './open-failure.ts';

test('the system names what is wrong with a path', async () => {
  expect(await systemCodeOf(join(tmpdir(), 'no-such-device'))).toBe('ENOENT');
  expect(await systemCodeOf(tmpdir())).toBe('EISDIR');
  expect(await systemCodeOf('/dev/null')).toBeNull();
});

test.each([
  ['ENODEV', 'not-found'],
  ['EBUSY', 'busy'],
  ['EACCES', 'no-permission'],
  ['EISDIR', 'failed'],
  [null, 'failed'],
])('%s is %s', (code, failure) => {
  expect(failureByCode(code)).toBe(failure);
});
