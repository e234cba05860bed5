import type { LineView, View } from '../../../app/contract/view.ts';
import { type Kopecks, minus, plus, readAmount, share } from '../../../app/domain/money.ts';
import { cost } from '../../../app/domain/quantity.ts';
import { fail, ok, type Result } from '../../../app/domain/result.ts';
import type { NumberFault } from '../../../app/domain/typed-number.ts';

/** Where on the receipt the difference of the prices comes off. */
export type Onto = 'line' | 'receipt' | 'none';

/** Something that a benefit can make cheaper, and what it costs; `line`: its index. */
export type Target =
  | { readonly onto: 'line'; readonly sum: Kopecks; readonly line: number; readonly name: string }
  | { readonly onto: 'receipt'; readonly sum: Kopecks }
  | { readonly onto: 'none' };

/** What was typed; `null` stands for what is suggested. */
export type PriceDraft = {
  readonly onto: Onto | null;
  readonly price: string | null;
  readonly discountedPrice: string | null;
};

export const BLANK_DRAFT: PriceDraft = { onto: null, price: null, discountedPrice: null };

/** What of the receipt can have a benefit still, the likeliest first; at last nothing of it. */
export function targets({ sale }: Pick<View, 'sale'>, selected: LineView | null): readonly Target[] {
  const free = sale.stage === 'open' ? sale.lines.filter(({ benefit }) => benefit === 0) : [];
  const line = free.find(({ index }) => index === selected?.index);
  return [
    ...(line ? [{ onto: 'line', sum: priceOf(line), line: line.index, name: line.name } as const] : []),
    ...(free.length > 0 ? [{ onto: 'receipt', sum: plus(...free.map(priceOf)) } as const] : []),
    { onto: 'none' },
  ];
}

/** Before the shop's promotions, which the loyalty service reckons from it. */
function priceOf({ price, quantity }: LineView): Kopecks {
  return cost(price, quantity);
}

export function chosenTarget(all: readonly Target[], { onto }: PriceDraft): Target {
  return all.find((target) => target.onto === onto) ?? all[0] ?? { onto: 'none' };
}

/** The price before the benefit as it stands in the field; an empty field is none. */
export function readPrice(draft: PriceDraft, target: Target): Result<Kopecks | null, NumberFault> {
  if (draft.price === null) return ok('sum' in target ? target.sum : null);
  return readField(draft.price);
}

/** What the shop takes off by itself; `null` where it takes nothing off, or nobody knows what of. */
export function suggestedPrice(price: Kopecks | null, discount: number | null): Kopecks | null {
  return price === null || discount === null ? null : minus(price, share(price, discount));
}

export type Prices = { readonly price: Kopecks | null; readonly discountedPrice: Kopecks | null };

export type PriceFault = 'price' | 'discounted' | 'missing' | 'too-high';

/** Both prices as they stand in the fields, or why they do not go together. */
export function readPrices(
  price: Result<Kopecks | null, NumberFault>,
  draft: PriceDraft,
  discount: number | null,
  target: Target,
): Result<Prices, PriceFault> {
  if (!price.ok) return fail('price');
  const suggested = ok(suggestedPrice(price.value, discount));
  const discounted = draft.discountedPrice === null ? suggested : readField(draft.discountedPrice);
  if (!discounted.ok) return fail('discounted');
  const prices = { price: price.value, discountedPrice: discounted.value };
  if (target.onto === 'none' && prices.discountedPrice === null) return ok(prices);
  if (prices.price === null || prices.discountedPrice === null) return fail('missing');
  return isLower(prices.discountedPrice, prices.price, target) ? ok(prices) : fail('too-high');
}

/** Whatever comes off a receipt has to be something, and no more than is there. */
function isLower(discounted: Kopecks, price: Kopecks, target: Target): boolean {
  if (!('sum' in target)) return discounted <= price;
  return discounted < price && minus(price, discounted) <= target.sum;
}

function readField(text: string): Result<Kopecks | null, NumberFault> {
  const read = readAmount(text);
  return !read.ok && read.error === 'empty' ? ok(null) : read;
}
