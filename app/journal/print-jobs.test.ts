import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { kopecks, ZERO } from '../domain/money.ts';
import type { Scan } from '../domain/scan.ts';
import type { SlipDocument } from '../domain/slip.ts';
import { water } from '../testing/fixtures.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { answers, openTill, type TestTill } from '../testing/till.ts';
import type { PrintJob, PrintJobs } from './print-jobs.ts';

const scan: Scan = { text: water.barcode ?? '', source: 'serial', at: 0 };
const welcome: SlipDocument = { blocks: [{ kind: 'text', text: 'Анна, добро пожаловать' }] };

/** A till with one written receipt, whose slip waits to be printed. */
async function written(dir = temporaryFolder(onTestFinished)): Promise<TestTill> {
  const till = openTill(answers(), onTestFinished, dir);
  till.desk.scanned(scan);
  await till.desk.loyalty.calculate(ZERO);
  const sum = kopecks(4990);
  await till.desk.pay(sum, { cash: sum, card: ZERO });
  return till;
}

/** The job that waits for the first printer. */
function next(jobs: PrintJobs): PrintJob {
  const job = jobs.next('first', true);
  if (!job) throw new Error('no job waits');
  return job;
}

test('jobs come oldest first, copies after their first', async () => {
  const { desk, jobs } = await written();
  const { id } = desk.state.sale;
  desk.reprint();
  const first = next(jobs);
  expect([first.copy, jobs.waiting()]).toEqual([false, 2]);
  jobs.end(first.id, 'confirmed');
  expect(next(jobs)).toMatchObject({ copy: true, kind: 'sale' });
  expect(jobs.stateOf(id)).toBe('queued');
  expect(jobs.slipOf(id)).toEqual(first.slip);
});

test('a job is begun once, and not when it was cancelled meanwhile', async () => {
  const { jobs } = await written();
  const { id } = next(jobs);
  expect([jobs.begin(id), jobs.begin(id)]).toEqual([true, false]);
  jobs.again(id, null, false);
  jobs.end(id, 'cancelled');
  expect(jobs.begin(id)).toBe(false);
});

test('a job of which nothing left waits again; one that ended does not', async () => {
  const { jobs } = await written();
  const { id } = next(jobs);
  jobs.begin(id);
  jobs.putBack(id);
  expect(next(jobs)).toMatchObject({ id, copy: false });
  jobs.end(id, 'confirmed');
  jobs.putBack(id);
  expect(jobs.info(id)?.state).toBe('confirmed');
});

test('a slip cut off by a crash is in doubt, counts as waiting, and is not printed again by itself', async () => {
  const till = await written();
  till.jobs.begin(next(till.jobs).id);
  const { jobs } = till.restart();
  expect(jobs.next('first', true)).toBeNull();
  expect(jobs.inDoubt()).toMatchObject({ kind: 'sale', number: 1, state: 'in-doubt', printer: null });
  expect(jobs.waiting()).toBe(1);
});

test('one that waited for its printer still waits after a crash', async () => {
  const { restart } = await written();
  expect(restart().jobs.next('first', true)).not.toBeNull();
});

test('a job waits for the printer that was chosen for it', async () => {
  const { jobs } = await written();
  const { id } = next(jobs);
  jobs.again(id, 'second', false);
  expect(jobs.next('first', true)).toBeNull();
  expect(jobs.next('second', false)).toMatchObject({ id, copy: false });
});

test('a printer that is set up no longer leaves its jobs to the first', async () => {
  const { jobs } = await written();
  jobs.again(next(jobs).id, 'gone', false);
  jobs.adopt(['first', 'second']);
  expect(jobs.next('second', false)).toBeNull();
  expect(jobs.next('first', true)).not.toBeNull();
});

test('so does one whose printer is gone while it is being sent, should it have to be printed again', async () => {
  const { jobs } = await written();
  const { id } = next(jobs);
  jobs.again(id, 'gone', false);
  jobs.begin(id);
  jobs.adopt(['first', 'second']);
  expect(jobs.info(id)).toMatchObject({ state: 'sending', printer: null });
  jobs.putBack(id);
  expect(next(jobs)).toMatchObject({ id });
});

test('a slip that a damaged disk made unreadable can be done with, and so can its copy', async () => {
  const dir = temporaryFolder(onTestFinished);
  const { desk, jobs } = await written(dir);
  const db = new Database(join(dir, 'journal.sqlite'));
  db.exec("PRAGMA ignore_check_constraints = ON; UPDATE print_job SET document = '{'");
  db.close();
  expect(jobs.queueCopy(desk.state.sale.id)).toBe(true);
  for (const copy of [false, true]) {
    const job = next(jobs);
    expect(job).toMatchObject({ slip: null, copy });
    jobs.end(job.id, 'failed');
    expect(jobs.info(job.id)?.state).toBe('failed');
  }
});

test('what was in doubt is printed again as a copy', async () => {
  const { desk, jobs } = await written();
  const { id, slip } = next(jobs);
  jobs.begin(id);
  jobs.end(id, 'in-doubt');
  expect(jobs.next('first', true)).toBeNull();
  jobs.again(id, null, true);
  expect(next(jobs)).toMatchObject({ id, copy: true });
  expect(jobs.slipOf(desk.state.sale.id)).toEqual(slip);
  expect(jobs.inDoubt()).toBeNull();
});

test.each(['registration', 'benefit'] as const)(
  'a slip of a %s is forgotten when it is done with, and not before',
  (kind) => {
    const { jobs } = openTill(answers(), onTestFinished);
    jobs.queue(welcome, kind);
    const { id } = next(jobs);
    jobs.begin(id);
    jobs.end(id, 'in-doubt');
    jobs.again(id, null, true);
    expect(next(jobs).slip).toEqual(welcome);
    jobs.end(id, 'confirmed');
    jobs.again(id, null, true);
    expect(next(jobs).slip).toEqual({ blocks: [] });
  },
);

test('a slip of a shift is kept', () => {
  const { jobs } = openTill(answers(), onTestFinished);
  jobs.queue(welcome, 'shift');
  const { id } = next(jobs);
  jobs.end(id, 'unconfirmed');
  jobs.again(id, null, false);
  expect(next(jobs).slip).toEqual(welcome);
});

test('of a job that is not there nothing is known', () => {
  const { jobs } = openTill(answers(), onTestFinished);
  expect([jobs.info(7), jobs.inDoubt(), jobs.begin(7)]).toEqual([null, null, false]);
});

test('a receipt without a slip has nothing to copy', async () => {
  const { desk, jobs } = await written();
  desk.newSale();
  expect(jobs.queueCopy(desk.state.sale.id)).toBe(false);
  expect(jobs.slipOf(desk.state.sale.id)).toBeNull();
});
