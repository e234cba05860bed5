import type { JournalWriter } from '../connection.ts';

type Change = readonly [table: string, change: 'INSERT' | 'UPDATE' | 'DELETE', condition: string];

/** Where personal data stands, and how it looks when it is taken away. */
const DELETIONS: readonly Change[] = [
  ['outbox', 'DELETE', 'TRUE'],
  ['sale', 'UPDATE', "NEW.stage IN ('written', 'set-aside', 'discarded')"],
  ['print_job', 'UPDATE', 'NEW.document <> OLD.document'],
  ['benefit_case', 'UPDATE', 'NEW.client_id IS NULL AND OLD.client_id IS NOT NULL'],
];

/** A receipt that was paid, also one that stays in the outbox for hours. */
const PAID: readonly Change[] = [['outbox', 'INSERT', 'TRUE']];

/** Has this connection tell whenever it deletes personal data, whichever statement does it. */
export function tellOfDeletion(db: JournalWriter, deleted: () => void): void {
  tellOf(db, 'personal_data_deleted', DELETIONS, deleted);
}

/** Has this connection tell whenever the write-ahead log has grown by a receipt. */
export function tellOfReceipt(db: JournalWriter, stored: () => void): void {
  tellOf(db, 'receipt_stored', PAID, stored);
}

function tellOf(db: JournalWriter, name: string, changes: readonly Change[], told: () => void): void {
  db.function(name, () => {
    told();
    return null;
  });
  for (const [table, change, condition] of changes) {
    db.exec(`
      CREATE TEMP TRIGGER ${name}_in_${table} AFTER ${change} ON main.${table} WHEN ${condition}
        BEGIN SELECT ${name}(); END`);
  }
}
