import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { ReceiptId } from '../../domain/receipt.ts';
import type { BenefitJournal } from '../../sale/benefits/ports.ts';
import type { OutboxEntry } from '../../sale/outbox/entry.ts';
import { fillJournal } from '../../testing/busy-journal.ts';
import { dmitry } from '../../testing/fixtures.ts';
import { temporaryFolder } from '../../testing/folder.ts';
import { TestClock } from '../../testing/till.ts';
import { openDatabase, openReader } from '../database.ts';
import { openJournal } from '../journal.ts';
import { backUp } from './backup.ts';
import { type JournalFile, openJournalFile } from './journal-file.ts';
import { NEWEST } from './migrate.ts';
import { filesOf } from './names.ts';

const NOW = Date.UTC(2026, 10, 21, 9, 17);
const RECEIPTS = 30;

/** Opens the journal; it is closed when the test is over, if not before. */
async function open(file: string, damaged: (reason: string) => void = () => {}): Promise<JournalFile> {
  const opened = await openJournalFile(file, NOW, damaged);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  onTestFinished(() => opened.value.close());
  return opened.value;
}

/** A journal of thirty receipts, a queued, a held and an open one; closed. */
function filled(): string {
  const file = path.join(temporaryFolder(onTestFinished), 'journal.sqlite');
  const opened = openDatabase(file, NOW);
  if (!opened.ok) throw new Error(opened.error.kind);
  fillJournal(opened.value, RECEIPTS);
  opened.value.close();
  return file;
}

async function withBackup(file: string): Promise<void> {
  const reader = openReader(file);
  if (!reader.ok) throw new Error(reader.error.kind);
  await backUp(reader.value, filesOf(file), NOW);
  reader.value.close();
}

function change(file: string, statements: string): void {
  const db = new Database(file);
  db.exec(statements);
  db.close();
}

function count({ writer }: JournalFile, what: string): unknown {
  return writer.prepare(`SELECT count(*) FROM ${what}`).pluck().get();
}

function namesIn(file: string): string[] {
  return readdirSync(path.dirname(file)).toSorted();
}

/** Puts other bytes in the place of these. */
function replaceBytes(file: string, found: string, by: string): void {
  const bytes = readFileSync(file);
  bytes.write(by, bytes.lastIndexOf(found));
  writeFileSync(file, bytes);
}

test('a new journal has nothing to tell, and closing leaves no log behind', async () => {
  const file = path.join(temporaryFolder(onTestFinished), 'journal.sqlite');
  const journal = await open(file);
  expect(journal).toMatchObject({ recovered: null, unchecked: false });
  journal.close();
  expect(namesIn(file)).toEqual(['journal.lock', 'journal.sqlite']);
});

test('a sound journal opens as it was', async () => {
  const file = filled();
  const before = readFileSync(file);
  (await open(file)).close();
  expect(readFileSync(file).equals(before)).toBe(true);
});

describe('one program works with a journal', () => {
  test('a second one is refused, by whichever way it comes, until the first is gone', async () => {
    const file = filled();
    const link = path.join(path.dirname(file), 'other-folder');
    symlinkSync(path.dirname(file), link);
    const alias = path.join(temporaryFolder(onTestFinished), 'journal.sqlite');
    symlinkSync(file, alias);
    const first = await open(file);
    for (const way of [file, path.join(link, 'journal.sqlite'), alias]) {
      expect(await openJournalFile(way, NOW, () => {})).toEqual({ ok: false, error: { kind: 'claimed' } });
    }
    first.close();
    expect((await open(alias)).recovered).toBeNull();
  });
});

describe('a damaged journal', () => {
  test('a file that is none at all gives way to what the backup has of finished business', async () => {
    const file = filled();
    await withBackup(file);
    writeFileSync(file, 'this is a letter, not a database '.repeat(1_000));
    const letter = readFileSync(file);

    const journal = await open(file);
    expect(journal.recovered).toEqual({
      at: NOW,
      reason: 'the header is damaged',
      damaged: expect.stringMatching(/^journal-damaged-2026-11-21-\d{6}\.sqlite$/),
      rows: 0,
      refused: 0,
      receipts: RECEIPTS,
      restored: RECEIPTS,
      backup: expect.stringMatching(/^journal-2026-11-21\.sqlite$/),
      lost: [],
      unsettled: { receipts: 0, returns: 0, benefits: 0, slips: 0 },
    });
    expect(count(journal, 'sale')).toBe(RECEIPTS);
    expect(count(journal, "receipt_return WHERE stage = 'written'")).toBe(2);
    expect(count(journal, 'event')).toBeGreaterThan(RECEIPTS);
    // What may have been done since the backup is not done again.
    expect([count(journal, 'outbox'), count(journal, 'print_job')]).toEqual([0, 0]);
    expect(readFileSync(path.join(path.dirname(file), journal.recovered?.damaged ?? '')).equals(letter)).toBe(true);
    expect(existsSync(`${file}-salvage`)).toBe(false);
  });

  test('is told of once', async () => {
    const file = filled();
    writeFileSync(file, 'a letter');
    const journal = await open(file);
    const { damaged } = journal.recovered ?? { damaged: '' };
    journal.close();
    const again = await open(file);
    expect(again.recovered?.damaged).toBe(damaged);
    again.told();
    again.close();
    expect((await open(file)).recovered).toBeNull();
    expect(existsSync(path.join(path.dirname(file), `${damaged}.json`))).toBe(true);
  });

  test.each(['emptied', 'removed'])('one that was %s comes back from its backup, and is no new one', async (how) => {
    const file = filled();
    await withBackup(file);
    if (how === 'emptied') writeFileSync(file, '');
    else rmSync(file);
    const journal = await open(file);
    expect(journal.recovered).toMatchObject({ reason: 'the file is empty', receipts: RECEIPTS });
  });

  test('numbers that were given out are not given out again', async () => {
    const file = filled();
    await withBackup(file);
    // Receipts that came after the backup.
    change(
      file,
      `PRAGMA foreign_keys = OFF; UPDATE sale SET number = number + 100, head = json_set(head, '$.number', number + 100) WHERE stage <> 'written';
       UPDATE shift SET number = 7 WHERE closed_at IS NULL; UPDATE sale SET shift = 7 WHERE stage = 'queued';`,
    );
    replaceBytes(file, '"stage":{"at":"open"}', '"stage":{"at":"opfn"}');
    const journal = await open(file);
    expect(journal.recovered?.lost).toContain(RECEIPTS + 103);
    const { journal: sales, shifts } = openJournal(journal.writer, new TestClock(), 'Смирнова О. В.');
    expect(sales.nextNumber()).toBe(RECEIPTS + 104);
    shifts.close(() => ({ blocks: [] }));
    expect(shifts.open().number).toBe(8);
  });

  test('a receipt whose row is lost takes its lines along, and leaves its slip', async () => {
    const file = filled();
    replaceBytes(file, '{"id":"receipt-5","number":5,', '{"id":"receipt-5","number"x5,');
    const journal = await open(file);
    expect(journal.recovered).toMatchObject({ receipts: RECEIPTS + 2, lost: [5] });
    expect(count(journal, "sale_line WHERE sale_id = 'receipt-5'")).toBe(0);
    expect(count(journal, "print_job WHERE sale_id IS NULL AND kind = 'sale'")).toBe(1);
  });

  test('finished receipts that cannot be read come from the backup', async () => {
    const file = filled();
    await withBackup(file);
    replaceBytes(file, '{"id":"receipt-5","number":5,', '{"id":"receipt-5","number"x5,');
    const journal = await open(file);
    expect(journal.recovered).toMatchObject({ receipts: RECEIPTS + 3, restored: 1, lost: [] });
    expect(count(journal, "sale_line WHERE sale_id = 'receipt-5'")).toBe(2);
  });

  test('the open shift whose row is lost is opened again, as the event log has it', async () => {
    const file = filled();
    change(file, 'DROP TRIGGER shift_kept; PRAGMA foreign_keys = OFF; DELETE FROM shift WHERE closed_at IS NULL');
    const journal = await open(file);
    expect(journal.recovered?.reason).toContain('sale');
    expect(journal.writer.prepare('SELECT number, opened_by FROM shift WHERE closed_at IS NULL').get()).toEqual({
      number: 1,
      opened_by: 'Смирнова О. В.',
    });
  });

  test('an open receipt that cannot be understood does not keep the till from starting', async () => {
    const file = filled();
    change(file, "UPDATE sale SET head = json_set(head, '$.stage.at', 'opfn') WHERE stage = 'open'");
    const journal = await open(file);
    expect(journal.recovered).toMatchObject({
      reason: 'a row of sale cannot be understood',
      refused: 3,
      lost: [RECEIPTS + 3],
    });
  });

  test('neither does a benefit', async () => {
    const file = filled();
    const body = {
      connection: 1,
      service: { id: 1, name: 'Хлеб' },
      transactionId: 7,
      categories: [{ id: 1, name: '' }],
    };
    const whole = JSON.stringify({ ...body, category: null, price: null, discountedPrice: null });
    change(
      file,
      `INSERT INTO benefit_case (at, stage, body, client_id) VALUES (0, 'found', '${whole}', 7);
       INSERT INTO benefit_case (at, stage, body, client_id) VALUES (0, 'found', json_set('${whole}', '$.service', 'Хл'), 7)`,
    );
    const journal = await open(file);
    expect(journal.recovered).toMatchObject({ reason: 'a row of benefit_case cannot be understood', refused: 1 });
    const { cases } = openJournal(journal.writer, new TestClock(), 'Смирнова О. В.');
    expect(cases.list(5)).toMatchObject([{ id: 1, stage: 'found' }]);
  });

  test('a receipt whose outbox entry is lost waits for its service again, and is in doubt', async () => {
    const file = filled();
    change(
      file,
      `DELETE FROM outbox;
       UPDATE sale SET stage = 'in-doubt', head = json_set(head, '$.stage.at', 'in-doubt', '$.customer.token', '${dmitry.token}')
       WHERE stage = 'queued'`,
    );
    writeFileSync(filesOf(file).suspicion, 'found by the worker');
    const { writer } = await open(file);
    const { outbox, journal: sales } = openJournal(writer, new TestClock(), 'Смирнова О. В.');
    const waiting = sales.sale(`receipt-${RECEIPTS + 1}` as ReceiptId);
    expect(outbox.list(10)).toMatchObject([
      {
        kind: 'receipt-write',
        lane: waiting?.id,
        inDoubt: true,
        request: {
          number: RECEIPTS + 1,
          cashier: 'Смирнова О. В.',
          customerToken: dmitry.token,
          lines: waiting?.lines,
          calculationId: waiting?.calculation?.id,
        },
      },
    ]);
  });

  test.each([
    ['whose line is lost', `DELETE FROM sale_line WHERE sale_id = 'receipt-${RECEIPTS + 1}' AND line_index = 2`],
    ['whose customer only the entry knew', "UPDATE sale SET head = json_set(head, '$.customer.token', '')"],
  ])('one %s is set aside, and the till is free', async (_which, damage) => {
    const file = filled();
    change(
      file,
      `DELETE FROM outbox; ${damage};
       UPDATE sale SET stage = 'in-doubt', head = json_set(head, '$.stage.at', 'in-doubt') WHERE stage = 'queued'`,
    );
    writeFileSync(filesOf(file).suspicion, 'found by the worker');
    const { writer } = await open(file);
    const { outbox, journal: sales } = openJournal(writer, new TestClock(), 'Смирнова О. В.');
    expect(outbox.list(10)).toEqual([]);
    expect(sales.sale(`receipt-${RECEIPTS + 1}` as ReceiptId)).toMatchObject({
      stage: { at: 'set-aside' },
      customer: { token: '', name: '' },
    });
    expect(sales.current()).toMatchObject({ stage: { at: 'open' } });
  });

  describe('what a service has yet to be told, and whose outbox entry is lost', () => {
    const WAITING = `receipt-${RECEIPTS + 1}` as ReceiptId;
    const BREAD = { id: 101, name: 'Хлеб' };
    const FOUND = { transactionId: 700_005, clientId: 5_001, categories: [{ id: 12, name: '' }] } as const;

    /** What stands in the outbox after a till has done this and lost what the statements take. */
    async function recoveredAfter(
      work: (journal: ReturnType<typeof openJournal>) => void,
      loss: string,
    ): Promise<{ journal: JournalFile; entries: readonly OutboxEntry[]; cases: BenefitJournal }> {
      const file = filled();
      const opened = openDatabase(file, NOW);
      if (!opened.ok) throw new Error(opened.error.kind);
      work(openJournal(opened.value, new TestClock(), 'Смирнова О. В.'));
      opened.value.exec(`DROP TRIGGER event_kept; PRAGMA foreign_keys = OFF; ${loss}`);
      opened.value.close();
      writeFileSync(filesOf(file).suspicion, 'found by the worker');
      const journal = await open(file);
      const { outbox, cases } = openJournal(journal.writer, new TestClock(), 'Смирнова О. В.');
      return { journal, entries: outbox.list(10), cases };
    }

    function abandon({ journal }: ReturnType<typeof openJournal>): number {
      const sale = journal.sale(WAITING);
      if (!sale) throw new Error('no receipt waits');
      return journal.abandon({ ...sale, stage: { at: 'discarded' } }, journal.intent(WAITING) ?? 0);
    }

    test.each([
      ['', 'DELETE FROM outbox'],
      [', also one whose row is lost', `DELETE FROM outbox; DELETE FROM sale WHERE id = '${WAITING}'`],
      [', also one whose event is lost', "DELETE FROM outbox; DELETE FROM event WHERE kind = 'abandoned'"],
      [', also when the entry cannot be understood', "UPDATE outbox SET request = '{}'"],
    ])('a receipt that was cancelled after it was paid is still deleted at its service%s', async (_which, loss) => {
      const { entries } = await recoveredAfter(abandon, loss);
      expect(entries).toMatchObject([
        { kind: 'receipt-rollback', lane: WAITING, inDoubt: true, request: { receiptId: WAITING } },
      ]);
    });

    test('one that was deleted there already is not, nor one that was cancelled before it was paid', async () => {
      const { entries } = await recoveredAfter((till) => {
        till.outbox.drop(abandon(till));
        const current = till.journal.current();
        if (current) till.journal.discard(current);
      }, '');
      expect(entries).toEqual([]);
    });

    test('a benefit that was given is confirmed, also when the entry cannot be understood', async () => {
      const { entries, journal } = await recoveredAfter(
        ({ cases }) =>
          cases.give({ ...cases.found(1, BREAD, FOUND, null), category: { id: 12, name: '' } }, { blocks: [] }),
        "UPDATE outbox SET request = '{}' WHERE kind = 'benefit-confirmation'",
      );
      expect(entries.find(({ lane }) => lane === 'benefit-1')).toMatchObject({
        kind: 'benefit-confirmation',
        request: { caseId: 1, confirmation: { transactionId: 700_005, clientId: 5_001, benefitCategoryId: 12 } },
      });
      expect(journal.recovered?.unsettled.benefits).toBe(0);
    });

    test('a benefit of which too little is left is over, and told', async () => {
      const { entries, journal, cases } = await recoveredAfter(
        ({ cases }) =>
          cases.give({ ...cases.found(1, BREAD, FOUND, null), category: { id: 12, name: '' } }, { blocks: [] }),
        "DELETE FROM outbox WHERE kind = 'benefit-confirmation'; UPDATE benefit_case SET client_id = NULL",
      );
      expect(entries.map(({ lane }) => lane)).toEqual([WAITING]);
      expect(cases.get(1)).toMatchObject({ stage: 'failed', category: null });
      expect(journal.recovered?.unsettled.benefits).toBe(1);
    });

    test('a benefit that was declined is told of where it has to be, and was not yet', async () => {
      const { entries } = await recoveredAfter(({ cases, outbox }) => {
        const [owed, told, mute] = [1, 2, 3].map(() => cases.found(1, BREAD, FOUND, null));
        if (!owed || !told || !mute) throw new Error('not found');
        cases.decline(told, true);
        for (const { id, kind } of outbox.list(5)) if (kind === 'benefit-refusal') outbox.drop(id);
        cases.decline(mute, false);
        cases.decline(owed, true);
      }, "DELETE FROM outbox WHERE kind = 'benefit-refusal'");
      expect(entries.filter(({ kind }) => kind === 'benefit-refusal')).toMatchObject([
        { lane: 'benefit-1', inDoubt: true, request: { transactionId: 700_005 } },
      ]);
    });

    test('what nobody can go on with is counted for the cashier, by kind', async () => {
      const { journal } = await recoveredAfter(
        ({ cases }) => cases.found(1, BREAD, FOUND, null),
        `DELETE FROM outbox; DELETE FROM benefit_case;
         DELETE FROM sale_line WHERE sale_id = '${WAITING}' AND line_index = 2;
         DELETE FROM receipt_return WHERE id = 'return-15';
         DELETE FROM print_job WHERE sale_id IN ('receipt-3', 'receipt-4')`,
      );
      expect(journal.recovered?.unsettled).toEqual({ receipts: 1, returns: 1, benefits: 1, slips: 2 });
    });
  });

  test('is kept for thirty days, with its log and report', async () => {
    const file = filled();
    const folder = path.dirname(file);
    const old = ['', '-wal', '-shm', '.json'].map((ending) => `journal-damaged-2026-10-21-235959-1.sqlite${ending}`);
    const kept = ['journal-damaged-2026-10-22-000000.sqlite', 'training-damaged-2026-01-01-000000.sqlite'];
    for (const name of [...old, ...kept]) writeFileSync(path.join(folder, name), '');
    await open(file);
    expect(namesIn(file).filter((name) => name.includes('damaged'))).toEqual(kept);
  });

  test.each([0, 1, NEWEST - 1, 999])(
    'a version number that became %i is damage, when the tables are today’s',
    async (version) => {
      const file = filled();
      change(file, `PRAGMA user_version = ${version}`);
      const journal = await open(file);
      expect(journal.recovered).toMatchObject({ receipts: RECEIPTS + 3, refused: 0, lost: [] });
      expect(journal.writer.pragma('user_version', { simple: true })).toBe(NEWEST);
    },
  );

  test('a header that would have SQLite only read is damage, and no matter of rights', async () => {
    const file = filled();
    const bytes = readFileSync(file);
    bytes[18] = 0x40;
    writeFileSync(file, bytes);
    expect((await open(file)).recovered).toMatchObject({ reason: 'the header is damaged', lost: [] });
  });

  test('a journal of a newer program is none', async () => {
    const file = filled();
    change(file, 'ALTER TABLE sale ADD COLUMN colour TEXT; PRAGMA user_version = 999');
    expect(await openJournalFile(file, NOW, () => {})).toEqual({ ok: false, error: { kind: 'too-new', version: 999 } });
  });

  test('where nothing can be stored it stays as it is', async () => {
    const file = filled();
    writeFileSync(file, 'a letter');
    mkdirSync(filesOf(file).salvage);
    writeFileSync(path.join(filesOf(file).salvage, 'something'), '');
    expect(await openJournalFile(file, NOW, () => {})).toMatchObject({ ok: false, error: { kind: 'damaged' } });
    expect(readFileSync(file, 'utf8')).toBe('a letter');
  });
});

describe('damage that shows while working', () => {
  test('is told, whoever catches the error, and leads to the recovery of the next start', async () => {
    const file = filled();
    const told: string[] = [];
    const journal = await open(file, (reason) => told.push(reason));
    const read = journal.writer.prepare('SELECT count(body) FROM event');
    const bytes = readFileSync(file);
    writeFileSync(file, Buffer.concat([bytes.subarray(0, 4096), Buffer.alloc(bytes.length - 4096, 7)]));
    expect(() => read.get()).toThrow();
    expect(told).toEqual(['database disk image is malformed']);
    writeFileSync(file, bytes);
    journal.suspect(told[0] ?? '');
    journal.close();
    const again = await open(file);
    expect(again.recovered).toMatchObject({ reason: told[0], receipts: RECEIPTS + 3, lost: [] });
    again.told();
    again.close();
    expect((await open(file)).recovered).toBeNull();
  });

  test('a large file is looked at as a whole later', async () => {
    const file = filled();
    change(
      file,
      `WITH RECURSIVE many (id) AS (SELECT 1000 UNION ALL SELECT id + 1 FROM many WHERE id < 1100)
       INSERT INTO event SELECT id, 0, '', 'note', NULL, json_quote(hex(zeroblob(50000))), '' FROM many`,
    );
    expect(await open(file)).toMatchObject({ recovered: null, unchecked: true });
  });
});

describe('a recovery that is cut off goes on at the next start', () => {
  /** The recovered journal's folder, put back to how it was when this much was done. */
  async function cutOff(
    step: 'reported' | 'log set aside' | 'set aside' | 'in place',
  ): Promise<{ file: string; damaged: string }> {
    const file = filled();
    change(file, 'PRAGMA wal_autocheckpoint = 0; UPDATE event SET at = at WHERE FALSE');
    const files = filesOf(file);
    writeFileSync(file, readFileSync(file).subarray(0, -4096));
    const journal = await open(file);
    const damaged = path.join(path.dirname(file), journal.recovered?.damaged ?? '');
    journal.close();
    if (step !== 'in place') renameSync(file, files.salvage);
    if (step === 'reported' || step === 'log set aside') renameSync(damaged, file);
    // SQLite would take the log of the old file for one of the new.
    if (step === 'reported') writeFileSync(files.wal, 'the log of the damaged file');
    writeFileSync(files.suspicion, 'the check found something');
    return { file, damaged };
  }

  test.each(['reported', 'log set aside', 'set aside', 'in place'] as const)('%s', async (step) => {
    const { file, damaged } = await cutOff(step);
    const journal = await open(file);
    expect(journal.recovered).toMatchObject({ damaged: path.basename(damaged), receipts: expect.any(Number) });
    expect(count(journal, 'sale')).toBeGreaterThan(RECEIPTS / 2);
    journal.told();
    journal.close();
    expect(namesIn(file).filter((name) => !name.includes('damaged'))).toEqual(['journal.lock', 'journal.sqlite']);
    if (step === 'reported') expect(readFileSync(`${damaged}-wal`, 'utf8')).toBe('the log of the damaged file');
    expect((await open(file)).recovered).toBeNull();
  });

  test('half a salvage is begun anew', async () => {
    const file = filled();
    writeFileSync(`${filesOf(file).salvage}.part`, 'half');
    writeFileSync(file, 'a letter');
    expect((await open(file)).recovered).toMatchObject({ receipts: 0 });
  });
});

test.runIf(process.getuid?.() === 0 && process.seteuid !== undefined)(
  'a file that may only be read says so',
  async () => {
    const file = filled();
    chmodSync(path.dirname(file), 0o777);
    chmodSync(file, 0o444);
    process.seteuid?.('nobody');
    try {
      expect(await openJournalFile(file, NOW, () => {})).toEqual({ ok: false, error: { kind: 'read-only' } });
    } finally {
      process.seteuid?.(0);
    }
  },
);
