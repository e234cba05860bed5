import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { fillJournal } from '../../testing/busy-journal.ts';
import { temporaryFolder } from '../../testing/folder.ts';
import { type JournalWriter, openDatabase } from '../database.ts';
import { tellOfDeletion, tellOfReceipt } from './deletion.ts';

/** A journal of three receipts and a benefit. */
function filled(): JournalWriter {
  const opened = openDatabase(path.join(temporaryFolder(onTestFinished), 'journal.sqlite'));
  if (!opened.ok) throw new Error(opened.error.kind);
  const db = opened.value;
  onTestFinished(() => {
    db.close();
  });
  fillJournal(db, 3);
  db.exec("INSERT INTO benefit_case (at, stage, body, client_id) VALUES (1, 'given', '{}', 7)");
  return db;
}

test.each([
  ['a receipt that is finished', "UPDATE sale SET stage = 'discarded' WHERE stage = 'held'", 1],
  ['an outbox entry that is done', 'DELETE FROM outbox', 1],
  ['a slip that is forgotten', "UPDATE print_job SET document = '{}' WHERE id = 1", 1],
  ['a holder that is forgotten', 'UPDATE benefit_case SET client_id = NULL', 1],
  ['an open receipt that goes on', "UPDATE sale SET changed_at = 1 WHERE stage IN ('open', 'held')", 0],
  ['a slip that is printed', "UPDATE print_job SET state = 'confirmed'", 0],
])('%s', (_what, statement, times) => {
  const db = filled();
  let told = 0;
  tellOfDeletion(db, () => {
    told += 1;
  });
  db.exec(statement);
  expect(told).toBe(times);
});

test('a receipt that is paid tells, whatever becomes of it', () => {
  const db = filled();
  let told = 0;
  tellOfReceipt(db, () => {
    told += 1;
  });
  db.exec("INSERT INTO outbox (kind, lane, request, at) VALUES ('receipt-write', 'receipt-9', '{}', 0)");
  expect(told).toBe(1);
  db.exec("UPDATE outbox SET attempts = 1; DELETE FROM outbox; UPDATE print_job SET state = 'confirmed'");
  expect(told).toBe(1);
});
