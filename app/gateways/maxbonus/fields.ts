import type { MaxBonusSettings } from '../../settings/profile.ts';

type Fields = MaxBonusSettings['fields'];

/** The same fields under the service's names, as the profile gives them. */
export function toServiceNames<Value>(
  fields: Fields,
  body: Readonly<Record<string, Value>>,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [fields[name] ?? name, value]));
}

/** The same answer under our names; anything but an object has none. A renamed field wins over one that has its name. */
export function toOurNames(fields: Fields, data: unknown): unknown {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return data;
  const ours = new Map(Object.entries(fields).map(([own, service]) => [service, own]));
  const entries: [string, unknown][] = Object.entries(data);
  const kept = entries.filter(([name]) => !ours.has(name));
  const renamed = entries.flatMap(([name, value]) => {
    const own = ours.get(name);
    return own === undefined ? [] : [[own, value] as const];
  });
  return Object.fromEntries([...kept, ...renamed]);
}
