import type { MaxBonusSettings } from '../../settings/maxbonus.ts';
import type { Operation } from './operations.ts';

/** Our names of one operation's fields and the service's, as the profile gives them. */
export type Fields = NonNullable<MaxBonusSettings['fields'][Operation]>;

type Names = Readonly<Record<string, string>>;

/** The same body under the service's names; so are the objects in its lists. */
export function toServiceNames(fields: Fields, body: unknown): unknown {
  return renamed(fields, body);
}

/** The same answer under our names; so are the objects in its lists. */
export function toOurNames(fields: Fields, answer: unknown): unknown {
  return renamed(Object.fromEntries(Object.entries(fields).map(([own, service]) => [service, own])), answer);
}

/** Two levels, as deep as the messages go: an answer nested without end cannot exhaust the stack. */
function renamed(names: Names, body: unknown): unknown {
  if (!isObject(body)) return body;
  const lists = Object.entries(body).map(([name, value]) => {
    if (!Array.isArray(value)) return [name, value] as const;
    return [name, value.map((part) => (isObject(part) ? withNames(names, part) : part))] as const;
  });
  return withNames(names, Object.fromEntries(lists));
}

/** The same values under other names. A renamed field wins over one that has its name. */
export function withNames<Value>(
  names: Names,
  values: Readonly<Record<string, Value>>,
): Readonly<Record<string, Value>> {
  const others = new Map(Object.entries(names));
  const entries = Object.entries(values);
  const kept = entries.filter(([name]) => !others.has(name));
  const changed = entries.flatMap(([name, value]) => {
    const other = others.get(name);
    return other === undefined ? [] : [[other, value] as const];
  });
  return Object.fromEntries([...kept, ...changed]);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
