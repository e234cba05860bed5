/** Larger than any reader should take. */
const HUGE = 4 * 1024 * 1024;

const HTML = '<!doctype html><html><head><title>502</title></head><body><h1>Bad Gateway</h1></body></html>';

/**
 * The text of a good answer, spoilt in the way a network, a proxy or a careless release of the service spoils it. An answer without a body is
 * spoilt by one that is wrong. `null` when the fault is of another kind.
 */
export function spoilt(
  kind: string | undefined,
  body: unknown = {},
): { readonly text: string; readonly html: boolean } | null {
  const text = JSON.stringify(body);
  switch (kind) {
    case 'truncated':
      return { text: text.slice(0, Math.floor(text.length / 2)), html: false };
    case 'html':
      return { text: HTML, html: true };
    case 'wrong-types':
      return { text: JSON.stringify(withWrongTypes(body)), html: false };
    case 'huge':
      return { text: `${' '.repeat(HUGE)}${text}`, html: false };
    default:
      return null;
  }
}

/** The same keys; every text is a number and every number a text that is none. The envelope's own status stays. */
function withWrongTypes(value: unknown, key?: string): unknown {
  if (key === 'statusCode') return value;
  if (typeof value === 'string') return value.length;
  if (typeof value === 'number') return 'n/a';
  if (typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map((item) => withWrongTypes(item));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withWrongTypes(item, name)]));
}
