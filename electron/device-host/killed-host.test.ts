import { type ChildProcess, fork } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { build } from 'rolldown';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { Clock } from '../../app/sale/ports.ts';
import { scannerSchema } from '../../app/settings/scanners.ts';
import { type Pty, startPty } from '../../e2e/support/devices/pty.ts';
import { NATIVE_PACKAGES } from '../../tools/bundles.ts';
import { HeldPorts } from '../devices/held-ports.ts';
import { DeviceHost, type HostProcess } from './device-host.ts';
import { BEAT_MS } from './heartbeat.ts';

/** The device host as a process of Node's own at a real port, killed while codes come in. */

const KILLS = 100;
const ROOT = join(import.meta.dirname, '..', '..');
/** Bundled, so that it starts soon. */
const PROGRAM = join(ROOT, 'out', 'forked-host', 'main.mjs');

beforeAll(() =>
  build({
    cwd: ROOT,
    input: join(import.meta.dirname, 'fixtures', 'forked-host.ts'),
    platform: 'node',
    external: NATIVE_PACKAGES,
    output: { dir: dirname(PROGRAM), entryFileNames: basename(PROGRAM), format: 'esm' },
  }),
);

vi.setConfig({ testTimeout: 180_000 });

/** A dead host is started again at once: how long main waits is tested elsewhere. */
const impatient: Clock = {
  now: Date.now,
  elapsed: () => performance.now(),
  after(ms, callback) {
    if (ms === BEAT_MS) {
      const beat = setTimeout(callback, ms);
      return () => clearTimeout(beat);
    }
    const timer = setImmediate(callback);
    return () => clearImmediate(timer);
  },
};

const cleanUp: (() => unknown)[] = [];

afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
});

async function openTill() {
  const pty = await startPty();
  const told = new EventEmitter();
  const codes: string[] = [];
  /** How many codes had come each time that one was told to be damaged. */
  const damages: number[] = [];
  const heldPorts = new HeldPorts();
  let underWay = false;
  let child: ChildProcess | null = null;
  const host = new DeviceHost(
    () => {
      child = fork(PROGRAM, { serialization: 'advanced' });
      return processOf(child);
    },
    impatient,
    { tells: () => null, learn: () => {} },
    {
      told(message) {
        heldPorts.told(message);
        if (message.kind === 'scan') codes.push(message.scan.text);
        if (message.kind === 'scan-damaged') damages.push(codes.length);
        if (message.kind === 'scan-under-way') underWay = message.is;
        if (message.kind === 'scanner-state' && message.state === 'ready') told.emit('ready');
        told.emit('told');
      },
      alive: () => {},
      hung: () => told.emit('hung'),
    },
  );
  cleanUp.push(
    pty.close,
    () => heldPorts.close(),
    () => host.stop(),
  );
  const ready = once(told, 'ready');
  host.start([scannerSchema.parse({ kind: 'serial', path: pty.portPath })]);
  await ready;
  return {
    pty,
    codes,
    damages,
    isUnderWay: () => underWay,
    async kill() {
      const restarted = once(told, 'ready');
      child?.kill('SIGKILL');
      await restarted;
    },
    /** Stops the host without ending it; `replaced` settles when another one has taken its place. */
    async hang(): Promise<{ readonly replaced: Promise<unknown> }> {
      const replaced = Promise.all([once(told, 'hung'), once(told, 'ready')]);
      child?.kill('SIGSTOP');
      const isStopped = () => / T /.test(readFileSync(`/proc/${child?.pid}/stat`, 'utf8'));
      while (!isStopped()) await sleep(5);
      return { replaced };
    },
    async until(happened: () => boolean) {
      while (!happened()) await once(told, 'told');
    },
  };
}

function processOf(child: ChildProcess): HostProcess {
  return {
    send: (message) => child.send(message),
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.once('exit', listener),
    kill: () => child.kill('SIGKILL'),
  };
}

/** Scans until told to stop, now whole and now in two pieces; gives all codes that were sent. */
function scanOn(pty: Pty) {
  const sent: string[] = [];
  let going = true;
  const sending = (async () => {
    for (let place = 0; going; place++) {
      const code = String(4_600_000_000_000 + place);
      sent.push(code);
      const cut = place % 3 === 0 ? 5 : 0;
      if (cut > 0) await pty.type(code.slice(0, cut));
      await pty.type(`${code.slice(cut)}\r`);
      await sleep(5);
    }
  })();
  return {
    async stop(): Promise<readonly string[]> {
      going = false;
      await sending;
      return sent;
    },
  };
}

/** Codes that did not come, where nobody was told of a damage between the codes around them. */
function lostInSilence(sent: readonly string[], codes: readonly string[], damages: readonly number[]): string[] {
  return sent.filter((code) => {
    if (codes.includes(code)) return false;
    const cameBefore = codes.filter((one) => one < code).length;
    return !damages.includes(cameBefore);
  });
}

test(`killed ${KILLS} times amid scans it doubles none, glues none, tears none, and loses none in silence`, async () => {
  const till = await openTill();
  const scanning = scanOn(till.pty);
  for (let kill = 0; kill < KILLS; kill++) {
    await sleep(Math.random() * 40);
    await till.kill();
  }
  const sent = await scanning.stop();
  await till.pty.type('END\r');
  await till.until(() => till.codes.at(-1) === 'END');
  const came = till.codes.slice(0, -1);
  expect(came.filter((code) => !sent.includes(code))).toEqual([]);
  expect(came).toEqual([...new Set(came)].toSorted());
  expect(lostInSilence(sent, came, till.damages)).toEqual([]);
  // Codes came in while no host was there too; only one that was in hand at a kill may be missing, with what was read along.
  expect(came.length).toBeGreaterThan(sent.length - 5 * KILLS);
});

test('one that hangs is noticed and ended, and what was scanned meanwhile is read by the next one', async () => {
  const till = await openTill();
  await till.pty.type('4600000000001\r');
  await till.until(() => till.codes.length === 1 && !till.isUnderWay());
  const { replaced } = await till.hang();
  await till.pty.type('4600000000002\r4600000000003\r');
  await replaced;
  await till.until(() => till.codes.length === 3);
  expect(till.codes).toEqual(['4600000000001', '4600000000002', '4600000000003']);
});

test('what is scanned while no host is there is read by the next one', async () => {
  const till = await openTill();
  const restarted = till.kill();
  const codes = Array.from({ length: 100 }, (_, place) => String(4_600_000_000_000 + place));
  await till.pty.type(codes.map((code) => `${code}\r`).join(''));
  await restarted;
  await till.until(() => till.codes.length === codes.length);
  expect(till.codes).toEqual(codes);
});

test('the rest of a code that was in hand is not taken for a code', async () => {
  const till = await openTill();
  await till.pty.type('46012');
  await till.pty.type('34567890\r4609876543210\r');
  await till.until(() => till.codes.length === 2 && !till.isUnderWay());
  await till.pty.type('46011');
  await till.until(till.isUnderWay);
  const restarted = till.kill();
  await till.pty.type('11111\r4602222222222\r');
  await restarted;
  await till.until(() => till.codes.length === 3);
  expect(till.codes).toEqual(['4601234567890', '4609876543210', '4602222222222']);
  expect(till.damages).toEqual([2]);
});
