import { kopecks, ZERO } from '../domain/money.ts';
import { ONE } from '../domain/quantity.ts';
import type { ReceiptId } from '../domain/receipt.ts';
import type { ShiftReport } from '../domain/shift.ts';
import type { SlipDocument } from '../domain/slip.ts';
import type { JournalWriter } from '../journal/connection.ts';
import { openJournal } from '../journal/journal.ts';
import type { WriteRequest } from '../sale/ports.ts';
import { newSale, type Sale, type SaleEvent } from '../sale/sale.ts';
import { bag, calculationOf, dmitry, having, water } from './fixtures.ts';
import { TestClock, written } from './till.ts';

const RECEIPTS_OF_A_SHIFT = 40;

/**
 * Has a till work: receipts of two lines and now and then of a hundred, their slips printed, returns, shifts with their
 * reports; at the end one receipt waits in the outbox, one is held and one stands open.
 */
export function fillJournal(db: JournalWriter, receipts: number): void {
  const clock = new TestClock();
  const { journal, returns, shifts } = openJournal(db, clock, 'Смирнова О. В.');
  db.transaction(() => {
    for (let number = 1; number <= receipts; number++) {
      const rung = ringUp(number, number % 20 === 0 ? 100 : 2);
      journal.save(rung, null, ADDED);
      const entry = journal.intend(having(rung, { kind: 'write-started', payment }), requestOf(rung));
      const done = having(rung, { kind: 'write-started', payment }, { kind: 'written', outcome: written });
      journal.conclude(done, entry, slipOf(done), 'service');
      if (number % 15 === 0) giveBack(number);
      if (number % RECEIPTS_OF_A_SHIFT === 0) shifts.close(reportSlip);
      clock.advance(60_000);
    }
    db.exec("UPDATE print_job SET state = 'confirmed'");
    journal.save(ringUp(receipts + 1, 2), null, ADDED);
    const waiting = having(ringUp(receipts + 1, 2), { kind: 'write-started', payment });
    journal.intend(waiting, requestOf(waiting));
    journal.queue(having(waiting, { kind: 'queued' }), slipOf(waiting));
    journal.save(having(ringUp(receipts + 2, 2), { kind: 'held' }), null, { kind: 'held' });
    journal.save(ringUp(receipts + 3, 2), null, ADDED);
  })();

  function giveBack(number: number): void {
    const { id, lines } = ringUp(number, 2);
    const given = lines.slice(0, 1);
    const request = { id: `return-${number}`, receiptId: id, at: clock.now(), cashier: '', lines: given };
    const pending = { request, given, refund: { cash: kopecks(4990), card: ZERO, certificates: ZERO, bonuses: ZERO } };
    const outcome = { restored: ZERO, withdrawn: ZERO, balance: null, text: [] };
    returns.conclude(pending, returns.intend(pending), outcome, slipOf(ringUp(number, 2)), 'service');
  }
}

const payment = { cash: kopecks(5690), card: ZERO, change: ZERO };
const ADDED: SaleEvent = { kind: 'line-added', product: water, quantity: ONE };

function ringUp(number: number, lines: number): Sale {
  const goods = Array.from({ length: lines }, (_, index): SaleEvent => {
    const product = index === 0 ? water : { ...bag, barcode: null, name: `${bag.name} № ${index}` };
    return { kind: 'line-added', product, quantity: ONE };
  });
  const rung = having(newSale(`receipt-${number}` as ReceiptId, number), ...goods, {
    kind: 'customer-identified',
    customer: dmitry,
  });
  return having(rung, { kind: 'calculated', calculation: calculationOf(requestOf(rung), ZERO) });
}

function requestOf({ id, number, lines }: Sale): WriteRequest {
  return {
    receiptId: id,
    calculationId: 'calculation',
    number,
    at: 0,
    cashier: '',
    payment,
    customerToken: dmitry.token,
    lines,
    redemption: ZERO,
    certificates: [],
    promo: null,
  };
}

function slipOf({ number, lines }: Sale): SlipDocument {
  return {
    blocks: [
      { kind: 'text', text: `Чек № ${number}`, align: 'center', bold: true },
      ...lines.map(
        ({ product, quantity }) => ({ kind: 'pair', label: product.name, value: String(quantity) }) as const,
      ),
    ],
  };
}

function reportSlip({ number }: ShiftReport): SlipDocument {
  return { blocks: [{ kind: 'text', text: `Смена № ${number}` }] };
}
