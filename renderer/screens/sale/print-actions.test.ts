import { expect, test } from 'vitest';
import type { View } from '../../../app/contract/view.ts';
import { testView, testWorkstation } from '../../fixture.ts';
import { printAgain, printCancelled, printElsewhere, slipPrinted } from './print-actions.ts';

const IN_DOUBT: View['printing'] = {
  job: 12,
  kind: 'sale',
  number: 7,
  state: 'in-doubt',
  problem: { code: 'printer-failed' },
  printers: [
    { id: 'printer-1', name: 'Kitchen' },
    { id: 'printer-2', name: 'Office' },
  ],
};
const WAITING: View['printing'] = { ...IN_DOUBT, state: 'waiting', printers: [] };

/** Presses every key of the bar while it shows this slip; gives what the desk was asked. */
async function askedAbout(printing: View['printing']) {
  const { workstation, asked } = await testWorkstation(testView({ printing }));
  slipPrinted(workstation);
  printAgain(workstation);
  printElsewhere(workstation);
  printCancelled(workstation);
  return asked;
}

test('a slip in doubt can be settled, printed again, or printed elsewhere', async () => {
  expect(await askedAbout(IN_DOUBT)).toEqual([
    ['print.settle', { job: 12 }],
    ['print.again', { job: 12 }],
    ['print.elsewhere', { job: 12, printer: 'printer-1' }],
  ]);
});

test('one that waits can be left unprinted; without another printer there is no elsewhere', async () => {
  expect(await askedAbout(WAITING)).toEqual([['print.cancel', { job: 12 }]]);
});

test('without such a slip the keys do nothing', async () => {
  expect(await askedAbout(null)).toEqual([]);
});

test('a printer can be named', async () => {
  const { workstation, asked } = await testWorkstation(testView({ printing: IN_DOUBT }));
  printElsewhere(workstation, 'printer-2');
  expect(asked).toEqual([['print.elsewhere', { job: 12, printer: 'printer-2' }]]);
});
