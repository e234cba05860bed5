import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fail } from '../../../app/domain/result.ts';
import type { OpenChannel } from '../../../printing/transport/channel.ts';
import type { PrintWatch } from '../../../printing/transport/job.ts';
import { Manners } from '../../../printing/transport/manners.ts';
import { printOverStream, STREAM_TIMES } from '../../../printing/transport/stream-job.ts';
import { openUsbLp } from '../../../printing/transport/usb-lp.ts';
import { usbPrinters } from '../../../printing/transport/usb-printers.ts';
import { usbPrinter } from './usb-printer.ts';

/** USB printers: real /dev/usb/lp nodes under printing/transport/usb-lp.ts. */

const usb = { vendorId: '04b8', productId: '0202', serialNumber: 'PRN-1' };
const printer = usbPrinter({ ...usb, maker: 'EPSON', product: 'TM-T88V' });
/** Whatever number was free: the kernel counts other devices too. */
let path = '';
const slip = Buffer.from('\x1b@Слип\n\x1dV\x01', 'latin1');
/** Of forty lines, in several transfers. */
const long = Buffer.from(`\x1b@${`${'x'.repeat(300)}\n`.repeat(40)}\x1dV\x01`);
/** More than all buffers on the way hold. */
const huge = Buffer.alloc(400_000, 'x');
/** A processor of software takes its time. */
const times = { ...STREAM_TIMES, firstAnswerMs: 5_000, pollMs: 100 };
const watch: PrintWatch = { starting: async () => true, holding: () => {}, givenUp: new AbortController().signal };

after(() => printer.unplug());

let opening = '';
const open: OpenChannel = async () => {
  const opened = await openUsbLp(path);
  opening = opened.ok ? '' : opened.error;
  return opened.ok ? opened : fail('failed');
};

function print(bytes: Uint8Array, watching = watch, within = times) {
  return printOverStream(open, bytes, new Manners('auto'), watching, within);
}

/** Plugs it in; settles when this machine knows it. */
async function plugIn(): Promise<void> {
  await printer.plug();
  for (;;) {
    const [found] = await usbPrinters();
    if (found && existsSync(found.path)) {
      path = found.path;
      return;
    }
    await sleep(20);
  }
}

test('a printer that is plugged in is found, by name', async () => {
  assert.deepEqual(await usbPrinters(), []);
  await plugIn();
  assert.deepEqual(await usbPrinters(), [{ kind: 'usb', name: 'EPSON TM-T88V', path, usb }]);
});

test('slips are confirmed and come out as they are', async () => {
  assert.deepEqual(await print(slip), { kind: 'confirmed', paperLow: false });
  assert.deepEqual(await print(long), { kind: 'confirmed', paperLow: false });
  assert.deepEqual(printer.paper(), Buffer.concat([slip, long]));
});

test('it gets nothing while its cover is open', async () => {
  const before = printer.paper().length;
  printer.set({ coverOpen: true });
  assert.deepEqual(await print(slip), { kind: 'not-started', trouble: 'cover-open' });
  printer.set({ coverOpen: false });
  assert.equal(printer.paper().length, before);
});

test('out of paper in mid-slip it is waited for, and the slip comes out once', async () => {
  const before = printer.paper().length;
  printer.set({ linesLeft: 10 });
  const held: (string | null)[] = [];
  const watching: PrintWatch = {
    ...watch,
    holding(trouble) {
      held.push(trouble);
      if (trouble === 'paper-out') printer.set({ linesLeft: Number.POSITIVE_INFINITY });
    },
  };
  assert.deepEqual(await print(long, watching), { kind: 'confirmed', paperLow: false });
  assert.equal(held[0], 'paper-out');
  assert.deepEqual(printer.paper().subarray(before), long);
});

test('one that another program has is busy', async () => {
  const other = await openUsbLp(path);
  assert.ok(other.ok);
  assert.equal((await print(slip)).kind, 'not-started');
  assert.equal(opening, 'EBUSY');
  await other.value.abort();
});

test('one that takes nothing more: the slip is interrupted in time', async () => {
  const watching: PrintWatch = {
    ...watch,
    async starting() {
      printer.stall(true);
      return true;
    },
  };
  const end = await print(huge, watching, { ...times, chunkMs: 1_000 });
  assert.deepEqual(end, { kind: 'interrupted', trouble: 'timeout' });
});

test('unplugged in the middle of a slip it is told at once', async () => {
  printer.stall(false);
  const watching: PrintWatch = {
    ...watch,
    async starting() {
      printer.stall(true);
      setTimeout(() => void printer.unplug(), 100);
      return true;
    },
  };
  assert.deepEqual(await print(huge, watching), { kind: 'interrupted', trouble: 'failed' });
});

test('one that is not there: the slip does not start; back again, it prints', async () => {
  while (existsSync(path)) await sleep(20);
  assert.equal((await print(slip)).kind, 'not-started');
  assert.equal(opening, 'ENOENT');
  printer.stall(false);
  await plugIn();
  const before = printer.paper().length;
  assert.deepEqual(await print(slip), { kind: 'confirmed', paperLow: false });
  assert.deepEqual(printer.paper().subarray(before), slip);
});
