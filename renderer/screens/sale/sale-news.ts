import type { LineView, SaleView } from '../../../app/contract/view.ts';
import type { Kopecks } from '../../../app/domain/money.ts';

/** What of a receipt is worth being read out since it was last listened to. */
export type SaleNews = {
  /** The line that was scanned or changed last. */
  readonly line: LineView | null;
  readonly due: Kopecks;
};

/** What changed on an open receipt; `null` when nothing did that is heard, or when it is another receipt. */
export function saleNews(before: SaleView, now: SaleView): SaleNews | null {
  if (now.stage !== 'open' || now.number !== before.number) return null;
  const known = new Map(before.lines.map((line) => [line.index, line.quantity]));
  const line = now.lines.findLast(({ index, quantity }) => known.get(index) !== quantity) ?? null;
  const { due } = now.totals;
  return line || due !== before.totals.due ? { line, due } : null;
}
