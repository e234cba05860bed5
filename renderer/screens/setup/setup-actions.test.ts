import { expect, test } from 'vitest';
import { problem } from '../../../app/domain/problem.ts';
import { fail, ok } from '../../../app/domain/result.ts';
import { testLine, testView, testWorkstation } from '../../fixture.ts';
import { goTo } from '../../places.ts';
import { isChanged, withPrinter } from '../../setup-state.ts';
import { TCP, testSetup } from './fixture.ts';
import { changeSetup, dropChanges, leaveSetup, readSetup, saveSetup } from './setup-actions.ts';

const given = testSetup();
const SAVED = ok({ faults: [] });
const FAULTS = ok({ faults: [{ path: ['printers', 0, 'port'], code: 'too-large', bound: 65_535 }] });
const TO_SALE = { place: 'sale', panel: 'receipts' } as const;

/** The setup screen with another port typed for the printer. */
async function changedSetup(save: Parameters<typeof testWorkstation>[1]) {
  const till = await testWorkstation(testView(), { 'setup.read': ok(given), ...save });
  await readSetup(till.workstation);
  goTo(till.workstation, 'setup');
  changeSetup(till.workstation, (setup) => withPrinter(setup, 0, { ...TCP, port: '9101' }));
  return till;
}

test('changes that were not saved are not read over', async () => {
  const { workstation, asked, state } = await changedSetup({});
  await readSetup(workstation);
  expect(asked).toEqual([['setup.read', undefined]]);
  expect(state().setup?.printers).toMatchObject([{ draft: { port: '9101' } }]);
});

test('what is saved is read again, as it is in force', async () => {
  const { workstation, asked, state } = await changedSetup({ 'setup.save': SAVED });
  expect(await saveSetup(workstation)).toBe(true);
  expect(asked.slice(1)).toMatchObject([
    ['setup.save', { printers: [{ port: '9101' }] }],
    ['setup.read', undefined],
  ]);
  expect(state().setup).toMatchObject({ saved: true, faults: [] });
});

test('what is wrong stays on the screen and is told at its field', async () => {
  const { workstation, state } = await changedSetup({ 'setup.save': FAULTS });
  expect(await saveSetup(workstation)).toBe(false);
  expect(state().setup).toMatchObject({ tab: 'printers', faults: FAULTS.ok ? FAULTS.value.faults : [], saved: false });
  expect(state().setup?.printers).toMatchObject([{ draft: { port: '9101' } }]);
});

test('what cannot be saved now stays on the screen too', async () => {
  const { workstation, state } = await changedSetup({ 'setup.save': fail(problem('busy')) });
  expect(await saveSetup(workstation)).toBe(false);
  expect(state()).toMatchObject({ failure: { code: 'busy' }, place: 'setup' });
  expect(state().setup && isChanged(state().setup ?? never())).toBe(true);
});

test('what was changed can be put back', async () => {
  const { workstation, state } = await changedSetup({});
  dropChanges(workstation);
  expect(state().setup?.printers).toMatchObject([{ draft: TCP }]);
});

test('whoever leaves with changes is asked first, and goes where they wanted', async () => {
  const { workstation, state } = await changedSetup({ 'setup.save': SAVED });
  goTo(workstation, 'journal', 'outbox');
  expect(state()).toMatchObject({
    place: 'setup',
    dialog: { kind: 'leave-setup', place: 'journal', panel: 'outbox' },
  });
  await leaveSetup(workstation, 'save', { place: 'journal', panel: 'outbox' });
  expect(state()).toMatchObject({ place: 'journal', panel: 'outbox', dialog: null });
});

test('changes may be dropped on leaving, and whoever changed nothing is not asked', async () => {
  const { workstation, asked, state } = await changedSetup({});
  await leaveSetup(workstation, 'drop', TO_SALE);
  expect(state()).toMatchObject({ place: 'sale', dialog: null });
  expect(asked.map(([command]) => command)).not.toContain('setup.save');
  goTo(workstation, 'setup');
  goTo(workstation, 'sale');
  expect(state()).toMatchObject({ place: 'sale', dialog: null });
});

test('what cannot be saved is not left', async () => {
  const { workstation, state } = await changedSetup({ 'setup.save': FAULTS });
  goTo(workstation, 'sale');
  await leaveSetup(workstation, 'save', TO_SALE);
  expect(state()).toMatchObject({ place: 'setup', dialog: null });
});

test('a customer comes first: a scan brings the sale back, the question goes, and what was typed stays', async () => {
  const { workstation, show, state } = await changedSetup({});
  goTo(workstation, 'sale');
  show(testView({ revision: 2, sale: { lines: [testLine(1), testLine(2), testLine(3), testLine(4)] } }));
  expect(state()).toMatchObject({ place: 'sale', dialog: null });
  expect(state().setup?.printers).toMatchObject([{ draft: { port: '9101' } }]);
});

function never(): never {
  throw new Error('the settings were read');
}
