import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { net, protocol } from 'electron';
import { HOST, SCHEME } from './origin.ts';

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

export type ContentSource = {
  /** Folder of the built renderer. */
  readonly folder: string;
  readonly language: string;
  /** In development: the address of vite's server, which then serves everything. */
  readonly devServer: string | undefined;
};

/** Serves the renderer's files at our own origin, each under the same strict policy. */
export function serveContent(source: ContentSource): void {
  protocol.handle(SCHEME, async (request) => {
    const url = new URL(request.url);
    if (url.host !== HOST) return notFound();
    return source.devServer ? fromDevServer(source, source.devServer, url) : fromFolder(source, url);
  });
}

async function fromFolder(source: ContentSource, url: URL): Promise<Response> {
  const file = fileFor(source.folder, url.pathname);
  const type = file && TYPES[path.extname(file)];
  if (!file || !type) return notFound();
  try {
    const body = await readFile(file);
    return type === HTML ? page(body.toString(), source) : respond(body, type, policy(nonce()));
  } catch {
    return notFound();
  }
}

/** The file behind a path, `null` for a path that leaves the folder. */
export function fileFor(folder: string, pathname: string): string | null {
  let name: string;
  try {
    name = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  const file = path.resolve(folder, `.${name}`);
  const inside = path.relative(folder, file);
  return name.includes('\0') || inside.startsWith('..') || path.isAbsolute(inside) ? null : file;
}

function page(html: string, { language, devServer }: ContentSource): Response {
  const once = nonce();
  const filled = html.replaceAll('__CSP_NONCE__', once).replaceAll('__LANG__', language);
  return respond(filled, HTML, policy(once, devServer));
}

async function fromDevServer(source: ContentSource, server: string, url: URL): Promise<Response> {
  const answer = await net.fetch(`${server}${url.pathname}${url.search}`);
  const type = answer.headers.get('content-type') ?? 'application/octet-stream';
  if (type.startsWith('text/html')) return page(await answer.text(), source);
  return respond(await answer.arrayBuffer(), type, policy(nonce(), server));
}

/** Nothing but our own files; styles of the component library by nonce. Development adds hot reload's socket and preamble. */
export function policy(once: string, devServer?: string): string {
  return [
    "default-src 'none'",
    devServer ? `script-src 'self' 'nonce-${once}'` : "script-src 'self'",
    devServer ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${once}'`,
    "font-src 'self'",
    "img-src 'self' data:",
    devServer ? `connect-src 'self' ${devServer.replace(/^http/, 'ws')}` : "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function respond(body: string | Uint8Array<ArrayBuffer> | ArrayBuffer, type: string, csp: string): Response {
  return new Response(body, {
    headers: { 'content-type': type, 'content-security-policy': csp, 'x-content-type-options': 'nosniff' },
  });
}

function notFound(): Response {
  // A page like any other: without its policy it would be one that may do anything.
  return new Response(null, { status: 404, headers: { 'content-security-policy': policy(nonce()) } });
}

function nonce(): string {
  return randomBytes(16).toString('base64');
}

const HTML = 'text/html; charset=utf-8';

const TYPES: Readonly<Record<string, string>> = {
  '.html': HTML,
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};
