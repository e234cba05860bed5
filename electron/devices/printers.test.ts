import { expect, test } from 'vitest';
import { problem } from '../../app/domain/problem.ts';
import { fail, ok } from '../../app/domain/result.ts';
import type { SlipDocument } from '../../app/domain/slip.ts';
import { type PrinterSettings, printerSchema } from '../../app/settings/printers.ts';
import { TestClock } from '../../app/testing/till.ts';
import { interrupted, notStarted, type PrintEnd } from '../../printing/transport/job.ts';
import { DeviceHost, type HostProcess } from '../device-host/device-host.ts';
import type { FromHost, ToHost } from '../device-host/protocol.ts';
import { Lights } from '../lights.ts';
import { Printers } from './printers.ts';

const SLIP: SlipDocument = { blocks: [{ kind: 'text', text: 'test page' }] };
const CONFIRMED: PrintEnd = { kind: 'confirmed', paperLow: false };

function printer(host: string, traits: object = {}): PrinterSettings {
  return printerSchema.parse({ kind: 'tcp', host, ...traits });
}

/** Printers in a device host whose answers are made up by `act` for each job. */
function setUp(settings: readonly PrinterSettings[], act: (job: number, tell: (message: FromHost) => void) => void) {
  const lights = new Lights(() => {});
  const stopped: number[] = [];
  let say: (message: FromHost) => void = () => {};
  const fork = (): HostProcess => ({
    send(message: ToHost) {
      if (message.kind === 'print') queueMicrotask(() => act(message.job, say));
      if (message.kind === 'print-stop') stopped.push(message.job);
    },
    onMessage: (listener) => {
      say = listener;
    },
    onExit: () => {},
    kill: () => {},
  });
  const host = new DeviceHost(
    fork,
    new TestClock(),
    { tells: () => null, learn: () => {} },
    { told: () => {}, alive: () => {}, hung: () => {} },
  );
  host.start([]);
  const log = { info: () => {}, error: () => {} };
  const printers = new Printers({ printers: [...settings], language: 'ru' }, 'Принтер', host, lights, log);
  printers.start();
  return { printers, lights, stopped };
}

function ends(end: PrintEnd) {
  return (job: number, tell: (message: FromHost) => void) => {
    tell({ kind: 'print-ready', job });
    tell({ kind: 'print-result', job, end });
  };
}

const watch = () => ({ starting: () => true, holding: () => {}, givenUp: new AbortController().signal });

test('a slip goes on trial to a printer that the till does not have, and no light tells of it', async () => {
  const { printers, lights } = setUp([printer('first')], ends(CONFIRMED));
  expect(await printers.tryOut(printer('other'), SLIP)).toEqual(ok(true));
  expect(lights.list()).toMatchObject([{ id: 'printer-0', state: 'unknown' }]);
  expect(await printers.tryOut(printer('first'), SLIP)).toEqual(ok(true));
  expect(lights.list()).toMatchObject([{ id: 'printer-0', state: 'ok' }]);
});

test.each<[PrintEnd, unknown]>([
  [{ kind: 'unconfirmed' }, ok(false)],
  [notStarted('unreachable'), fail(problem('printer-unreachable'))],
  [interrupted('failed'), fail(problem('printer-failed'))],
])('how a trial ends is told: %j', async (end, told) => {
  const { printers } = setUp([], ends(end));
  expect(await printers.tryOut(printer('other'), SLIP)).toEqual(told);
});

test('a trial that stops in the middle is given up', async () => {
  const { printers, stopped } = setUp([], (job, tell) => {
    tell({ kind: 'print-ready', job });
    tell({ kind: 'print-holding', job, trouble: 'paper-out' });
    tell({ kind: 'print-result', job, end: interrupted('failed') });
  });
  expect(await printers.tryOut(printer('other'), SLIP)).toEqual(fail(problem('printer-paper-out')));
  expect(stopped).toEqual([1]);
});

test('a drawer opens at the printer that is asked, where it has one', async () => {
  const { printers } = setUp([printer('first')], ends({ kind: 'unconfirmed' }));
  expect(await printers.openDrawerAt(printer('other', { drawerPin: 5 }))).toEqual(ok(undefined));
  expect(await printers.openDrawerAt(printer('other'))).toEqual(fail(problem('drawer-not-set')));
  expect(await printers.openDrawer()).toEqual(fail(problem('drawer-not-set')));
});

test('a drawer that stays shut says why; where cash opens none nothing is told', async () => {
  const till = [printer('first', { drawerPin: 5, drawer: 'cash' })];
  const shut = fail(problem('drawer-not-opened', { cause: 'printer-cutter' }));
  const { printers } = setUp(till, ends(notStarted('cutter')));
  expect(await printers.paidInCash()).toEqual(shut);
  expect(await printers.openDrawer()).toEqual(shut);
  const byKey = setUp([printer('first', { drawerPin: 5, drawer: 'never' })], ends(notStarted('cutter')));
  expect(await byKey.printers.paidInCash()).toEqual(ok(undefined));
});

test('printers are exchanged: each keeps what is known of it, and the ids that mean the same are told', async () => {
  const { printers, lights } = setUp([printer('first'), printer('second')], ends(notStarted('paper-out')));
  await printers.send('printer-1', SLIP, false, watch());
  expect(printers.exchange([printer('first', { codeTable: 7 }), printer('third'), printer('second')])).toEqual([
    'printer-0',
  ]);
  expect(lights.list()).toMatchObject([
    { id: 'printer-0', state: 'unknown' },
    { id: 'printer-1', state: 'unknown' },
    { id: 'printer-2', state: 'down', problem: { code: 'printer-paper-out' } },
  ]);
  expect(printers.ids).toEqual(['printer-0', 'printer-1', 'printer-2']);
});

test('how a slip ends on a printer that was exchanged meanwhile is no matter of the new one’s light', async () => {
  const { printers, lights } = setUp([printer('first')], (job, tell) => {
    printers.exchange([printer('other')]);
    ends(notStarted('unreachable'))(job, tell);
  });
  await printers.send('printer-0', SLIP, false, watch());
  expect(lights.list()).toMatchObject([{ id: 'printer-0', state: 'unknown' }]);
});
