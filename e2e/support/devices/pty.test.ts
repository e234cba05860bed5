import { once } from 'node:events';
import { createReadStream, existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { startPty } from './pty.ts';

test('what is typed comes out at the port', async () => {
  const pty = await startPty();
  const port = createReadStream(pty.portPath);
  port.on('error', () => {});
  await once(port, 'open');
  const heard = once(port, 'data');
  await pty.type('4601234567890\r');
  expect(String((await heard)[0])).toBe('4601234567890\r');
  port.destroy();
  await pty.close();
});

test('the path vanishes with the device and comes back with it', async () => {
  const pty = await startPty();
  expect(existsSync(pty.portPath)).toBe(true);
  await pty.unplug();
  expect(existsSync(pty.portPath)).toBe(false);
  await expect(pty.type('x')).rejects.toThrow('unplugged');
  await pty.replug();
  expect(existsSync(pty.portPath)).toBe(true);
  await pty.close();
  expect(existsSync(pty.portPath)).toBe(false);
});
