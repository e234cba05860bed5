import type { BenefitView } from '../../../app/contract/benefit.ts';

/** Checks late or unanswered, in per cent of all; the regulation (6.4, 7.4) allows so many. */
export const MOST_FAILED_PERCENT = 3;

/** In per cent; `null` while nothing was asked. */
export function shareOfFailed({ checks, late, failed }: BenefitView['level']): number | null {
  return checks === 0 ? null : ((late + failed) / checks) * 100;
}
