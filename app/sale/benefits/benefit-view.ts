import type { BenefitCaseView, BenefitView } from '../../contract/benefit.ts';
import type { SaleView } from '../../contract/view.ts';
import type { BenefitCase } from '../../domain/benefit-case.ts';
import { plus, ZERO } from '../../domain/money.ts';
import { benefitOff } from '../../domain/receipt.ts';
import type { Sale } from '../sale.ts';
import type { BenefitState } from './benefit-state.ts';

/** The benefits' part of the snapshot. */
export function benefitsView(state: BenefitState): BenefitView {
  const { settings, service, card, checking, problem, level } = state;
  return {
    connection: settings.connection,
    tellsRefusals: settings.tellsRefusals,
    socialCard: settings.cards.socialCardLengths,
    service,
    card,
    checking,
    problem,
    cases: state.cases.map((one) => caseView(one, state)),
    level,
  };
}

function caseView(one: BenefitCase, { settings, deliveries }: BenefitState): BenefitCaseView {
  const { id, at, service, categories, category, price, discountedPrice, stage } = one;
  return {
    id,
    at,
    service: service.name,
    categories: categories.map((found) => ({ ...found, discount: settings.discounts.get(found.id) ?? null })),
    category: category?.name ?? null,
    price,
    discountedPrice,
    stage,
    delivery: deliveries.get(id) ?? null,
  };
}

/** What benefits take off a receipt, one after the other. */
export function benefitsOf({ lines }: Sale): SaleView['benefits'] {
  const found = new Map<number, SaleView['benefits'][number]>();
  for (const line of lines) {
    if (!line.benefit) continue;
    const { caseId, name } = line.benefit;
    found.set(caseId, { caseId, name, off: plus(found.get(caseId)?.off ?? ZERO, benefitOff(line)) });
  }
  return [...found.values()];
}
