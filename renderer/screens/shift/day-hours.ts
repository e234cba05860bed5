import type { ShiftReportView } from '../../../app/contract/shift.ts';
import { type Kopecks, ZERO } from '../../../app/domain/money.ts';

export type DayHour = {
  /** 0–23. */
  readonly hour: number;
  readonly sum: Kopecks;
  readonly receipts: number;
  /** Of the best hour, 0–1. */
  readonly share: number;
};

/** The hours of a shift from the first with a receipt to the last, those without one included. */
export function dayHours(hours: ShiftReportView['hours']): readonly DayHour[] {
  const first = hours[0]?.hour ?? 0;
  const last = hours.at(-1)?.hour ?? -1;
  const best = Math.max(1, ...hours.map(({ sum }) => sum));
  const known = new Map(hours.map((one) => [one.hour, one]));
  return Array.from({ length: last - first + 1 }, (_, place) => {
    const hour = first + place;
    const { sum, receipts } = known.get(hour) ?? { sum: ZERO, receipts: 0 };
    return { hour, sum, receipts, share: sum / best };
  });
}
