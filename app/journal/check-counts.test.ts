import path from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import type { CheckCounts, UsedServices } from '../sale/benefits/ports.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { TestClock } from '../testing/till.ts';
import { checkCounts } from './check-counts.ts';
import { openDatabase } from './database.ts';
import { usedServices } from './used-services.ts';

const HOUR = 3_600_000;

let clock: TestClock;
let counts: CheckCounts;
let used: UsedServices;

beforeEach(() => {
  const opened = openDatabase(path.join(temporaryFolder(onTestFinished), 'journal.sqlite'));
  if (!opened.ok) throw new Error(opened.error.kind);
  const db = opened.value;
  onTestFinished(() => {
    db.close();
  });
  clock = new TestClock();
  counts = checkCounts(db, clock);
  used = usedServices(db, clock);
});

test('nothing was asked yet', () => {
  expect(counts.lastDay()).toEqual({ checks: 0, late: 0, failed: 0 });
  expect(used.list()).toEqual([]);
});

test('checks of the last day are counted by how they were answered', () => {
  counts.count('in-time');
  counts.count('late');
  clock.advance(23 * HOUR);
  counts.count('failed');
  expect(counts.lastDay()).toEqual({ checks: 3, late: 1, failed: 1 });
  clock.advance(HOUR);
  expect(counts.lastDay()).toEqual({ checks: 1, late: 0, failed: 1 });
});

test('checks of hours to come, counted before the clock was put back, are none of this day', () => {
  clock.advance(5 * HOUR);
  counts.count('failed');
  clock.advance(-5 * HOUR);
  counts.count('in-time');
  expect(counts.lastDay()).toEqual({ checks: 1, late: 0, failed: 0 });
});

test('services are known by how lately they were used, under their latest name', () => {
  for (const service of [
    { id: 1, name: 'Хлеб' },
    { id: 2, name: 'Вода' },
    { id: 1, name: 'Хлеб и молоко' },
  ]) {
    used.use(service);
    clock.advance(1);
  }
  expect(used.list()).toEqual([
    { id: 1, name: 'Хлеб и молоко' },
    { id: 2, name: 'Вода' },
  ]);
});
