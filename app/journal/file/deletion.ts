import type { JournalWriter } from '../connection.ts';

/** Where personal data stands, and how it looks when it is taken away. */
const DELETIONS = [
  ['outbox', 'DELETE', 'TRUE'],
  ['sale', 'UPDATE', "NEW.stage IN ('written', 'set-aside', 'discarded')"],
  ['print_job', 'UPDATE', 'NEW.document <> OLD.document'],
  ['benefit_case', 'UPDATE', 'NEW.client_id IS NULL AND OLD.client_id IS NOT NULL'],
] as const;

/** Has this connection tell whenever it deletes personal data, whichever statement does it. */
export function tellOfDeletion(db: JournalWriter, deleted: () => void): void {
  db.function('personal_data_deleted', () => {
    deleted();
    return null;
  });
  for (const [table, change, condition] of DELETIONS) {
    db.exec(`
      CREATE TEMP TRIGGER ${table}_forgotten AFTER ${change} ON main.${table} WHEN ${condition}
        BEGIN SELECT personal_data_deleted(); END`);
  }
}
