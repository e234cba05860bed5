import { type Kopecks, kopecks, minus, spread, ZERO } from './money.ts';
import { type Problem, problem } from './problem.ts';
import { ONE, type Quantity, quantity } from './quantity.ts';
import { type Line, type LineBenefit, linesTotal, lineTotal } from './receipt.ts';
import { fail, ok, type Result } from './result.ts';

/** Whose discount it is. */
type Granted = Pick<LineBenefit, 'caseId' | 'name'>;

export type BenefitDiscount = {
  readonly granted: Granted;
  readonly off: Kopecks;
  /** Index of the line that it is for; `null` for all that have no benefit yet. */
  readonly line: number | null;
};

/** The lines of a receipt with the discount of a benefit; a line carries one. `next`: index for one that may come about. */
export function withBenefit(
  lines: readonly Line[],
  { granted, off, line: index }: BenefitDiscount,
  next: number,
): Result<readonly Line[], Problem> {
  const wanted = lines.filter((line) => index === null || line.index === index);
  const free = wanted.filter(({ benefit }) => benefit === undefined);
  if (wanted.length === 0) return fail(problem(index === null ? 'sale-empty' : 'line-not-found'));
  if (free.length === 0) return fail(problem('line-has-benefit'));
  if (off <= 0 || off > linesTotal(free)) return fail(problem('benefit-price-wrong'));
  const cheaper = new Map(lowered(free, off, granted, next).map((line) => [line.index, line]));
  const parted = cheaper.get(next);
  return ok([...lines.map((line) => cheaper.get(line.index) ?? line), ...(parted ? [parted] : [])]);
}

/**
 * Takes `off` off these lines, in proportion to what they cost, by lowering their prices: whoever is sent the receipt reckons
 * the same sums. Prices are whole kopecks, so that a line of several pieces may not come out; what is left over goes to a
 * line of one piece or, where there is none, to one piece that becomes a line of its own, with the index `next`. Only where all
 * goods weigh more than a kilogram a few kopecks may stay on the receipt.
 * @param off more than nothing, at most what the lines cost together
 */
function lowered(lines: readonly Line[], off: Kopecks, granted: Granted, next: number): readonly Line[] {
  const parts = spread(off, lines.map(lineTotal));
  const cheaper = lines.map((line, at) => {
    const part = parts[at] ?? ZERO;
    return part === 0 ? line : priced(line, cheapestFor(minus(lineTotal(line), part), line.quantity), granted);
  });
  const left = minus(off, minus(linesTotal(lines), linesTotal(cheaper)));
  if (left === 0) return cheaper;
  const single = dearest(cheaper, ({ quantity: of }) => of <= ONE, lineTotal);
  if (single && lineTotal(single) >= left) {
    const price = cheapestFor(minus(lineTotal(single), left), single.quantity);
    return cheaper.map((line) => (line === single ? priced(line, price, granted) : line));
  }
  const several = dearest(cheaper, isPieces, ({ product }) => product.price);
  return several && several.product.price >= left ? parted(cheaper, several, left, granted, next) : cheaper;
}

/** The lines without the benefit of this case: prices as before, a parted piece back at its line if that is still there. */
export function withoutBenefit(lines: readonly Line[], caseId: number): readonly Line[] {
  const isOf = ({ benefit }: Line): boolean => benefit?.caseId === caseId;
  const back = new Map<number, number>();
  const kept = lines.filter((line) => {
    const home = isOf(line) ? line.benefit?.pieceOf : undefined;
    if (home === undefined || !lines.some((other) => other.index === home && isOf(other))) return true;
    back.set(home, (back.get(home) ?? 0) + line.quantity);
    return false;
  });
  return kept.map((line) => {
    if (!line.benefit || !isOf(line)) return line;
    const { benefit, product, ...rest } = line;
    const whole = quantity(line.quantity + (back.get(line.index) ?? 0)) ?? line.quantity;
    return { ...rest, product: { ...product, price: benefit.price }, quantity: whole };
  });
}

/** The line at another price; what it cost before the first benefit stays known. */
function priced(line: Line, price: Kopecks, granted: Granted): Line {
  const before = line.benefit?.price ?? line.product.price;
  return { ...line, product: { ...line.product, price }, benefit: { ...granted, price: before } };
}

/** The lowest price at which so much still costs at least `total`. */
function cheapestFor(total: Kopecks, of: Quantity): Kopecks {
  // Half a kopeck rounds up: `cost` reaches the total from there on.
  return kopecks(Math.max(0, Math.ceil((total * ONE - ONE / 2) / of)));
}

function isPieces({ product, quantity: of }: Line): boolean {
  return !product.weighed && of > ONE && of % ONE === 0;
}

function dearest(lines: readonly Line[], fits: (line: Line) => boolean, by: (line: Line) => Kopecks): Line | null {
  return lines.filter(fits).reduce<Line | null>((best, line) => (best && by(best) >= by(line) ? best : line), null);
}

/** One piece of `from` becomes a line of its own, cheaper by `left`. */
function parted(lines: readonly Line[], from: Line, left: Kopecks, granted: Granted, next: number): readonly Line[] {
  const rest = quantity(from.quantity - ONE);
  if (rest === null) return lines;
  const price = from.benefit?.price ?? from.product.price;
  const piece: Line = {
    index: next,
    product: { ...from.product, price: minus(from.product.price, left) },
    quantity: ONE,
    benefit: { ...granted, price, pieceOf: from.index },
  };
  const stays: Line = { ...from, quantity: rest, benefit: { ...granted, price } };
  return [...lines.map((line) => (line === from ? stays : line)), piece];
}
