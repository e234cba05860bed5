import { describe, expect, test } from 'vitest';
import { type ScannerSettings, scannerSchema } from '../../app/settings/scanners.ts';
import { TestClock } from '../../app/testing/till.ts';
import { DeviceHost, type HostProcess } from './device-host.ts';
import { type FromHost, toHost } from './protocol.ts';

class FakeProcess implements HostProcess {
  readonly sent: unknown[] = [];
  say: (message: unknown) => void = () => {};
  die: () => void = () => {};
  killed = false;

  send(message: unknown): void {
    this.sent.push(message);
  }
  onMessage(listener: (message: unknown) => void): void {
    this.say = listener;
  }
  onExit(listener: () => void): void {
    this.die = listener;
  }
  kill(): void {
    this.killed = true;
  }
}

const scanners: ScannerSettings[] = [scannerSchema.parse({ kind: 'serial', path: '/dev/scanner' })];
const printer = { kind: 'tcp', host: '127.0.0.1', port: 9100, columns: 48, codeTable: 17 } as const;
const SCAN: FromHost = { kind: 'scan', scan: { text: '4600494000218', source: 'serial' } };

function start() {
  const clock = new TestClock();
  const processes: FakeProcess[] = [];
  const told: FromHost[] = [];
  const alive: boolean[] = [];
  const fork = (): HostProcess => {
    const process = new FakeProcess();
    processes.push(process);
    return process;
  };
  const host = new DeviceHost(fork, clock, {
    told: (message) => told.push(message),
    alive: (is) => alive.push(is),
  });
  host.start(scanners);
  const latest = (): FakeProcess => {
    const process = processes.at(-1);
    if (!process) throw new Error('no process');
    return process;
  };
  return { host, clock, processes, latest, told, alive };
}

test('scans come through; what is no message of the protocol does not', () => {
  const { latest, told } = start();
  latest().say(SCAN);
  latest().say({ kind: 'scan', scan: { text: 5 } });
  latest().say('garbage');
  expect(told).toEqual([SCAN]);
});

describe('when the host dies', () => {
  test('it is started again within a second with the same scanners', () => {
    const { latest, clock, processes, alive } = start();
    latest().die();
    clock.advance(999);
    expect(processes).toHaveLength(2);
    expect(latest().sent).toEqual([{ kind: 'scanners', scanners }]);
    expect(alive).toEqual([true, false, true]);
  });

  test('a slip on its way counts as failed, and later ones go to the new host', async () => {
    const { host, latest, clock } = start();
    const first = host.print(printer, new Uint8Array([1]));
    latest().die();
    expect(await first).toBe('failed');
    expect(await host.print(printer, new Uint8Array([2]))).toBe('unreachable');
    clock.advance(1_000);
    const second = host.print(printer, new Uint8Array([3]));
    const message = toHost.parse(latest().sent.at(-1));
    if (message.kind !== 'print') throw new Error(message.kind);
    latest().say({ kind: 'print-result', job: message.job, outcome: 'sent' });
    expect(await second).toBe('sent');
  });

  test('it waits longer each time while it keeps dying', () => {
    const { latest, clock, processes } = start();
    for (let death = 0; death < 10; death++) {
      latest().die();
      clock.advance(5_000);
    }
    expect(processes).toHaveLength(11);
    latest().die();
    clock.advance(4_999);
    expect(processes).toHaveLength(11);
  });

  test('after it was stopped it stays away', () => {
    const { host, latest, clock, processes } = start();
    host.stop();
    expect(latest().killed).toBe(true);
    latest().die();
    clock.advance(60_000);
    expect(processes).toHaveLength(1);
  });
});
