import type { Comparison } from './comparison.ts';

const HEAD = [
  ...['name', 'what', 'n'],
  ...['median', 'p99', 'base median', 'base p99', '× median', '× p99', '+ median', '+ p99'],
  'goal',
];
const TEXT_COLUMNS: ReadonlySet<number> = new Set([0, 1, HEAD.length - 1]);

/** The comparisons as lines of text, their columns aligned; times in ms. */
export function table(comparisons: readonly Comparison[]): string {
  const rows = [HEAD, ...comparisons.map(cells)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) =>
        TEXT_COLUMNS.has(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return rows.map(line).join('\n');
}

function cells({ name, what, n, measured, baseline, ratio, above, goal }: Comparison): readonly string[] {
  const times = [measured, baseline].flatMap(({ median, p99 }) => [median.toFixed(1), p99.toFixed(1)]);
  const against = [ratio.median.toFixed(2), ratio.p99.toFixed(2), above.median.toFixed(1), above.p99.toFixed(1)];
  return [name, what, String(n), ...times, ...against, goal ?? '—'];
}
