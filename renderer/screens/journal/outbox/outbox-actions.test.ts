import { expect, test } from 'vitest';
import { problem } from '../../../../app/domain/problem.ts';
import { fail } from '../../../../app/domain/result.ts';
import { testView, testWorkstation } from '../../../fixture.ts';
import { testEntry } from '../fixture.ts';
import { askToAccept, askToDeny, askToSetAside, decide, retry } from './outbox-actions.ts';

const dead = testEntry(7, { state: 'dead', problem: problem('write-refused', { message: 'Нет такой карты' }) });

test('what the service refused is closed only after a question', async () => {
  const { workstation, asked, state } = await testWorkstation(testView());
  askToSetAside(workstation, dead);
  expect(asked).toEqual([]);
  expect(state().dialog).toEqual({ kind: 'outbox', decision: 'set-aside', entry: dead });
  await decide(workstation, 'set-aside', dead);
  expect(asked).toEqual([['outbox.setAside', { id: 7 }]]);
  expect(state().dialog).toBeNull();
});

test('what sends itself is not closed, and only what the service may have is accepted', async () => {
  const { workstation, state } = await testWorkstation(testView());
  askToSetAside(workstation, testEntry(1));
  askToAccept(workstation, dead);
  expect(state().dialog).toBeNull();
  askToAccept(workstation, { ...dead, acceptable: true });
  expect(state().dialog).toMatchObject({ kind: 'outbox', decision: 'accept' });
});

test('that it is not there is asked about too, and only where it may be', async () => {
  const { workstation, asked, state } = await testWorkstation(testView());
  askToDeny(workstation, dead);
  expect(state().dialog).toBeNull();
  askToDeny(workstation, { ...dead, deniable: true });
  expect(state().dialog).toMatchObject({ kind: 'outbox', decision: 'deny' });
  await decide(workstation, 'deny', dead);
  expect(asked).toEqual([['outbox.deny', { id: 7 }]]);
});

test('the question stays when the desk refuses, and says why', async () => {
  const gone = fail(problem('outbox-entry-gone'));
  const { workstation, state } = await testWorkstation(testView(), { 'outbox.accept': gone });
  askToAccept(workstation, { ...dead, acceptable: true });
  await decide(workstation, 'accept', dead);
  expect(state()).toMatchObject({ dialog: { kind: 'outbox' }, failure: problem('outbox-entry-gone') });
});

test('an entry is sent at once when somebody wants it, also one that waits for its time', async () => {
  const { workstation, asked } = await testWorkstation(testView());
  expect(await retry(workstation, testEntry(3))).toBe(true);
  expect(asked).toEqual([['outbox.retry', { id: 3 }]]);
});
