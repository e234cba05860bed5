import { z } from 'zod';
import { type BenefitCase, benefitLane } from '../domain/benefit-case.ts';
import type { SlipDocument } from '../domain/slip.ts';
import type { BenefitJournal, SaleChange } from '../sale/benefits/ports.ts';
import type { SaleJournal } from '../sale/ports.ts';
import type { BenefitCases } from './benefit-cases.ts';
import type { JournalWriter } from './database.ts';
import type { EventLog } from './event-log.ts';
import { storedProblem } from './stored.ts';

const deliveryRow = z.object({ state: z.enum(['waiting', 'dead']), problem: z.string().nullable() });

/** The benefits' part of the journal. */
export function benefitJournal(
  db: JournalWriter,
  cases: BenefitCases,
  events: EventLog,
  sales: Pick<SaleJournal, 'save'>,
): BenefitJournal {
  const deleteEntry = db.prepare('DELETE FROM outbox WHERE id = ?');
  const selectDelivery = db.prepare('SELECT state, problem FROM outbox WHERE lane = ? ORDER BY id LIMIT 1');
  const setAsked = db.prepare('INSERT OR REPLACE INTO benefit_asked (id, service) VALUES (1, ?)');
  const deleteAsked = db.prepare('DELETE FROM benefit_asked');
  const selectAsked = db.prepare('SELECT service FROM benefit_asked').pluck();

  const told = (id: number, entry: number, stage: 'confirmed' | 'failed'): void => {
    const found = cases.get(id);
    if (found) cases.end(found, stage);
    deleteEntry.run(entry);
    events.append(`benefit-${stage}`, benefitLane(id));
  };

  return {
    get: cases.get,
    list: cases.list,
    asked(service) {
      setAsked.run(service);
    },
    answered() {
      deleteAsked.run();
    },
    unanswered: () => z.string().optional().parse(selectAsked.get()) ?? null,
    found: db.transaction((connection, service, benefit, price) => {
      const found = cases.insert({ ...benefit, connection, service, category: null, price, discountedPrice: null });
      deleteAsked.run();
      const { transactionId } = benefit;
      events.append('benefit-found', benefitLane(found.id), { service: service.name, transaction: transactionId });
      return found;
    }),
    delivery(id) {
      const row = deliveryRow.optional().parse(selectDelivery.get(benefitLane(id)));
      if (!row) return null;
      const { state, problem } = row;
      return { dead: state === 'dead', problem: problem === null ? null : storedProblem.parse(JSON.parse(problem)) };
    },
    give: db.transaction((given: BenefitCase, slip: SlipDocument) => cases.give(given, slip)),
    take: db.transaction((taken: BenefitCase, slip: SlipDocument, { sale, before, event }: SaleChange) => {
      cases.take(taken, slip, sale.number);
      sales.save(sale, before, event);
    }),
    decline: db.transaction((declined: BenefitCase, tell: boolean) => {
      const { id, transactionId } = declined;
      cases.end(declined, 'declined');
      if (tell) cases.enter(id, { kind: 'benefit-refusal', request: { transactionId } });
      events.append('benefit-declined', benefitLane(id), { tell });
    }),
    confirmed: db.transaction((id: number, entry: number) => told(id, entry, 'confirmed')),
    failed: db.transaction((id: number, entry: number) => told(id, entry, 'failed')),
  };
}
