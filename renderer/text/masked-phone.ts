import type { TFunction } from 'i18next';

/** All that is shown of a phone. Which country it is of is not known here. */
export function maskedPhone(t: TFunction, ending: string): string {
  return ending.length === 4
    ? t('customer.phone', { first: ending.slice(0, 2), last: ending.slice(2) })
    : t('customer.phoneShort', { ending });
}
