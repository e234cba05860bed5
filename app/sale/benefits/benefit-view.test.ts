import { expect, test } from 'vitest';
import { kopecks } from '../../domain/money.ts';
import { ONE } from '../../domain/quantity.ts';
import type { ReceiptId } from '../../domain/receipt.ts';
import { bag, having, water } from '../../testing/fixtures.ts';
import { newSale, type SaleEvent } from '../sale.ts';
import type { BenefitState } from './benefit-state.ts';
import { benefitsOf, benefitsView } from './benefit-view.ts';
import { BREAD, FOUND, settings } from './fixture.ts';

const state: BenefitState = {
  settings,
  service: BREAD,
  card: null,
  checking: null,
  problem: null,
  cases: [
    {
      id: 3,
      at: 0,
      connection: 1,
      service: BREAD,
      ...FOUND,
      category: null,
      price: null,
      discountedPrice: null,
      receipt: null,
      stage: 'confirming',
    },
  ],
  deliveries: new Map([[3, { dead: true, problem: { code: 'benefit-confirmation-rejected' } }]]),
  level: { checks: 40, late: 1, failed: 2 },
};

test('a case is shown with what the shop takes off and how telling the ЕЦС goes, and without its holder', () => {
  const view = benefitsView(state);
  expect(view.level).toEqual({ checks: 40, late: 1, failed: 2 });
  expect(view.cases).toMatchObject([
    {
      id: 3,
      service: BREAD.name,
      categories: [
        { id: 12, discount: 10 },
        { id: 27, discount: null },
      ],
      delivery: { dead: true },
    },
  ]);
  expect(JSON.stringify(view)).not.toContain(String(FOUND.clientId));
});

test('what several lines owe to one benefit is one sum', () => {
  const applied = (caseId: number, line: number | null, off: number): SaleEvent => ({
    kind: 'benefit-applied',
    granted: { caseId, name: `Benefit ${caseId}` },
    off: kopecks(off),
    line,
  });
  const sale = having(
    newSale('receipt' as ReceiptId, 1),
    { kind: 'line-added', product: water, quantity: ONE },
    { kind: 'line-added', product: bag, quantity: ONE },
    { kind: 'line-added', product: { ...bag, barcode: null, code: 'other' }, quantity: ONE },
    applied(1, 2, 100),
    applied(2, null, 500),
  );
  expect(benefitsOf(sale)).toEqual([
    { caseId: 2, name: 'Benefit 2', off: 500 },
    { caseId: 1, name: 'Benefit 1', off: 100 },
  ]);
});
