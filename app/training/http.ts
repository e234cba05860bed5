import type { IncomingMessage, ServerResponse } from 'node:http';

const LARGEST_REQUEST = 1024 * 1024;

/** The body of a JSON request or of a form; `undefined` when it is neither or too large. */
export async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > LARGEST_REQUEST) return undefined;
    chunks.push(chunk);
  }
  const type = request.headers['content-type'] ?? '';
  const body = Buffer.concat(chunks);
  try {
    if (type.startsWith('application/json')) return JSON.parse(body.toString());
    const form = await new Response(body, { headers: { 'content-type': type } }).formData();
    return Object.fromEntries(form);
  } catch {
    return undefined;
  }
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  sendText(response, status, 'application/json', JSON.stringify(body));
}

export function sendText(response: ServerResponse, status: number, type: string, text: string): void {
  const headers = { 'Content-Type': `${type}; charset=utf-8`, 'Content-Length': Buffer.byteLength(text) };
  response.writeHead(status, headers).end(text);
}
