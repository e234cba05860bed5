import { kopecks, ZERO } from '../../../app/domain/money.ts';
import { ONE } from '../../../app/domain/quantity.ts';
import type { ReceiptId } from '../../../app/domain/receipt.ts';
import type { SlipDocument } from '../../../app/domain/slip.ts';
import { calculationRequest } from '../../../app/sale/loyalty-steps.ts';
import type { WriteRequest } from '../../../app/sale/ports.ts';
import { newSale, type Sale, type SaleEvent } from '../../../app/sale/sale.ts';
import { bag, calculationOf, dmitry, having, lard, water } from '../../../app/testing/fixtures.ts';
import { written } from '../../../app/testing/till.ts';

/** Receipts as a till writes them: three goods, a customer, a slip of some forty lines. */

export const SLIP: SlipDocument = {
  blocks: Array.from(
    { length: 40 },
    (_, line) => ({ kind: 'pair', label: `Позиция ${line}`, value: '49,90' }) as const,
  ),
};

export type WrittenSale = {
  readonly open: Sale;
  readonly writing: Sale;
  readonly queued: Sale;
  readonly done: Sale;
  readonly request: WriteRequest;
};

export const opened: SaleEvent = { kind: 'line-added', product: water, quantity: ONE };

/** The `number`th receipt in each of its stages. */
export function receipt(number: number): WrittenSale {
  const lines = [water, bag, lard].map((product): SaleEvent => ({ kind: 'line-added', product, quantity: ONE }));
  const rung = having(newSale(`receipt-${number}` as ReceiptId, number), ...lines, {
    kind: 'customer-identified',
    customer: dmitry,
  });
  const asked = calculationRequest(rung);
  const calculation = calculationOf(asked, kopecks(1500));
  const open = having(rung, { kind: 'calculated', calculation });
  const payment = { cash: calculation.due, card: ZERO, change: ZERO };
  const writing = having(open, { kind: 'write-started', payment });
  const request: WriteRequest = {
    ...asked,
    receiptId: open.id,
    calculationId: calculation.id,
    number,
    at: 0,
    cashier: '',
    payment,
  };
  return {
    open,
    writing,
    request,
    queued: having(writing, { kind: 'queued' }),
    done: having(writing, { kind: 'written', outcome: written }),
  };
}
