import type { TFunction } from 'i18next';
import type { ReadingView } from '../../app/contract/view.ts';
import type { Format } from '../format.ts';
import { sentence } from './sentence.ts';

/** What a code may mean, as a person is told. */
export function readingWords(t: TFunction, format: Format, reading: ReadingView): string {
  switch (reading.kind) {
    case 'amount':
      return t('question.amount', { amount: format.money(reading.amount) });
    case 'large-sum':
      return t('question.largeSum', { amount: format.money(reading.amount) });
    case 'mistyped':
      return t('question.mistyped');
    case 'customer-phone':
      return t('question.phone', { ending: reading.ending });
    case 'customer-code':
      return t('question.code');
    case 'certificate':
      return t('question.certificate');
    case 'promo':
      return t('question.promo');
    case 'anonymous':
      return t('question.anonymous');
    case 'product':
      if (reading.weight === null)
        return t('question.product', { name: reading.name, price: format.money(reading.price) });
      return t('question.weighed', {
        name: reading.name,
        weight: format.quantity(reading.weight, true),
        cost: format.money(reading.cost),
      });
    case 'unusable':
      return sentence(t, reading.problem);
  }
}
