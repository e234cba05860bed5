import { beforeEach, expect, test } from 'vitest';
import { problem } from '../../app/domain/problem.ts';
import { fail, ok, type Result } from '../../app/domain/result.ts';
import type { SlipDocument } from '../../app/domain/slip.ts';
import type { PrinterSettings } from '../../app/settings/printers.ts';
import { BLANK_PRINTERS } from '../setup/blanks.ts';
import { setupHandlers } from './setup.ts';

const TEST_PAGE: SlipDocument = { blocks: [{ kind: 'rule' }] };

let used: PrinterSettings[];
let end: Result<boolean, ReturnType<typeof problem>>;
let listening: boolean;

beforeEach(() => {
  used = [];
  end = ok(true);
  listening = false;
});

const handlers = setupHandlers({
  setup: {
    read: () => {
      throw new Error('not asked');
    },
    save: () => ok({ faults: [] }),
    preview: () => ({ faults: [], lines: [] }),
  },
  devices: {
    find: async () => [{ kind: 'hid', name: 'Honeywell', path: '/dev/hidraw0' }],
    findPrinters: async () => [{ kind: 'cups', name: 'slips', queue: 'slips' }],
  },
  printers: {
    tryOut: async (printer) => {
      used.push(printer);
      return end;
    },
    openDrawerAt: async (printer) => {
      used.push(printer);
      return ok(undefined);
    },
  },
  trial: {
    listen: (on) => {
      listening = on;
    },
  },
  testPage: () => TEST_PAGE,
});

function draft(change: object) {
  const [tcp] = BLANK_PRINTERS;
  if (tcp?.kind !== 'tcp') throw new Error('no blank');
  return { ...tcp, ...change };
}

test('what is found comes by kind', async () => {
  expect(await handlers['setup.find'](undefined)).toEqual(
    ok({
      scanners: [{ kind: 'hid', name: 'Honeywell', path: '/dev/hidraw0' }],
      printers: [{ kind: 'cups', name: 'slips', queue: 'slips' }],
    }),
  );
});

test('a test page goes to the printer as it stands in the form, saved or not', async () => {
  expect(await handlers['setup.testPage'](draft({ host: '10.0.0.5', codeTable: '7' }))).toEqual(
    ok({ faults: [], confirmed: true }),
  );
  expect(used).toMatchObject([{ kind: 'tcp', host: '10.0.0.5', codeTable: 7 }]);
  end = ok(false);
  expect(await handlers['setup.testPage'](draft({ host: 'x' }))).toEqual(ok({ faults: [], confirmed: false }));
  end = fail(problem('printer-paper-out'));
  expect(await handlers['setup.testPage'](draft({ host: 'x' }))).toEqual(fail(problem('printer-paper-out')));
});

test('nothing is sent to a printer whose settings are wrong', async () => {
  const faults = [{ path: ['host'], code: 'required', bound: null }];
  expect(await handlers['setup.testPage'](draft({}))).toEqual(ok({ faults, confirmed: false }));
  expect(await handlers['setup.openDrawer'](draft({}))).toEqual(ok({ faults }));
  expect(used).toEqual([]);
});

test('the drawer is opened at the printer that is shown', async () => {
  expect(await handlers['setup.openDrawer'](draft({ host: 'x', drawerPin: 5 }))).toEqual(ok({ faults: [] }));
  expect(used).toMatchObject([{ host: 'x', drawerPin: 5 }]);
});

test('scanners are tried for as long as the screen says', async () => {
  await handlers['setup.listen']({ on: true });
  expect(listening).toBe(true);
  await handlers['setup.listen']({ on: false });
  expect(listening).toBe(false);
});
