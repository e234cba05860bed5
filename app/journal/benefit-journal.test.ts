import path from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { kopecks } from '../domain/money.ts';
import type { BenefitJournal } from '../sale/benefits/ports.ts';
import type { OutboxStore } from '../sale/outbox/entry.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { TestClock } from '../testing/till.ts';
import { type JournalWriter, openDatabase } from './database.ts';
import { eventsOf } from './event-log.ts';
import { openJournal } from './journal.ts';

const BREAD = { id: 101, name: 'Хлеб и молочные продукты' };
const FAMILY = { id: 12, name: 'Многодетная семья' };
const FOUND = { transactionId: 700_005, clientId: 5_001, categories: [FAMILY] } as const;
const SLIP = { blocks: [] };

let db: JournalWriter;
let cases: BenefitJournal;
let outbox: OutboxStore;
let clock: TestClock;

beforeEach(() => {
  const opened = openDatabase(path.join(temporaryFolder(onTestFinished), 'journal.sqlite'));
  if (!opened.ok) throw new Error(opened.error.kind);
  db = opened.value;
  onTestFinished(() => {
    db.close();
  });
  clock = new TestClock();
  ({ cases, outbox } = openJournal(db, clock, 'Смирнова'));
});

/** A case that the holder took, with type 1. */
function given(): number {
  const found = cases.found(1, BREAD, FOUND, null);
  cases.give({ ...found, category: FAMILY, stage: 'confirming' }, SLIP, null);
  return found.id;
}

const kinds = (id: number): readonly string[] => eventsOf(db, `benefit-${id}`).map(({ kind }) => kind);

test('a benefit that was found is there, with the holder’s number at the ЕЦС and nothing else of the holder', () => {
  const found = cases.found(3, BREAD, FOUND, kopecks(10_000));
  expect(found).toEqual({
    id: 1,
    at: clock.now(),
    connection: 3,
    service: BREAD,
    ...FOUND,
    category: null,
    price: 10_000,
    discountedPrice: null,
    receipt: null,
    stage: 'found',
  });
  expect(cases.get(1)).toEqual(found);
  expect(JSON.stringify(eventsOf(db, 'benefit-1'))).not.toContain(String(FOUND.clientId));
});

test('one that is taken is confirmed by an entry that has all it takes', () => {
  const id = given();
  expect(outbox.next(clock.now(), 1, { lanes: [], kinds: [] })).toMatchObject({
    kind: 'benefit-confirmation',
    lane: `benefit-${id}`,
    inDoubt: false,
    request: {
      caseId: id,
      confirmation: { transactionId: 700_005, clientId: 5_001, benefitCategoryId: 12, price: null },
    },
  });
  expect(cases.get(id)).toMatchObject({ stage: 'confirming', clientId: 5_001 });
  expect(cases.delivery(id)).toEqual({ dead: false, problem: null });
});

test.each(['confirmed', 'failed'] as const)('once it is %s the holder is forgotten, the entry gone', (stage) => {
  const id = given();
  cases[stage](id, 1);
  expect([cases.get(id)?.stage, cases.get(id)?.clientId, cases.delivery(id)]).toEqual([stage, null, null]);
  expect(outbox.depth()).toEqual({ waiting: 0, dead: 0 });
  expect(kinds(id)).toEqual(['benefit-found', 'benefit-given', `benefit-${stage}`]);
});

test('one that is declined is told or not', () => {
  const [told, not] = [cases.found(1, BREAD, FOUND, null), cases.found(1, BREAD, FOUND, null)];
  cases.decline({ ...told, stage: 'declined' }, true);
  cases.decline({ ...not, stage: 'declined' }, false);
  expect(outbox.list(10)).toMatchObject([{ kind: 'benefit-refusal', request: { transactionId: 700_005 } }]);
  expect(cases.list(5)).toMatchObject([
    { id: 2, stage: 'declined', clientId: null },
    { id: 1, stage: 'declined', clientId: null },
  ]);
});

test('what is not over is listed, however old, and the latest others; newest first', () => {
  const open = cases.found(1, BREAD, FOUND, null);
  for (let over = 0; over < 3; over++) {
    cases.decline({ ...cases.found(1, BREAD, FOUND, null), stage: 'declined' }, false);
  }
  expect(cases.list(2).map(({ id }) => id)).toEqual([4, 3, open.id]);
});

test('a refusal of the ЕЦС stands beside its case', () => {
  const id = given();
  outbox.bury(1, false, { code: 'benefit-confirmation-rejected', params: { message: 'Нет' } });
  expect(cases.delivery(id)).toEqual({
    dead: true,
    problem: { code: 'benefit-confirmation-rejected', params: { message: 'Нет' } },
  });
});
