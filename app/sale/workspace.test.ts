import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { migrate } from '../journal/file/migrate.ts';
import { openJournal } from '../journal/journal.ts';
import { TestClock } from '../testing/till.ts';
import { Workspace } from './workspace.ts';

function workspace(free: () => void = () => {}): Workspace {
  const db = new Database(':memory:');
  onTestFinished(() => {
    db.close();
  });
  migrate(db);
  const { journal } = openJournal(db, new TestClock(), 'Смирнова О. В.');
  return new Workspace(journal, { next: () => 'receipt' }, { changed: () => {}, free });
}

/** A wait that ends when it is told to. */
function wait(): { readonly over: Promise<void>; end(): void } {
  let end: () => void = () => {};
  const over = new Promise<void>((resolve) => (end = resolve));
  return { over, end: () => end() };
}

test('the desk is busy until what it waits for is over, and then what waited for it may come', async () => {
  const freed: (string | null)[] = [];
  const desk = workspace(() => freed.push(desk.busy));
  const asked = wait();
  const asking = desk.whileBusy('resolving', () => asked.over);
  expect([desk.busy, freed]).toEqual(['resolving', []]);
  asked.end();
  await asking;
  expect([desk.busy, freed]).toEqual([null, [null]]);
});

test('a wait from which the desk was released goes on, and its end ends no later one', async () => {
  const desk = workspace();
  const [first, second] = [wait(), wait()];
  const asking = desk.whileBusy('resolving', () => first.over);
  desk.release('writing');
  expect(desk.busy).toBe('resolving');
  desk.release('resolving');
  expect(desk.busy).toBeNull();
  const next = desk.whileBusy('resolving', () => second.over);
  first.end();
  await asking;
  expect(desk.busy).toBe('resolving');
  second.end();
  await next;
  expect(desk.busy).toBeNull();
});
