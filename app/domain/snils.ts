declare const snilsBrand: unique symbol;

/** A СНИЛС, the number of an insurance account: eleven digits without separators. Personal: never shown, logged or stored. */
export type Snils = string & { readonly [snilsBrand]: true };

/** Numbers up to this one were given out without check digits. */
const LAST_UNCHECKED = 1_001_998;

/**
 * Reads a СНИЛС as people write it: "112-233-445 95", "11223344595". `null` when it is none or a digit is wrong: the last two
 * are the sum of the first nine weighted by 9 to 1, modulo 101, a hundred counting as nought.
 */
export function parseSnils(text: string): Snils | null {
  const digits = text.replace(/[\s\-‐‑–]/g, '');
  if (!/^\d{11}$/.test(digits)) return null;
  const number = digits.slice(0, 9);
  if (Number(number) === 0) return null;
  const right = Number(number) <= LAST_UNCHECKED || checkDigits(number) === Number(digits.slice(9));
  return right ? (digits as Snils) : null;
}

function checkDigits(number: string): number {
  const sum = [...number].reduce((total, digit, place) => total + Number(digit) * (9 - place), 0);
  return (sum % 101) % 100;
}
