import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { fillJournal } from '../../testing/busy-journal.ts';
import { temporaryFolder } from '../../testing/folder.ts';
import type { JournalWriter } from '../connection.ts';
import { openDatabase } from '../database.ts';
import { newestProblem, schemaProblem, wholeProblem } from './integrity.ts';
import { NEWEST } from './migrate.ts';

function journal(): JournalWriter {
  const opened = openDatabase(path.join(temporaryFolder(onTestFinished), 'journal.sqlite'));
  if (!opened.ok) throw new Error(opened.error.kind);
  const db = opened.value;
  onTestFinished(() => {
    db.close();
  });
  fillJournal(db, 80);
  return db;
}

/** Breaks what a statement would not. */
function force(db: JournalWriter, statements: string): void {
  db.exec(`PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; ${statements}`);
  db.exec('PRAGMA ignore_check_constraints = OFF');
}

test('a sound journal has no problem', () => {
  const db = journal();
  expect([schemaProblem(db, NEWEST), newestProblem(db), wholeProblem(db)]).toEqual([null, null, null]);
});

test.each([
  ['a table that is gone', 'DROP TABLE product'],
  ['a column that is gone', 'ALTER TABLE product DROP COLUMN weighed'],
  ['a column too many', 'ALTER TABLE product ADD COLUMN colour TEXT'],
])('%s is not our schema', (_what, statement) => {
  const db = journal();
  db.exec(statement);
  expect(schemaProblem(db, NEWEST)).toBe(`table product is not as version ${NEWEST} has it`);
});

test('the tables of a later version are not those of an earlier one', () => {
  expect(schemaProblem(journal(), NEWEST - 1)).not.toBeNull();
});

describe('among the newest rows', () => {
  test('one that refers to nothing is found', () => {
    const db = journal();
    force(db, "DELETE FROM sale WHERE stage = 'open'");
    expect(newestProblem(db)).toBe('a row of sale_line refers to none of sale');
  });

  test('an old one is left to the check of the whole', () => {
    const db = journal();
    force(db, "DELETE FROM sale WHERE number = 1; DELETE FROM sale_line WHERE sale_id = 'receipt-1'");
    expect(newestProblem(db)).toBeNull();
    expect(wholeProblem(db)).toBe('a row of print_job refers to none of sale');
  });
});

test('the check of the whole finds content that the schema would refuse', () => {
  const db = journal();
  force(db, "UPDATE sale_line SET body = '{' WHERE sale_id = 'receipt-1'");
  expect(wholeProblem(db)).toBe('CHECK constraint failed in sale_line');
});
