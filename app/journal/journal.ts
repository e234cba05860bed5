import type { BenefitJournal, CheckCounts, UsedServices } from '../sale/benefits/ports.ts';
import type { OutboxStore } from '../sale/outbox/entry.ts';
import type { Clock, ReturnJournal, SaleJournal, ShiftJournal } from '../sale/ports.ts';
import { benefitCases } from './benefit-cases.ts';
import { benefitJournal } from './benefit-journal.ts';
import { checkCounts } from './check-counts.ts';
import type { JournalWriter } from './database.ts';
import { eventLog } from './event-log.ts';
import { sealOldPins } from './old-pins.ts';
import { outboxStore } from './outbox.ts';
import { forgetfulSeal, type PinSeal } from './pin-seal.ts';
import { returnJournal } from './return-journal.ts';
import { saleJournal } from './sale-journal.ts';
import { shiftJournal } from './shift-journal.ts';
import { usedServices } from './used-services.ts';

/** The journal as the desk works with it. */
export type Journal = {
  readonly journal: SaleJournal;
  readonly returns: ReturnJournal;
  readonly shifts: ShiftJournal;
  readonly outbox: OutboxStore;
  readonly cases: BenefitJournal;
  readonly usedServices: UsedServices;
  readonly checkCounts: CheckCounts;
};

/**
 * @param who the cashier who works with it, for the event log
 * @param seal for the PINs of certificates; by itself one that is forgotten with the program
 */
export function openJournal(db: JournalWriter, clock: Clock, who: string, seal: PinSeal = forgetfulSeal()): Journal {
  sealOldPins(db, seal);
  const events = eventLog(db, clock, who);
  const shifts = shiftJournal(db, clock, events, who);
  const benefits = benefitCases(db, clock, events);
  const outbox = outboxStore(db, events, seal);
  const journal = saleJournal(db, clock, events, shifts.opener, benefits.follow, outbox.bury, seal);
  return {
    journal,
    returns: returnJournal(db, clock, events, shifts.opener),
    shifts,
    outbox,
    cases: benefitJournal(db, benefits, events, journal),
    usedServices: usedServices(db, clock),
    checkCounts: checkCounts(db, clock),
  };
}
