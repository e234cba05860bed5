import type { Series } from './series.ts';
import { ratio, type Summary, summary } from './stats.ts';

/** What is compared, in words for the table. */
type Title = {
  readonly name: string;
  readonly what: string;
  /** What we want to reach; `null` where the ratio itself is all we look at. */
  readonly goal: string | null;
};

/** One thing measured against its baseline in the same run; times in ms. */
export type Comparison = Title & {
  readonly n: number;
  readonly measured: Summary;
  readonly baseline: Summary;
  readonly ratio: Summary;
};

/** A bench measures, and asserts nothing. */
export type Bench = () => Promise<readonly Comparison[]>;

export function compare(title: Title, of: Series, baseline: Series): Comparison {
  const [measured, against] = [summary(of.samples), summary(baseline.samples)];
  return { ...title, n: of.samples.length, measured, baseline: against, ratio: ratio(measured, against) };
}
