/** Signs and values that a message of the window may have: settings with a hundred devices come to a tenth of it. */
const MOST_SIGNS = 200_000;
const MOST_VALUES = 20_000;
const DEEPEST = 12;

/**
 * True when a message is small enough to be sent: a larger one would keep whoever reads it from its work. Looks at no more than
 * that, whatever comes.
 */
export function isSendable(message: unknown): boolean {
  const left = { signs: MOST_SIGNS, values: MOST_VALUES };
  return fits(message, left, 0);
}

function fits(value: unknown, left: { signs: number; values: number }, depth: number): boolean {
  left.values -= 1;
  if (left.values < 0 || depth > DEEPEST) return false;
  if (typeof value === 'string') {
    left.signs -= value.length;
    return left.signs >= 0;
  }
  if (typeof value !== 'object' || value === null) return typeof value !== 'function' && typeof value !== 'symbol';
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer || value instanceof Map || value instanceof Set)
    return false;
  if (Array.isArray(value)) return value.length <= left.values && value.every((one) => fits(one, left, depth + 1));
  for (const name in value) {
    left.signs -= name.length;
    if (left.signs < 0 || !fits(Reflect.get(value, name), left, depth + 1)) return false;
  }
  return true;
}
