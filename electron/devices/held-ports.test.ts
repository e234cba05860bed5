import { readdirSync, readlinkSync, realpathSync } from 'node:fs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FoundDevice } from '../../app/domain/found-device.ts';
import { type Pty, startPty } from '../../e2e/support/devices/pty.ts';
import type { ScannerMessage } from '../device-host/protocol.ts';
import { HeldPorts } from './held-ports.ts';

let pty: Pty;
let held: HeldPorts;

beforeEach(async () => {
  pty = await startPty();
  held = new HeldPorts();
});
afterEach(async () => {
  await held.close();
  await pty.close();
});

type State = Extract<ScannerMessage, { kind: 'scanner-state' }>['state'];

function tell(state: State, path = pty.portPath): void {
  const device: FoundDevice = { kind: 'serial', name: path, path };
  held.told({ kind: 'scanner-state', scanner: 0, state, device });
}

/** How often this process has the port open. */
function holds(): number {
  const port = realpathSync(pty.portPath);
  return readdirSync('/proc/self/fd').filter((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`) === port;
    } catch {
      return false;
    }
  }).length;
}

test('a port is held from when it is ready, also over the death of the host', async () => {
  tell('ready');
  await vi.waitFor(() => expect(holds()).toBe(1));
  tell('connecting');
  tell('ready');
  await vi.waitFor(() => expect(holds()).toBe(1));
});

test.each(['unplugged', 'not-found', 'busy'] as const)('one that is %s is let go', async (state) => {
  tell('ready');
  await vi.waitFor(() => expect(holds()).toBe(1));
  tell(state);
  await vi.waitFor(() => expect(holds()).toBe(0));
});

test('closed, it holds nothing', async () => {
  tell('ready');
  await held.close();
  expect(holds()).toBe(0);
});

test('one that vanished meanwhile is no exception', async () => {
  tell('ready', '/dev/no-such-port');
  await held.close();
});
