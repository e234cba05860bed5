import { parseArgs } from 'node:util';
import { z } from 'zod';

const text = { type: 'string' } as const;
const texts = { type: 'string', multiple: true } as const;
const flag = { type: 'boolean' } as const;

/** fpm's switches as electron-builder uses them. */
const SWITCHES = {
  source: { ...text, short: 's' },
  target: { ...text, short: 't' },
  depends: { ...texts, short: 'd' },
  'deb-recommends': texts,
  'deb-compression': text,
  'deb-priority': text,
  'after-install': text,
  'after-remove': text,
  architecture: text,
  description: text,
  license: text,
  maintainer: text,
  name: text,
  package: text,
  url: text,
  vendor: text,
  version: text,
  debug: flag,
  force: flag,
} as const;

const requestSchema = z.object({
  target: z.literal('deb'),
  name: z.string(),
  version: z.string(),
  architecture: z.string(),
  maintainer: z.string(),
  url: z.string(),
  /** The first line sums up. */
  description: z.string(),
  depends: z.array(z.string()).default([]),
  'deb-recommends': z.array(z.string()).default([]),
  'deb-priority': z.string(),
  /** Scripts to run when the package has been installed and removed. */
  'after-install': z.string(),
  'after-remove': z.string(),
  /** The .deb to write. */
  package: z.string(),
  /** What goes where: the contents of a folder whose name ends with a slash, or one file. */
  sources: z.array(z.object({ from: z.string().min(1), to: z.string().startsWith('/') })),
});
export type Request = z.infer<typeof requestSchema>;

/** Reads what electron-builder asks fpm for; throws at what no .deb can be made of. */
export function readRequest(args: readonly string[]): Request {
  const { values, positionals } = parseArgs({ args: [...args], options: SWITCHES, allowPositionals: true });
  const sources = positionals.map((pair) => {
    const at = pair.lastIndexOf('=');
    return { from: pair.slice(0, Math.max(at, 0)), to: pair.slice(at + 1) };
  });
  return requestSchema.parse({ ...values, sources });
}

/** The package's DEBIAN/control (Debian Policy, 5.3); `size` in KiB. */
export function controlFile(request: Request, size: number): string {
  const [summary = '', ...rest] = request.description.split('\n').map((line) => line.trim());
  const fields = {
    Package: request.name,
    Version: request.version,
    Architecture: request.architecture,
    Maintainer: request.maintainer,
    'Installed-Size': String(size),
    Depends: request.depends.join(', '),
    Recommends: request['deb-recommends'].join(', '),
    Section: 'misc',
    Priority: request['deb-priority'],
    Homepage: request.url,
    Description: [summary || request.name, ...rest.map((line) => line || '.')].join('\n '),
  };
  const lines = Object.entries(fields).flatMap(([field, value]) => (value === '' ? [] : [`${field}: ${value}\n`]));
  return lines.join('');
}
