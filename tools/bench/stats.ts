/** What is told of many measurements of one thing. Both in the unit of the measurements, or plain numbers for ratios. */
export type Summary = { readonly median: number; readonly p99: number };

/** The middle one, or the mean of the middle two. Throws a RangeError when there is none. */
export function median(samples: readonly number[]): number {
  const sorted = ascending(samples);
  const [upper, lower] = [at(sorted, Math.floor(sorted.length / 2)), at(sorted, Math.ceil(sorted.length / 2) - 1)];
  return (lower + upper) / 2;
}

/** The 99th percentile by nearest rank: the smallest measurement that 99 of 100 do not exceed; of fewer than 100, the largest. */
export function p99(samples: readonly number[]): number {
  const sorted = ascending(samples);
  return at(sorted, Math.ceil((99 * sorted.length) / 100) - 1);
}

export function summary(samples: readonly number[]): Summary {
  return { median: median(samples), p99: p99(samples) };
}

/** How many times the baseline, figure by figure. */
export function ratio(of: Summary, baseline: Summary): Summary {
  return { median: of.median / baseline.median, p99: of.p99 / baseline.p99 };
}

/** How much more than the baseline, figure by figure. */
export function difference(of: Summary, baseline: Summary): Summary {
  return { median: of.median - baseline.median, p99: of.p99 - baseline.p99 };
}

function ascending(samples: readonly number[]): readonly number[] {
  return samples.toSorted((one, other) => one - other);
}

function at(sorted: readonly number[], place: number): number {
  const value = sorted[place];
  if (value === undefined) throw new RangeError('no measurements');
  return value;
}
