import { describe, expect, test, vi } from 'vitest';
import type { FoundDevice } from '../../app/domain/found-device.ts';
import type { FoundPrinter } from '../../app/domain/found-printer.ts';
import { printerSchema } from '../../app/settings/printers.ts';
import { type ScannerSettings, scannerSchema } from '../../app/settings/scanners.ts';
import { TestClock } from '../../app/testing/till.ts';
import { interrupted, notStarted, type PrintEnd } from '../../printing/transport/job.ts';
import { DeviceHost, type HostProcess } from './device-host.ts';
import type { PrintListeners } from './prints-under-way.ts';
import type { FromHost } from './protocol.ts';

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
const printer = printerSchema.parse({ kind: 'tcp', host: '127.0.0.1' });
const SCAN: FromHost = { kind: 'scan', scanner: 0, scan: { text: '4600494000218', source: 'serial', at: 0 } };

const DEVICE: FoundDevice = { kind: 'serial', name: '/dev/ttyS0', path: '/dev/ttyS0' };

/** Has a slip printed that may leave. */
function print(
  host: DeviceHost,
  listeners: Partial<PrintListeners> = {},
  givenUp = new AbortController().signal,
): Promise<PrintEnd> {
  return host.print(printer, new Uint8Array([1]), { starting: () => true, holding: () => {}, ...listeners }, givenUp);
}

/** @param known what earlier slips taught of every printer */
function start(known: boolean | null = null) {
  const clock = new TestClock();
  const processes: FakeProcess[] = [];
  const told: FromHost[] = [];
  const alive: boolean[] = [];
  const hung: number[] = [];
  const fork = (): HostProcess => {
    const process = new FakeProcess();
    processes.push(process);
    return process;
  };
  const memory = { tells: () => known, learn: vi.fn() };
  const host = new DeviceHost(fork, clock, memory, {
    told: (message) => told.push(message),
    alive: (is) => alive.push(is),
    hung: () => hung.push(clock.elapsed()),
  });
  host.start(scanners);
  const latest = (): FakeProcess => {
    const process = processes.at(-1);
    if (!process) throw new Error('no process');
    return process;
  };
  return { host, clock, processes, latest, told, alive, hung, memory };
}

test('scans come through; what is no message of the protocol does not', () => {
  const { latest, told } = start();
  latest().say(SCAN);
  latest().say({ kind: 'scan', scan: { text: 5 } });
  latest().say('garbage');
  expect(told).toEqual([SCAN]);
});

test('whoever asks what is plugged in gets the answer', async () => {
  const { host, latest } = start();
  const asked = [host.find(), host.find()];
  expect(latest().sent.slice(1)).toEqual([{ kind: 'find' }, { kind: 'find' }]);
  latest().say({ kind: 'found', devices: [DEVICE] });
  expect(await Promise.all(asked)).toEqual([[DEVICE], [DEVICE]]);
});

describe('a host that lives and does not answer', () => {
  const beat = (clock: TestClock, times: number) => {
    for (let time = 0; time < times; time++) clock.advance(1_000);
  };

  test('is ended once five questions in a row went without an answer', () => {
    const { clock, latest, hung } = start();
    for (let time = 0; time < 20; time++) {
      beat(clock, 1);
      latest().say({ kind: 'pong' });
    }
    expect(latest().sent.filter((one) => JSON.stringify(one) === '{"kind":"ping"}')).toHaveLength(20);
    beat(clock, 5);
    expect(latest().killed).toBe(false);
    beat(clock, 1);
    expect(latest().killed).toBe(true);
    expect(hung).toHaveLength(1);
  });

  test('may take longer while it is starting, and a scan is a sign of life', () => {
    const { clock, latest } = start();
    beat(clock, 30);
    expect(latest().killed).toBe(false);
    latest().say(SCAN);
    beat(clock, 4);
    latest().say(SCAN);
    beat(clock, 5);
    expect(latest().killed).toBe(false);
  });

  test('is not blamed for the time that main was busy or the computer slept', () => {
    const { clock, latest } = start();
    latest().say({ kind: 'pong' });
    clock.advance(3_600_000);
    expect(latest().killed).toBe(false);
  });

  test('keeps nobody waiting for what is plugged in', async () => {
    const { host, clock, latest } = start();
    const asked = [host.find(), host.findPrinters()];
    clock.advance(10_000);
    expect(await Promise.all(asked)).toEqual([[], []]);
    latest().say({ kind: 'found', devices: [DEVICE] });
    const again = host.find();
    latest().say({ kind: 'found', devices: [DEVICE] });
    expect(await again).toEqual([DEVICE]);
  });

  test('leaves a slip in doubt that had left, and gives back one that had not', async () => {
    const { host, clock, latest } = start();
    latest().say({ kind: 'pong' });
    const ends = [print(host), print(host)];
    latest().say({ kind: 'print-ready', job: 1 });
    beat(clock, 6);
    expect(latest().killed).toBe(true);
    latest().die();
    expect(await Promise.all(ends)).toEqual([interrupted('failed'), notStarted('failed')]);
  });
});

describe('a slip', () => {
  test('leaves only when it may', () => {
    const { host, latest } = start();
    void print(host, { starting: () => true });
    void print(host, { starting: () => false });
    latest().say({ kind: 'print-ready', job: 1 });
    latest().say({ kind: 'print-ready', job: 2 });
    expect(latest().sent.slice(-2)).toEqual([
      { kind: 'print-go', job: 1 },
      { kind: 'print-stop', job: 2 },
    ]);
  });

  test('goes at once to a printer that was made ready', () => {
    const { host, latest } = start();
    host.prepare(printer);
    expect(latest().sent.at(-1)).toEqual({ kind: 'printer-prepare', preparation: 1, printer, tells: null });
    latest().say({ kind: 'printer-prepared', preparation: 1, is: true });
    const starting = vi.fn(() => true);
    void print(host, { starting });
    expect(starting).toHaveBeenCalledTimes(1);
    void print(host);
    expect(latest().sent.slice(-2)).toMatchObject([
      { kind: 'print', mayStart: true },
      { kind: 'print', mayStart: false },
    ]);
  });

  test.each<[string, (host: FakeProcess) => void]>([
    ['is not ready yet', () => {}],
    [
      'is ready no longer',
      (host) => {
        host.say({ kind: 'printer-prepared', preparation: 1, is: true });
        host.say({ kind: 'printer-prepared', preparation: 1, is: false });
      },
    ],
    [
      'was ready at a host that died',
      (host) => {
        host.say({ kind: 'printer-prepared', preparation: 1, is: true });
        host.die();
      },
    ],
  ])('asks a printer that %s', (_, happens) => {
    const { host, latest, clock } = start();
    host.prepare(printer);
    happens(latest());
    clock.advance(1_000);
    const starting = vi.fn(() => true);
    void print(host, { starting });
    expect(starting).not.toHaveBeenCalled();
    expect(latest().sent.at(-1)).toMatchObject({ kind: 'print', mayStart: false });
  });

  test('interrupts, where the host dies, what was stored as leaving', async () => {
    const { host, latest } = start();
    host.prepare(printer);
    latest().say({ kind: 'printer-prepared', preparation: 1, is: true });
    const ended = print(host);
    latest().die();
    expect(await ended).toEqual(interrupted('failed'));
  });

  test('does not come: the printer is let go, once', () => {
    const { host, latest } = start();
    const callOff = host.prepare(printer);
    callOff();
    callOff();
    expect(latest().sent.slice(-2)).toEqual([
      { kind: 'printer-prepare', preparation: 1, printer, tells: null },
      { kind: 'printer-release', preparation: 1 },
    ]);
  });

  test('goes with what is known of its printer, and what it teaches is kept', () => {
    const { host, latest, memory } = start(false);
    void print(host);
    expect(latest().sent.at(-1)).toMatchObject({ kind: 'print', tells: false });
    latest().say({ kind: 'printer-learnt', printer, tells: true });
    expect(memory.learn).toHaveBeenCalledWith(printer, true);
  });

  test('tells what it waits for, and can be given up', async () => {
    const { host, latest } = start();
    const held: unknown[] = [];
    const giveUp = new AbortController();
    const ended = print(host, { holding: (trouble) => held.push(trouble) }, giveUp.signal);
    latest().say({ kind: 'print-holding', job: 1, trouble: 'paper-out' });
    giveUp.abort();
    expect(latest().sent.at(-1)).toEqual({ kind: 'print-stop', job: 1 });
    latest().say({ kind: 'print-result', job: 1, end: interrupted('failed') });
    expect([await ended, held]).toEqual([interrupted('failed'), ['paper-out']]);
  });
});

test('printers that are looked for when the host dies are found by the next one', async () => {
  const { host, latest, clock } = start();
  const found = host.findPrinters();
  latest().die();
  clock.advance(1_000);
  expect(latest().sent.at(-1)).toEqual({ kind: 'find-printers' });
  const printers: FoundPrinter[] = [{ kind: 'cups', name: 'slips', queue: 'slips' }];
  latest().say({ kind: 'printers-found', printers });
  expect(await found).toEqual(printers);
});

describe('when the host dies', () => {
  test('it is started again within a second with the same scanners', () => {
    const { latest, clock, processes, alive } = start();
    latest().die();
    clock.advance(999);
    expect(processes).toHaveLength(2);
    expect(latest().sent).toEqual([{ kind: 'scanners', scanners, interrupted: [] }]);
    expect(alive).toEqual([true, false, true]);
  });

  test('the next one is told of which scanners it had a part of a code in hand', () => {
    const { latest, clock } = start();
    for (const [scanner, is] of [
      [0, true],
      [1, true],
      [0, false],
    ] as const) {
      latest().say({ kind: 'scan-under-way', scanner, is });
    }
    latest().die();
    clock.advance(1_000);
    expect(latest().sent).toEqual([{ kind: 'scanners', scanners, interrupted: [1] }]);
  });

  test('a scan that it told before is still taken', () => {
    const { latest, told } = start();
    const dead = latest();
    dead.die();
    dead.say(SCAN);
    expect(told).toEqual([SCAN]);
  });

  test('what is plugged in is asked of the next one', async () => {
    const { host, latest, clock } = start();
    const asked = host.find();
    latest().die();
    clock.advance(1_000);
    expect(latest().sent.at(-1)).toEqual({ kind: 'find' });
    latest().say({ kind: 'found', devices: [] });
    expect(await asked).toEqual([]);
  });

  test('a slip on its way is interrupted, one that had not begun was not started, and later ones go to the new host', async () => {
    const { host, latest, clock } = start();
    const [first, second] = [print(host), print(host)];
    latest().say({ kind: 'print-ready', job: 1 });
    latest().die();
    expect([await first, await second]).toEqual([interrupted('failed'), notStarted('failed')]);
    expect(await print(host)).toEqual(notStarted('failed'));
    clock.advance(1_000);
    const third = print(host);
    latest().say({ kind: 'print-result', job: 3, end: { kind: 'unconfirmed' } });
    expect(await third).toEqual({ kind: 'unconfirmed' });
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

  test('after it was stopped it stays away', async () => {
    const { host, latest, clock, processes } = start();
    const asked = host.find();
    host.stop();
    expect(await asked).toEqual([]);
    expect(latest().killed).toBe(true);
    latest().die();
    clock.advance(60_000);
    expect(processes).toHaveLength(1);
  });
});

test('scanners are exchanged while the host runs, and stay exchanged when it is started again', () => {
  const { host, latest, clock, processes } = start();
  latest().say({ kind: 'scan-under-way', scanner: 0, is: true });
  const others = [scannerSchema.parse({ kind: 'hid' })];
  host.exchange(others);
  expect(latest().sent.at(-1)).toEqual({ kind: 'scanners', scanners: others, interrupted: null });
  latest().die();
  clock.advance(5_000);
  expect(processes).toHaveLength(2);
  // What was under way was in another scanner.
  expect(latest().sent[0]).toEqual({ kind: 'scanners', scanners: others, interrupted: [] });
});
