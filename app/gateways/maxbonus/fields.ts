import type { MaxBonusSettings } from '../../settings/maxbonus.ts';
import type { Operation } from './operations.ts';

/** Our names of one operation's fields and the service's, as the profile gives them. */
export type Fields = NonNullable<MaxBonusSettings['fields'][Operation]>;

type Names = Readonly<Record<string, string>>;

/** The same body under the service's names; so are the objects in it. */
export function toServiceNames(
  fields: Fields,
  body: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return renamedObject(fields, body);
}

/** The same answer under our names; so are the objects in it. */
export function toOurNames(fields: Fields, answer: unknown): unknown {
  return renamed(Object.fromEntries(Object.entries(fields).map(([own, service]) => [service, own])), answer);
}

function renamed(names: Names, body: unknown): unknown {
  return isObject(body) ? renamedObject(names, body) : body;
}

/** Two levels, as deep as the messages go: an answer nested without end cannot exhaust the stack. */
function renamedObject(names: Names, body: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const parts = Object.entries(body).map(([name, value]) => {
    if (isObject(value)) return [name, withNames(names, value)] as const;
    if (!Array.isArray(value)) return [name, value] as const;
    return [name, value.map((part) => (isObject(part) ? withNames(names, part) : part))] as const;
  });
  return withNames(names, Object.fromEntries(parts));
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
