import { z } from 'zod';
import { BENEFIT_STAGES, type BenefitCase, type BenefitStage, benefitLane } from '../domain/benefit-case.ts';
import type { ReceiptId } from '../domain/receipt.ts';
import type { SlipDocument } from '../domain/slip.ts';
import type { BenefitRequest } from '../sale/outbox/entry.ts';
import type { Clock } from '../sale/ports.ts';
import type { Sale } from '../sale/sale.ts';
import { amount, receiptId } from '../schema/values.ts';
import type { JournalWriter } from './connection.ts';
import type { EventLog } from './event-log.ts';

/** Cases as rows. None of this is a transaction of its own. */
export type BenefitCases = {
  get(id: number): BenefitCase | null;
  /** All that are not over, and the latest `others`; newest first. */
  list(others: number): readonly BenefitCase[];
  insert(fresh: Omit<BenefitCase, 'id' | 'at' | 'stage' | 'receipt'>): BenefitCase;
  /** It goes with the receipt of this number from now on; `slip`: for when that is paid. */
  take(taken: BenefitCase, slip: SlipDocument, number: number): void;
  /** The holder got the service: the ЕЦС is told where it has to be, and the slip printed. */
  give(given: BenefitCase, slip: SlipDocument): void;
  /** Nobody has to be told any more: who the holder was, and why there was a benefit, is nobody's business from now on. */
  end(one: BenefitCase, stage: 'confirmed' | 'given' | 'declined' | 'failed'): void;
  enter(id: number, request: BenefitRequest): void;
  /** Has the benefits of a receipt go with it: given when it is paid for good, found again when their discount is off it. */
  follow(sale: Sale): void;
};

const named = z.object({ id: z.int(), name: z.string() });

/** What does not change what can be done with a case. */
const storedBody = z.object({
  connection: z.literal([1, 2, 3]),
  service: named,
  transactionId: z.int(),
  categories: z.array(named),
  category: named.nullable(),
  price: amount.nullable(),
  discountedPrice: amount.nullable(),
});

const caseRow = z.object({
  id: z.int(),
  at: z.int(),
  stage: z.enum(BENEFIT_STAGES),
  body: z.string(),
  client_id: z.int().nullable(),
  receipt_id: receiptId.nullable(),
});

/** A case that is not over, as `benefit_case_open` has it, so that the index finds it. */
export const OPEN_CASE = "stage IN ('found', 'taken', 'confirming')";

/** Stages of a receipt that was paid and stays so, whatever its service makes of it. */
const PAID: ReadonlySet<Sale['stage']['at']> = new Set(['queued', 'written', 'set-aside']);

/**
 * The rows of benefits. Of what a damaged journal lost, a case whose receipt is gone is found again, and one that the ЕЦС has yet
 * to be told of is entered again: the same confirmation counts once.
 */
export function benefitCases(db: JournalWriter, clock: Clock, events: EventLog): BenefitCases {
  const columns = 'id, at, stage, body, client_id, receipt_id';
  // A salvaged journal may have lost cases that its outbox, its log or a receipt still speaks of: no new one has their numbers.
  const insert = db.prepare(`
    INSERT INTO benefit_case (id, at, stage, body, client_id)
    SELECT 1 + max(
      coalesce((SELECT max(id) FROM benefit_case), 0),
      coalesce((SELECT max(CAST(substr(lane, length('benefit-') + 1) AS INTEGER)) FROM outbox
        WHERE lane GLOB 'benefit-*'), 0),
      coalesce((SELECT max(CAST(substr(subject, length('benefit-') + 1) AS INTEGER)) FROM event
        WHERE subject GLOB 'benefit-*'), 0),
      coalesce((SELECT max(body ->> '$.benefit.caseId') FROM sale_line JOIN sale ON sale.id = sale_id
        WHERE stage IN ('open', 'held', 'writing', 'in-doubt')), 0)), @at, 'found', @body, @clientId`);
  const update = db.prepare(`
    UPDATE benefit_case SET stage = @stage, body = @body, client_id = @clientId, receipt_id = @receipt, slip = @slip
    WHERE id = @id`);
  const selectOne = db.prepare(`SELECT ${columns} FROM benefit_case WHERE id = ?`);
  const selectList = db.prepare(`
    SELECT ${columns} FROM benefit_case WHERE ${OPEN_CASE}
    UNION ALL
    SELECT * FROM (
      SELECT ${columns} FROM benefit_case WHERE NOT ${OPEN_CASE} ORDER BY id DESC LIMIT ?)
    ORDER BY id DESC`);
  const selectTaken = db.prepare(`SELECT ${columns} FROM benefit_case WHERE stage = 'taken' AND receipt_id = ?`);
  const selectLost = db.prepare(`
    SELECT ${columns} FROM benefit_case WHERE stage = 'taken' AND receipt_id IS NOT (
      SELECT id FROM sale WHERE id = receipt_id AND stage IN ('open', 'held', 'writing', 'in-doubt'))`);
  const selectUntold = db.prepare(`
    SELECT ${columns} FROM benefit_case
    WHERE stage = 'confirming' AND NOT EXISTS (SELECT 1 FROM outbox WHERE lane = 'benefit-' || benefit_case.id)`);
  const insertEntry = db.prepare('INSERT INTO outbox (kind, lane, request, at) VALUES (@kind, @lane, @request, @now)');
  const insertJob = db.prepare(`
    INSERT INTO print_job (kind, document, state, queued_at, changed_at)
    VALUES ('benefit', @document, 'queued', @now, @now)`);
  const selectSlip = db.prepare('SELECT slip FROM benefit_case WHERE id = ?').pluck();

  const put = (one: BenefitCase, slip: string | null = null): void => {
    const { id, stage, clientId, receipt } = one;
    update.run({ id, stage, clientId, receipt, slip, body: bodyOf(one) });
  };

  const enter = (id: number, { kind, request }: BenefitRequest): void => {
    insertEntry.run({ kind, lane: benefitLane(id), request: JSON.stringify(request), now: clock.now() });
  };

  const end = (one: BenefitCase, stage: BenefitStage): void => {
    put({ ...one, stage, clientId: null, categories: [], category: null });
  };

  const enterConfirmation = ({ id, category, clientId, transactionId, price, discountedPrice }: BenefitCase): void => {
    if (!category || clientId === null) return;
    const confirmation = { transactionId, clientId, benefitCategoryId: category.id, price, discountedPrice };
    enter(id, { kind: 'benefit-confirmation', request: { caseId: id, confirmation } });
  };

  /** @param slip as it is stored, `null` for one that is lost */
  const give = (given: BenefitCase, slip: string | null, number: number | null): void => {
    const { id, connection, price, discountedPrice } = given;
    if (connection === 3) end(given, 'given');
    else {
      put({ ...given, stage: 'confirming' });
      enterConfirmation(given);
    }
    if (slip !== null) insertJob.run({ document: slip, now: clock.now() });
    // Not the category: an event is kept for good, and some of them say much of a holder.
    events.append('benefit-given', benefitLane(id), { price, discountedPrice, receipt: number });
  };

  const putBack = (taken: BenefitCase): void => {
    // With type 3 the ЕЦС was asked with a price: it stands.
    const price = taken.connection === 3 ? taken.price : null;
    put({ ...taken, stage: 'found', category: null, price, discountedPrice: null, receipt: null });
    events.append('benefit-put-back', benefitLane(taken.id));
  };

  const takenWith = (id: ReceiptId): readonly BenefitCase[] => selectTaken.all(id).map(caseOf);

  db.transaction(() => {
    for (const row of selectLost.all()) putBack(caseOf(row));
    for (const row of selectUntold.all()) enterConfirmation(caseOf(row));
  })();

  return {
    get(id) {
      const row = selectOne.get(id);
      return row === undefined ? null : caseOf(row);
    },
    // Of those that are over, one that cannot be read any more is only left out.
    list: (others) => selectList.all(others).flatMap((row) => shownCase(row) ?? []),
    insert(fresh) {
      const { lastInsertRowid } = insert.run({ at: clock.now(), body: bodyOf(fresh), clientId: fresh.clientId });
      return caseOf(selectOne.get(lastInsertRowid));
    },
    take(taken, slip, number) {
      const { id, price, discountedPrice } = taken;
      put({ ...taken, stage: 'taken' }, JSON.stringify(slip));
      events.append('benefit-taken', benefitLane(id), { price, discountedPrice, receipt: number });
    },
    give: (given, slip) => give(given, JSON.stringify(slip), null),
    end,
    enter,
    follow({ id, number, stage, lines }) {
      for (const taken of takenWith(id)) {
        const isOn = stage.at !== 'discarded' && lines.some(({ benefit }) => benefit?.caseId === taken.id);
        if (!isOn) putBack(taken);
        else if (PAID.has(stage.at)) give(taken, z.string().nullable().parse(selectSlip.get(taken.id)), number);
      }
    },
  };
}

/** Throws for a row that is no case. */
export function caseOf(stored: unknown): BenefitCase {
  const { body, client_id: clientId, receipt_id: receipt, ...row } = caseRow.parse(stored);
  return { ...row, ...storedBody.parse(JSON.parse(body)), clientId, receipt };
}

function shownCase(stored: unknown): BenefitCase | null {
  try {
    return caseOf(stored);
  } catch {
    return null;
  }
}

function bodyOf(one: Omit<BenefitCase, 'id' | 'at' | 'stage' | 'receipt'>): string {
  const { connection, service, transactionId, categories, category, price, discountedPrice } = one;
  return JSON.stringify({ connection, service, transactionId, categories, category, price, discountedPrice });
}
