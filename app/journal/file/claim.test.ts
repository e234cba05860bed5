import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../../testing/folder.ts';
import { claim } from './claim.ts';

test('a program that dies holds nobody up', async () => {
  const file = path.join(temporaryFolder(onTestFinished), 'journal.sqlite');
  const script = `
    import { claim } from ${JSON.stringify(new URL('claim.ts', import.meta.url).href)};
    process.stdout.write(claim(${JSON.stringify(file)}) ? 'claimed' : 'refused');
    setInterval(() => {}, 1_000);`;
  const other = spawn(process.execPath, ['--input-type=module', '--eval', script]);
  const [said] = await once(other.stdout, 'data');
  expect(String(said)).toBe('claimed');
  expect(claim(file)).toBeNull();
  other.kill('SIGKILL');
  await once(other, 'exit');
  const ours = claim(file);
  expect(ours).not.toBeNull();
  ours?.release();
});
