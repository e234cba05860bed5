import { ok, type Result } from './result.ts';
import { type NumberFault, readNumber } from './typed-number.ts';

declare const kopecksBrand: unique symbol;

/** An amount of roubles as a whole number of kopecks; may be negative. */
export type Kopecks = number & { readonly [kopecksBrand]: true };

/** Every sum of the shop stays below this: ten billion roubles, far from where whole numbers stop being exact. */
export const LARGEST_AMOUNT = 1_000_000_000_000;

/**
 * Takes a whole number of kopecks as an amount.
 * @throws RangeError when it is no whole number or absurdly large: a defect of the caller, never bad input.
 */
export function kopecks(value: number): Kopecks {
  if (!Number.isInteger(value) || Math.abs(value) > LARGEST_AMOUNT) {
    throw new RangeError(`not an amount in kopecks: ${value}`);
  }
  return (value === 0 ? 0 : value) as Kopecks;
}

export const ZERO = kopecks(0);

/**
 * Rounds half away from zero to a whole number, as the services do with 0.01 rouble (MaxBonus integrator’s manual, appendix 2:
 * 5 % of 0.70 is 0.04). The one place where the shop rounds.
 */
export function roundHalfUp(value: number): number {
  // 1.005 * 100 is 100.49999999999999: let the last binary digits not decide over a kopeck.
  return Math.sign(value) * Math.round(Number(Math.abs(value).toPrecision(15)));
}

export function plus(...amounts: readonly Kopecks[]): Kopecks {
  return kopecks(amounts.reduce((sum: number, amount) => sum + amount, 0));
}

export function minus(from: Kopecks, amount: Kopecks): Kopecks {
  return kopecks(from - amount);
}

export function least(first: Kopecks, second: Kopecks): Kopecks {
  return first < second ? first : second;
}

/** `percent` of an amount, 0–100, half-up to a kopeck. */
export function share(amount: Kopecks, percent: number): Kopecks {
  return kopecks(roundHalfUp((amount * percent) / 100));
}

/**
 * Spreads a whole over parts in proportion to their weights. Rounds the running sum rather than the parts: the parts add up
 * to the whole, and none exceeds its weight when the whole does not exceed theirs.
 */
export function spread(whole: Kopecks, weights: readonly Kopecks[]): readonly Kopecks[] {
  const sum = plus(...weights);
  let weight = 0;
  let given = 0;
  return weights.map((next) => {
    weight += next;
    const due = sum === 0 ? 0 : roundHalfUp(whole * (weight / sum));
    const part = kopecks(due - given);
    given = due;
    return part;
  });
}

/** Decimal roubles from a wire or a profile (12.5) to kopecks; `null` when it cannot be an amount. */
export function fromRoubles(value: number): Kopecks | null {
  if (!Number.isFinite(value)) return null;
  const whole = roundHalfUp(value * 100);
  return Math.abs(whole) > LARGEST_AMOUNT ? null : kopecks(whole);
}

/** Kopecks to the decimal number the services exchange: 1250 → 12.5. */
export function toRoubles(amount: Kopecks): number {
  return amount / 100;
}

/** Kopecks as a plain decimal with two places and a point, for wires and slips: 1250 → "12.50". */
export function toDecimal(amount: Kopecks): string {
  const sign = amount < 0 ? '-' : '';
  const digits = String(Math.abs(amount)).padStart(3, '0');
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** An amount as a person types it — "300", "1 290,5", "49.90" — to kopecks. */
export function readAmount(text: string): Result<Kopecks, NumberFault> {
  const read = readNumber(text, 2, LARGEST_AMOUNT);
  return read.ok ? ok(kopecks(read.value)) : read;
}

/** An amount as a person types it; `null` when it is none. */
export function parseAmount(text: string): Kopecks | null {
  const read = readAmount(text);
  return read.ok ? read.value : null;
}
