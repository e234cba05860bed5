import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { PrintWatch } from '../../../printing/transport/job.ts';
import { printOverSpooler } from '../../../printing/transport/spooled-job.ts';
import { windowsQueue } from '../../../printing/transport/windows-queue.ts';
import { loadWinspool } from '../../../printing/transport/winspool.ts';

/** Windows' spooler under printing/transport: one printer, and the slip in the working folder. */

const watch: PrintWatch = { starting: async () => true, holding: () => {}, givenUp: new AbortController().signal };
const slip = readFileSync('slip.bin');
const winspool = await loadWinspool();

test('printers are found by name', async () => {
  assert.deepEqual(await winspool.names(), ['slips']);
});

test('a printer that is well has no trouble', async () => {
  assert.equal(await windowsQueue(winspool, 'slips').trouble(), null);
});

test('whatever else is to be done is done while the spooler is waited for', async () => {
  let isDone = false;
  setImmediate(() => {
    isDone = true;
  });
  await windowsQueue(winspool, 'slips').trouble();
  assert.equal(isDone, true);
});

test('a slip is handed to the printer', async () => {
  assert.deepEqual(await printOverSpooler(windowsQueue(winspool, 'slips'), slip, watch), { kind: 'unconfirmed' });
});

test('a printer that is not there: the slip does not start', async () => {
  const end = await printOverSpooler(windowsQueue(winspool, 'Слипы'), slip, watch);
  assert.deepEqual(end, { kind: 'not-started', trouble: 'not-found' });
});
