import { type Kopecks, roundHalfUp } from './money.ts';

/** Lines are rounded one by one, half a kopeck each; of a smaller share of the sum a rounding could look like another per cent. */
const ROUNDING = 0.5;
const SURE_SHARE = 2_000;

/**
 * Which whole per cent of what a receipt costs its accrual is: worked out, for the service does not say. `null` where it is
 * none, or where kopecks are too coarse to tell.
 * @param base what is paid with money and certificates
 * @param lines how many lines the service may have rounded
 */
export function accrualPercent(accrued: Kopecks, base: Kopecks, lines: number): number | null {
  const tolerance = ROUNDING * Math.max(1, lines);
  if (accrued <= 0 || base < tolerance * SURE_SHARE) return null;
  const percent = roundHalfUp((accrued * 100) / base);
  const off = Math.abs(accrued - (base * percent) / 100);
  return percent >= 1 && percent <= 100 && off <= tolerance ? percent : null;
}
