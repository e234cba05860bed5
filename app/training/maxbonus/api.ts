import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { sendAnswer } from '../answer.ts';
import { readBody, sendJson, sendText } from '../http.ts';
import type { Faults, Plan, Saying } from './faults.ts';
import { type Operation, operationAt } from './operations.ts';
import type { LoyaltyService } from './service.ts';
import { shaped } from './shapes.ts';

export const API_BASE = '/api/cashbox';

/** One request as it came and what the service made of it, before any fault spoilt the answer. */
export type Exchange = {
  readonly operation: Operation;
  readonly contentType: string;
  /** Of a GET, its query. */
  readonly body: unknown;
  /** `null` when the service never got to it. */
  readonly answer: { readonly status: number; readonly body: unknown } | null;
};

/** `code`: the number of an error; `hidden`: the status stands in the envelope alone, under HTTP 200. */
type Reply = {
  readonly status: number;
  readonly message: string;
  readonly data: unknown;
  readonly code?: number;
  readonly hidden?: true;
};

export type Api = {
  readonly token: string;
  readonly service: () => LoyaltyService;
  readonly faults: Faults;
  readonly record: (exchange: Exchange) => void;
  /** Aborted when the server closes, so that no answer is waited for. */
  readonly closing: AbortSignal;
};

/** Answers one request below `/api/cashbox`, with whatever fault is due. */
export async function answerApi(
  api: Api,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  query: URLSearchParams,
) {
  const started = performance.now();
  const operation = operationAt(request.method ?? '', path);
  if (!operation) return sendJson(response, 404, { statusCode: 404, message: 'Метод не найден', data: null });

  const plan = api.faults.take(operation);
  const body = request.method === 'GET' ? Object.fromEntries(query) : await readBody(request);
  const reply = replyTo(api, operation, body, request.headers.authorization, plan);
  const answer = reply && { status: reply.hidden ? 200 : reply.status, body: wrapped(reply, plan, started) };
  const contentType = request.headers['content-type'] ?? '';
  api.record({ operation, contentType, body, answer });
  if (plan.latencyMs > 0) await pause(plan.latencyMs, undefined, { signal: api.closing });
  if (plan.outcome?.kind === 'page') return sendText(response, plan.outcome.status, 'text/html', PORTAL);
  sendAnswer(response, answer, plan.outcome);
}

const PORTAL =
  '<!doctype html><html><head><title>Wi-Fi</title></head><body>Чек не найден? Войдите в сеть</body></html>';

/** `null` when the request is lost before the service sees it. */
function replyTo(
  api: Api,
  operation: Operation,
  body: unknown,
  authorization: string | undefined,
  { outcome, refusals }: Plan,
): Reply | null {
  switch (outcome?.kind) {
    case 'drop-before':
    case 'page':
      return null;
    case 'unauthorized':
      return UNAUTHORIZED;
    case 'throttled':
      return { status: 429, message: 'Слишком много запросов', data: null };
    case 'refused':
      return refusal(outcome.message, outcome);
    case 'status':
      if (!outcome.commit) return { status: outcome.status, message: 'Внутренняя ошибка', data: null };
  }
  if (authorization !== `Bearer ${api.token}`) return UNAUTHORIZED;
  const done = api.service().run(operation, body);
  if (outcome?.kind === 'status') return { status: outcome.status, message: 'Внутренняя ошибка', data: null };
  if (!done.ok) return refusal(done.error.message, refusals ?? PLAIN);
  const data = outcome?.kind === 'shape' ? shaped(outcome.shape, done.value) : done.value;
  return { status: 200, message: 'Data retrieval successfully', data };
}

const PLAIN: Saying = { status: 422, under200: false, code: null };

function refusal(message: string, { status, under200, code }: Saying): Reply {
  return { status, message, data: null, ...(code !== null && { code }), ...(under200 && { hidden: true }) };
}

const UNAUTHORIZED: Reply = { status: 401, message: 'Unauthorized', data: null };

/** The envelope of the published exchange; without it a refusal is just its message and number. `undefined` for no body. */
function wrapped({ status, message, data, code }: Reply, { bare, outcome }: Plan, started: number): unknown {
  if (outcome?.kind === 'shape' && status < 400 && data === undefined) return undefined;
  const numbered = code === undefined ? {} : { code };
  if (bare) return status < 400 ? data : { message, ...numbered };
  const seconds = (performance.now() - started) / 1000;
  return { statusCode: status, message, ...numbered, data, backendExecTimeSec: Number(seconds.toFixed(4)) };
}
