import type { TFunction } from 'i18next';
import { ZERO } from '../app/domain/money.ts';
import type { Money } from '../app/domain/payment.ts';

/** "cash 300.00, card 481.00": money that was taken. */
export function takenWords(t: TFunction, { cash, card, credit = ZERO }: Money): string {
  const parts = [
    ...(cash > 0 ? [t('taken.cash', { amount: cash })] : []),
    ...(card > 0 ? [t('taken.card', { amount: card })] : []),
    ...(credit > 0 ? [t('taken.credit', { amount: credit })] : []),
  ];
  return parts.join(', ');
}
