import { z } from 'zod';
import type { EcsEmulator } from './server.ts';

/** A participant's own system, as the tests of the emulator use it: plain HTTP, no code of the gateway. */

/** As much of the answers as the tests carry from one request to the next. */
const answerSchema = z
  .looseObject({ access_token: z.string(), transactionId: z.int() })
  .partial()
  .or(z.array(z.unknown()))
  .transform((body) => (Array.isArray(body) ? { list: body } : body));

const BOTH_SCOPES = 'ECS.WebAPI OrganizationAPI';

export function participant(service: EcsEmulator) {
  async function posted(url: string, init: RequestInit) {
    const response = await fetch(url, { method: 'POST', ...init });
    const text = await response.text();
    return { status: response.status, answer: text === '' ? {} : answerSchema.parse(JSON.parse(text)) };
  }

  function askToken(change: Record<string, string> = {}) {
    const form = {
      client_id: service.clientId,
      client_secret: service.clientSecret,
      grant_type: 'client_credentials',
      scope: BOTH_SCOPES,
      ...change,
    };
    return posted(`${service.url}/connect/token`, { body: new URLSearchParams(form) });
  }

  async function token(scope = BOTH_SCOPES): Promise<string> {
    const { answer } = await askToken({ scope });
    return 'access_token' in answer && answer.access_token !== undefined ? answer.access_token : '';
  }

  /** With a fresh token, unless another is given. */
  async function post(path: string, body: unknown, authorization?: string) {
    return posted(service.url + path, {
      headers: { Authorization: authorization ?? `Bearer ${await token()}`, 'Content-Type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  }

  async function control(method: string, path: string, body?: unknown) {
    const headers = { 'Content-Type': 'application/json' };
    const response = await fetch(service.controlUrl + path, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body), headers }),
    });
    return { status: response.status, answer: await response.json() };
  }

  return { askToken, token, post, control };
}

export type Participant = ReturnType<typeof participant>;
