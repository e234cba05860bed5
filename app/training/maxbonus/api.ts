import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { sendAnswer } from '../answer.ts';
import { readBody, sendJson } from '../http.ts';
import type { Faults, Plan } from './faults.ts';
import { type Operation, operationAt } from './operations.ts';
import type { LoyaltyService } from './service.ts';

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

type Reply = { readonly status: number; readonly message: string; readonly data: unknown };

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
  const answer = reply && { status: reply.status, body: wrapped(reply, plan.bare, started) };
  const contentType = request.headers['content-type'] ?? '';
  api.record({ operation, contentType, body, answer });
  if (plan.latencyMs > 0) await pause(plan.latencyMs, undefined, { signal: api.closing });
  sendAnswer(response, answer, plan.outcome);
}

/** `null` when the request is lost before the service sees it. */
function replyTo(
  api: Api,
  operation: Operation,
  body: unknown,
  authorization: string | undefined,
  { outcome }: Plan,
): Reply | null {
  switch (outcome?.kind) {
    case 'drop-before':
      return null;
    case 'unauthorized':
      return UNAUTHORIZED;
    case 'throttled':
      return { status: 429, message: 'Слишком много запросов', data: null };
    case 'refused':
      return { status: 422, message: outcome.message, data: null };
    case 'status':
      if (!outcome.commit) return { status: outcome.status, message: 'Внутренняя ошибка', data: null };
  }
  if (authorization !== `Bearer ${api.token}`) return UNAUTHORIZED;
  const done = api.service().run(operation, body);
  if (outcome?.kind === 'status') return { status: outcome.status, message: 'Внутренняя ошибка', data: null };
  return done.ok
    ? { status: 200, message: 'Data retrieval successfully', data: done.value }
    : { status: 422, message: done.error.message, data: null };
}

const UNAUTHORIZED: Reply = { status: 401, message: 'Unauthorized', data: null };

/** The envelope of the published exchange; without it a refusal is just its message. */
function wrapped({ status, message, data }: Reply, bare: boolean, started: number): unknown {
  if (bare) return status < 400 ? data : { message };
  const seconds = (performance.now() - started) / 1000;
  return { statusCode: status, message, data, backendExecTimeSec: Number(seconds.toFixed(4)) };
}
