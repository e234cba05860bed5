import type { TFunction } from 'i18next';
import { LARGEST_AMOUNT } from '../../app/domain/money.ts';
import { LARGEST_QUANTITY, ONE } from '../../app/domain/quantity.ts';
import type { NumberFault } from '../../app/domain/typed-number.ts';

/** What to say under a field for a sum. */
export function wrongSum(t: TFunction, fault: NumberFault): string {
  return words(t, fault, { places: 2, most: LARGEST_AMOUNT / 100 });
}

/** What to say under a field for a quantity. */
export function wrongQuantity(t: TFunction, fault: NumberFault | 'zero' | 'whole-only'): string {
  if (fault === 'zero') return t('number.zero');
  return fault === 'whole-only' ? t('number.whole') : words(t, fault, { places: 3, most: LARGEST_QUANTITY / ONE });
}

function words(t: TFunction, fault: NumberFault, bounds: { readonly places: number; readonly most: number }): string {
  switch (fault) {
    case 'empty':
      return t('number.empty');
    case 'no-number':
      return t('number.none');
    case 'negative':
      return t('number.negative');
    case 'too-precise':
      return t('number.precise', bounds);
    case 'too-large':
      return t('number.large', bounds);
  }
}
