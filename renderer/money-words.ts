import type { TFunction } from 'i18next';
import type { Money } from '../app/domain/payment.ts';

/** "cash 300.00, card 481.00": money that was taken. */
export function takenWords(t: TFunction, { cash, card }: Money): string {
  const parts = [
    ...(cash > 0 ? [t('taken.cash', { amount: cash })] : []),
    ...(card > 0 ? [t('taken.card', { amount: card })] : []),
  ];
  return parts.join(', ');
}
