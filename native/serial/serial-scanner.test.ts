import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { Scan } from '../../app/domain/scan.ts';
import type { SerialSettings } from '../../app/settings/scanners.ts';
import { type Pty, startPty } from '../../e2e/support/devices/pty.ts';
import type { Resumption, ScannerState } from '../scanner.ts';
import { openSerialScanner } from './serial-scanner.ts';

const cleanUp: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
});

async function plugged(): Promise<Pty> {
  const pty = await startPty();
  cleanUp.push(pty.close);
  return pty;
}

/** Opens a scanner and writes down what it tells; `until` settles once what was told is as asked. */
function listenTo(path: string, settings: Partial<SerialSettings> = {}, resumption: Resumption | null = null) {
  const scans: Scan[] = [];
  const damages: string[] = [];
  const states: ScannerState[] = [];
  let underWay = false;
  const waiting = new Set<() => void>();
  const tell = () => {
    for (const check of waiting) check();
  };
  const scanner = openSerialScanner(
    { kind: 'serial', path, baudRate: 9600, end: 'terminator', alphabet: 'auto', ...settings },
    {
      scan(scan) {
        scans.push(scan);
        tell();
      },
      damaged(damage) {
        damages.push(damage);
        tell();
      },
      underWay(is) {
        underWay = is;
        tell();
      },
      state(state) {
        states.push(state);
        tell();
      },
    },
    resumption,
  );
  cleanUp.push(scanner.stop);
  const until = (happened: () => boolean) =>
    new Promise<void>((resolve) => {
      const check = () => {
        if (!happened()) return;
        waiting.delete(check);
        resolve();
      };
      waiting.add(check);
      check();
    });
  return {
    scanner,
    scans,
    damages,
    states,
    isUnderWay: () => underWay,
    texts: () => scans.map(({ text }) => text),
    until,
    untilState: (state: ScannerState) => until(() => states.at(-1) === state),
  };
}

test('a scan arrives whole, with its group separators and its symbology', async () => {
  const pty = await plugged();
  const heard = listenTo(pty.portPath);
  await heard.untilState('ready');
  await pty.type(Buffer.from(']d2010460123456789021abc\x1d93xyz\r\n', 'latin1'));
  await heard.until(() => heard.scans.length === 1);
  expect(heard.scans).toEqual([
    { text: '010460123456789021abc\x1d93xyz', aim: 'd2', source: 'serial', at: expect.any(Number) },
  ]);
  expect(heard.states).toEqual(['connecting', 'ready']);
});

test('a burst of a thousand codes comes in order and complete', async () => {
  const pty = await plugged();
  const heard = listenTo(pty.portPath);
  await heard.untilState('ready');
  const codes = Array.from({ length: 1000 }, (_, index) => String(4_600_000_000_000 + index));
  await pty.type(codes.map((code) => `${code}\r`).join(''));
  await heard.until(() => heard.scans.length === codes.length);
  expect(heard.texts()).toEqual(codes);
});

test('a code that comes byte by byte is one code', async () => {
  const pty = await plugged();
  const heard = listenTo(pty.portPath);
  await heard.untilState('ready');
  for (const byte of Buffer.from('Карта-2249\r')) await pty.type(Uint8Array.of(byte));
  await heard.until(() => heard.scans.length + heard.damages.length > 0);
  expect(heard.texts()).toEqual(['Карта-2249']);
});

test('an unfinished code and noise are told as damaged, and the next code is read', async () => {
  const pty = await plugged();
  const heard = listenTo(pty.portPath);
  await heard.untilState('ready');
  await pty.type('46012');
  await heard.until(() => heard.damages.length === 1);
  await pty.type(Uint8Array.of(0x00, 0xff, 0x80, 0x0d));
  await heard.until(() => heard.damages.length === 2);
  await pty.type('4601234567890\r');
  await heard.until(() => heard.scans.length === 1);
  expect(heard.damages).toEqual(['unfinished', 'unreadable']);
  expect(heard.texts()).toEqual(['4601234567890']);
});

test('ten megabytes without a terminator do not stop it', async () => {
  const pty = await plugged();
  const heard = listenTo(pty.portPath);
  await heard.untilState('ready');
  await pty.type(new Uint8Array(10_000_000).fill(0x41));
  await pty.type('\r4601234567890\r');
  await heard.until(() => heard.texts().includes('4601234567890'));
  expect(heard.damages).toContain('too-long');
  expect(heard.texts()).toEqual(['4601234567890']);
});

test('pulled out in mid-code and put back, it goes on with whole codes only', async () => {
  const pty = await plugged();
  const heard = listenTo(pty.portPath);
  await heard.untilState('ready');
  await pty.type('4601234567890\rPARTIAL');
  await heard.until(() => heard.scans.length === 1);
  await pty.unplug();
  await heard.untilState('unplugged');
  await pty.replug();
  await heard.untilState('ready');
  await pty.type('4609876543210\r');
  await heard.until(() => heard.scans.length === 2);
  expect(heard.texts()).toEqual(['4601234567890', '4609876543210']);
  expect(heard.states).toEqual(['connecting', 'ready', 'unplugged', 'ready']);
});

test('a scanner that is plugged in later is found', async () => {
  const pty = await plugged();
  await pty.unplug();
  const heard = listenTo(pty.portPath);
  await heard.untilState('not-found');
  await pty.replug();
  await heard.untilState('ready');
  expect(heard.states).toEqual(['connecting', 'not-found', 'ready']);
});

test('a port that another program has open is busy until it lets go', async () => {
  const pty = await plugged();
  const first = listenTo(pty.portPath);
  await first.untilState('ready');
  const second = listenTo(pty.portPath);
  await second.untilState('busy');
  await first.scanner.stop();
  await second.untilState('ready');
});

test('a path that is no serial port fails without an exception', async () => {
  const heard = listenTo(tmpdir());
  await heard.untilState('failed');
  expect(heard.states).toEqual(['connecting', 'failed']);
});

test('a scanner without a terminator ends a code by silence', async () => {
  const pty = await plugged();
  const heard = listenTo(pty.portPath, { end: 'silence' });
  await heard.untilState('ready');
  await pty.type('4601234567890');
  await heard.until(() => heard.scans.length === 1);
  expect([heard.texts(), heard.damages]).toEqual([['4601234567890'], []]);
});

test('by its USB identity alone it is not found here, and at its path only where nothing tells that it is another', async () => {
  const pty = await plugged();
  const usb = { vendorId: 'ffff', productId: 'ffff' };
  const [byUsb, byBoth] = [listenTo('', { path: undefined, usb }), listenTo(pty.portPath, { usb })];
  await byUsb.untilState('not-found');
  // What is there does not tell that it is another device.
  await byBoth.untilState('ready');
});

test('a code is under way from its first byte until its last', async () => {
  const pty = await plugged();
  const heard = listenTo(pty.portPath);
  await heard.untilState('ready');
  await pty.type('46012');
  await heard.until(heard.isUnderWay);
  await pty.type('\r');
  await heard.until(() => !heard.isUnderWay());
  expect(heard.texts()).toEqual(['46012']);
});

test('taking over from a process that died it reads what was pending, but not the rest of a code', async () => {
  const pty = await plugged();
  const died = listenTo(pty.portPath);
  await died.untilState('ready');
  await died.scanner.stop();
  await pty.type('67890\r4601234567890\r');
  const next = listenTo(pty.portPath, {}, { inside: true });
  await next.until(() => next.scans.length === 1);
  expect([next.texts(), next.damages]).toEqual([['4601234567890'], ['unfinished']]);
});

test('stopped, it frees the port and tells nothing more', async () => {
  const pty = await plugged();
  const heard = listenTo(pty.portPath);
  await heard.untilState('ready');
  await pty.type('HALF');
  await heard.scanner.stop();
  const next = listenTo(pty.portPath);
  await next.untilState('ready');
  await pty.type('4601234567890\r');
  await next.until(() => next.scans.length === 1);
  expect(heard.states).toEqual(['connecting', 'ready']);
  expect(heard.scans).toEqual([]);
});

test('it can be stopped while it connects and while it waits to try again', async () => {
  const connecting = listenTo(join(tmpdir(), 'no-such-device'));
  await connecting.scanner.stop();
  expect(connecting.states).toEqual(['connecting']);

  const waiting = listenTo(join(tmpdir(), 'no-such-device'));
  await waiting.untilState('not-found');
  await waiting.scanner.stop();
  expect(waiting.states).toEqual(['connecting', 'not-found']);
});
