/**
 * Gives `next` back built of as many parts of `before` as are equal, so that what did not change keeps its identity and
 * nothing is drawn again for it. Plain data only: objects, arrays and scalars as they come out of a schema. Elements of
 * arrays that carry an `index` are matched by it, others by their place.
 */
export function share<Data>(before: Data, next: Data): Data;
export function share(before: unknown, next: unknown): unknown {
  if (Object.is(before, next)) return before;
  if (Array.isArray(before) && Array.isArray(next)) return shareArray(before, next);
  if (isRecord(before) && isRecord(next)) return shareRecord(before, next);
  return next;
}

function shareArray(before: readonly unknown[], next: readonly unknown[]): readonly unknown[] {
  const known = new Map(before.map((item, place) => [indexOf(item) ?? place, item]));
  const shared = next.map((item, place) => share(known.get(indexOf(item) ?? place), item));
  const same = shared.length === before.length && shared.every((item, place) => item === before[place]);
  return same ? before : shared;
}

function shareRecord(before: Record<string, unknown>, next: Record<string, unknown>): Record<string, unknown> {
  const keys = Object.keys(next);
  const shared = Object.fromEntries(keys.map((key) => [key, share(before[key], next[key])]));
  const same = keys.length === Object.keys(before).length && keys.every((key) => shared[key] === before[key]);
  return same ? before : shared;
}

function indexOf(item: unknown): unknown {
  return isRecord(item) ? item['index'] : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
