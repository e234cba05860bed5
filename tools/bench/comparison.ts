import { difference, ratio, type Summary, summary } from './stats.ts';

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
  /** How much more than the baseline. */
  readonly above: Summary;
};

/** A bench measures, and asserts nothing. */
export type Bench = () => Promise<readonly Comparison[]>;

export function compare(title: Title, samples: readonly number[], base: readonly number[]): Comparison {
  const [measured, baseline] = [summary(samples), summary(base)];
  const [times, above] = [ratio(measured, baseline), difference(measured, baseline)];
  return { ...title, n: samples.length, measured, baseline, ratio: times, above };
}
