import type { ReceiptFilter } from '../../../../app/contract/journal.ts';
import type { ReceiptState } from '../../../../app/domain/receipt-state.ts';
import { parseDay } from '../../../typed-day.ts';

/** Times that are chosen by one key; a week is today and the six days before it. */
export const PERIODS = ['all', 'today', 'yesterday', 'week'] as const;
export type Period = (typeof PERIODS)[number];

/** The filter as it stands on the screen. */
export type FilterDraft = {
  readonly text: string;
  /** `day`: the one that is typed. */
  readonly period: Period | 'day';
  /** As typed: "21.11.2026". */
  readonly day: string;
  readonly state: ReceiptState | 'any';
};

export const EVERYTHING: FilterDraft = { text: '', period: 'all', day: '', state: 'any' };

/** True when the filter lets every receipt through. */
export function isEverything({ text, period, state }: FilterDraft): boolean {
  return text.trim() === '' && period === 'all' && state === 'any';
}

export function withPeriod(draft: FilterDraft, period: Period): FilterDraft {
  return { ...draft, period, day: '' };
}

/** A day counts as soon as it is typed whole; with nothing typed any more, every day does. */
export function withDay(draft: FilterDraft, day: string): FilterDraft {
  if (parseDay(day) !== null) return { ...draft, day, period: 'day' };
  const emptied = day.trim() === '' && draft.period === 'day';
  return { ...draft, day, ...(emptied && { period: 'all' }) };
}

/** The draft as the journal takes it; days are the till's own. */
export function readFilter({ text, period, day, state }: FilterDraft, now: Date): ReceiptFilter {
  const { from, until } = intervalOf(period, day, now);
  return { from, until, text: text.trim(), state: state === 'any' ? null : state };
}

function intervalOf(period: FilterDraft['period'], day: string, now: Date): Pick<ReceiptFilter, 'from' | 'until'> {
  switch (period) {
    case 'all':
      return { from: null, until: null };
    case 'today':
      return { from: midnight(now, 0), until: null };
    case 'yesterday':
      return { from: midnight(now, -1), until: midnight(now, 0) };
    case 'week':
      return { from: midnight(now, -6), until: null };
    case 'day': {
      const iso = parseDay(day);
      // Without a time zone: midnight where the till stands.
      const start = iso === null ? now : new Date(`${iso}T00:00`);
      return { from: midnight(start, 0), until: midnight(start, 1) };
    }
  }
}

/** Epoch ms of the beginning of a day, `days` from that of `at`. Not every day has 24 hours. */
function midnight(at: Date, days: number): number {
  return new Date(at.getFullYear(), at.getMonth(), at.getDate() + days).getTime();
}
