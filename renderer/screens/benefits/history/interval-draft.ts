import { parseDay } from '../../../typed-day.ts';

/** Days as they were typed. */
export type IntervalDraft = { readonly from: string; readonly to: string };

const USUAL_DAYS = 90;
const DAY_MS = 24 * 3_600_000;

/** The last months up to today. */
export function usualInterval(now: Date, show: (day: Date) => string): IntervalDraft {
  return { from: show(new Date(now.getTime() - USUAL_DAYS * DAY_MS)), to: show(now) };
}

/** Both days as YYYY-MM-DD; `null` when one is no day, or the interval ends before it begins. */
export function readInterval(draft: IntervalDraft): { readonly from: string; readonly to: string } | null {
  const [from, to] = [parseDay(draft.from), parseDay(draft.to)];
  return from !== null && to !== null && from <= to ? { from, to } : null;
}
