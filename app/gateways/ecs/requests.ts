import type { BenefitCheck } from '../../domain/benefit.ts';
import type { HolderCard } from '../../domain/benefit-card.ts';
import { toRoubles } from '../../domain/money.ts';
import type { BenefitConfirmation, TransactionQuery } from '../../sale/benefits/ports.ts';
import type { EcsSettings } from '../../settings/ecs.ts';
import type { CheckRequest, ConfirmRequest, HolderFields, TransactionsRequest } from './wire.ts';

export function checkRequest(check: BenefitCheck, organizationTerminalId: number): CheckRequest {
  const asked = { serviceId: check.serviceId, organizationTerminalId };
  switch (check.connection) {
    case 1:
      return { ...asked, ...holderFields(check.card) };
    case 2:
      return { ...asked, clientSnils: check.snils };
    case 3:
      return { ...asked, ...holderFields(check.card), ...(check.price !== null && { price: toRoubles(check.price) }) };
  }
}

/** A card field by field: whatever else its object carries stays here. */
function holderFields(card: HolderCard): HolderFields {
  if ('clientCode' in card) return { clientCode: card.clientCode };
  return { cardNumber: card.cardNumber, cardSeries: card.cardSeries };
}

export function confirmRequest({ price, discountedPrice, ...fact }: BenefitConfirmation): ConfirmRequest {
  return {
    clientId: fact.clientId,
    benefitCategoryId: fact.benefitCategoryId,
    transactionId: fact.transactionId,
    ...(price !== null && { price: toRoubles(price) }),
    ...(discountedPrice !== null && { discountedPrice: toRoubles(discountedPrice) }),
  };
}

export function transactionsRequest(
  { card, from, to, page, pageSize }: TransactionQuery,
  { dateFields }: Pick<EcsSettings, 'dateFields'>,
): TransactionsRequest {
  return {
    ...holderFields(card),
    [dateFields.from]: from,
    [dateFields.to]: to,
    pageIndex: page,
    pageSize,
  };
}
