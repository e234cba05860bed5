import type { TFunction } from 'i18next';
import type { View } from '../../../../app/contract/view.ts';
import { type Problem, problem } from '../../../../app/domain/problem.ts';
import { clause, sentence } from '../../../text/sentence.ts';

type Offline = NonNullable<View['offline']>;
export type Unallowed = 'redemption' | 'certificate' | 'promo';

/** What cannot be had, and why: that there is no connection is said only where there is none. */
export function unallowed({ cause }: Offline, what: Unallowed): Problem {
  return cause === 'service-unreachable' ? problem(`offline-no-${what}`) : problem(`unanswered-no-${what}`, { cause });
}

/** The same of bonuses, as the first sentence of the bar. */
export function barWords(t: TFunction, offline: Offline): string {
  return offline.cause === 'service-unreachable' ? t('offline.title') : sentence(t, unallowed(offline, 'redemption'));
}

/** How the receipt is taken. */
export function checkoutWords(t: TFunction, { cause }: Offline): string {
  return cause === 'service-unreachable'
    ? t('offline.checkout')
    : t('offline.checkoutUnanswered', { cause: clause(t, { code: cause }) });
}
