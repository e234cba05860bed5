import { z } from 'zod';
import { BENEFIT_STAGES, type BenefitCase, benefitLane } from '../domain/benefit-case.ts';
import type { SlipDocument } from '../domain/slip.ts';
import type { BenefitJournal, SaleChange } from '../sale/benefits/ports.ts';
import type { BenefitRequest } from '../sale/outbox/entry.ts';
import type { Clock, SaleJournal } from '../sale/ports.ts';
import { amount, receiptId } from '../schema/values.ts';
import type { JournalWriter } from './database.ts';
import type { EventLog } from './event-log.ts';
import { storedProblem } from './stored.ts';

const named = z.object({ id: z.int(), name: z.string() });

/** What does not change what can be done with a case. */
const storedBody = z.object({
  connection: z.literal([1, 2, 3]),
  service: named,
  transactionId: z.int(),
  categories: z.tuple([named], named),
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

const deliveryRow = z.object({ state: z.enum(['waiting', 'dead']), problem: z.string().nullable() });

/** The benefits' part of the journal. */
export function benefitJournal(
  db: JournalWriter,
  clock: Clock,
  events: EventLog,
  sales: Pick<SaleJournal, 'save'>,
): BenefitJournal {
  const columns = 'id, at, stage, body, client_id, receipt_id';
  const insert = db.prepare(`
    INSERT INTO benefit_case (at, stage, body, client_id) VALUES (@at, 'found', @body, @clientId)`);
  const update = db.prepare(`
    UPDATE benefit_case SET stage = @stage, body = @body, client_id = @clientId, receipt_id = @receipt WHERE id = @id`);
  const selectOne = db.prepare(`SELECT ${columns} FROM benefit_case WHERE id = ?`);
  const selectList = db.prepare(`
    SELECT ${columns} FROM benefit_case WHERE stage IN ('found', 'confirming')
    UNION ALL
    SELECT * FROM (
      SELECT ${columns} FROM benefit_case WHERE stage NOT IN ('found', 'confirming') ORDER BY id DESC LIMIT ?)
    ORDER BY id DESC`);
  const insertEntry = db.prepare('INSERT INTO outbox (kind, lane, request, at) VALUES (@kind, @lane, @request, @now)');
  const deleteEntry = db.prepare('DELETE FROM outbox WHERE id = ?');
  const selectDelivery = db.prepare('SELECT state, problem FROM outbox WHERE lane = ? ORDER BY id LIMIT 1');
  const insertJob = db.prepare(`
    INSERT INTO print_job (kind, document, state, queued_at, changed_at)
    VALUES ('benefit', @document, 'queued', @now, @now)`);

  const get = (id: number): BenefitCase | null => {
    const row = selectOne.get(id);
    return row === undefined ? null : caseOf(row);
  };

  const put = (one: BenefitCase): void => {
    const { id, stage, clientId, receipt } = one;
    update.run({ id, stage, clientId, receipt, body: bodyOf(one) });
  };

  const enter = (id: number, { kind, request }: BenefitRequest): void => {
    insertEntry.run({ kind, lane: benefitLane(id), request: JSON.stringify(request), now: clock.now() });
  };

  const change = (changed: SaleChange | null): void => {
    if (changed) sales.save(changed.sale, changed.before, changed.event);
  };

  /** Nobody has to be told any more: who the holder was is nobody's business from now on. */
  const end = (id: number, entry: number, stage: 'confirmed' | 'failed'): void => {
    const found = get(id);
    if (found) put({ ...found, stage, clientId: null });
    deleteEntry.run(entry);
    events.append(`benefit-${stage}`, benefitLane(id));
  };

  return {
    get,
    found: db.transaction((connection, service, benefit, price) => {
      const { clientId, transactionId, categories } = benefit;
      const fresh = { connection, service, transactionId, categories, category: null, price, discountedPrice: null };
      const { lastInsertRowid } = insert.run({ at: clock.now(), body: JSON.stringify(fresh), clientId });
      const found = caseOf(selectOne.get(lastInsertRowid));
      events.append('benefit-found', benefitLane(found.id), { service: service.name, transaction: transactionId });
      return found;
    }),
    list: (others) => selectList.all(others).map(caseOf),
    delivery(id) {
      const row = deliveryRow.optional().parse(selectDelivery.get(benefitLane(id)));
      if (!row) return null;
      const { state, problem } = row;
      return { dead: state === 'dead', problem: problem === null ? null : storedProblem.parse(JSON.parse(problem)) };
    },
    give: db.transaction((given: BenefitCase, slip: SlipDocument, changed: SaleChange | null) => {
      const { id, category, price, discountedPrice, clientId, transactionId } = given;
      put(given.stage === 'confirming' ? given : { ...given, clientId: null });
      if (given.stage === 'confirming' && category && clientId !== null) {
        const confirmation = { transactionId, clientId, benefitCategoryId: category.id, price, discountedPrice };
        enter(id, { kind: 'benefit-confirmation', request: { caseId: id, confirmation } });
      }
      insertJob.run({ document: JSON.stringify(slip), now: clock.now() });
      // Not the category: an event is kept for good, and some of them say much of a holder.
      events.append('benefit-given', benefitLane(id), {
        price,
        discountedPrice,
        receipt: changed?.sale.number ?? null,
      });
      change(changed);
    }),
    decline: db.transaction((declined: BenefitCase, tell: boolean) => {
      const { id, transactionId } = declined;
      put({ ...declined, clientId: null });
      if (tell) enter(id, { kind: 'benefit-refusal', request: { transactionId } });
      events.append('benefit-declined', benefitLane(id));
    }),
    takeOff: db.transaction((id: number, changed: SaleChange) => {
      const found = get(id);
      const undecided = { stage: 'found', category: null, discountedPrice: null } as const;
      if (found) put({ ...found, ...(found.stage === 'given' && undecided), receipt: null });
      change(changed);
    }),
    confirmed: db.transaction((id: number, entry: number) => end(id, entry, 'confirmed')),
    failed: db.transaction((id: number, entry: number) => end(id, entry, 'failed')),
  };
}

function caseOf(stored: unknown): BenefitCase {
  const { body, client_id: clientId, receipt_id: receipt, ...row } = caseRow.parse(stored);
  return { ...row, ...storedBody.parse(JSON.parse(body)), clientId, receipt };
}

function bodyOf(one: BenefitCase): string {
  const { connection, service, transactionId, categories, category, price, discountedPrice } = one;
  return JSON.stringify({ connection, service, transactionId, categories, category, price, discountedPrice });
}
