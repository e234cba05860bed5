import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { sendAnswer } from '../answer.ts';
import { readBody } from '../http.ts';
import type { Faults, Outcome } from './faults.ts';
import { type ApiOperation, type Operation, operationAt } from './operations.ts';
import { codeReply, errorReply, type Reply } from './reply.ts';
import type { BankService } from './service.ts';
import type { Tokens } from './tokens.ts';
import type { Variant } from './variant.ts';

/** One request as it came and what the bank made of it, before any fault spoilt the answer. */
export type Exchange = {
  readonly operation: Operation;
  readonly contentType: string;
  readonly body: unknown;
  /** `null` when the bank never got to it. */
  readonly answer: Reply | null;
};

export type Api = {
  readonly tokens: () => Tokens;
  readonly service: () => BankService;
  readonly variant: () => Variant;
  readonly faults: Faults;
  readonly record: (exchange: Exchange) => void;
  /** Aborted when the server closes, so that no answer is waited for. */
  readonly closing: AbortSignal;
};

/** The scope that each web service wants: transactions are one of their own (appendix 9). */
const SCOPES: Readonly<Record<ApiOperation, string>> = {
  services: 'OrganizationAPI',
  check: 'OrganizationAPI',
  confirm: 'OrganizationAPI',
  refuse: 'OrganizationAPI',
  transactions: 'ECS.WebAPI',
};

/** Answers one request, with whatever fault is due. */
export async function answerApi(api: Api, request: IncomingMessage, response: ServerResponse, path: string) {
  const operation = operationAt(request.method ?? '', path);
  if (!operation) return sendAnswer(response, errorReply(404, 'Метод не найден'), null);

  const plan = api.faults.take(operation);
  const body = await readBody(request);
  const answer = replyTo(api, operation, body, request.headers.authorization, plan.outcome);
  api.record({ operation, contentType: request.headers['content-type'] ?? '', body, answer });
  if (plan.latencyMs > 0) await pause(plan.latencyMs, undefined, { signal: api.closing });
  sendAnswer(response, answer, plan.outcome);
}

/** `null` when the request is lost before the bank sees it. */
function replyTo(
  api: Api,
  operation: Operation,
  body: unknown,
  authorization: string | undefined,
  outcome: Outcome | null,
): Reply | null {
  switch (outcome?.kind) {
    case 'drop-before':
      return null;
    case 'unauthorized':
      return UNAUTHORIZED;
    case 'throttled':
      return errorReply(429, 'Слишком много запросов');
    case 'code':
      return codeReply(outcome.code, api.variant());
    case 'refused':
      return errorReply(outcome.status, outcome.message, outcome.errorCode);
    case 'no-benefits':
      return {
        status: 200,
        body: { resultCode: api.variant().successCode, transactionId: 0, clientId: 0, benefits: [] },
      };
    case 'status':
      if (!outcome.commit) return errorReply(outcome.status, 'Внутренняя ошибка');
  }
  const reply = operation === 'token' ? api.tokens().issue(body) : authorized(api, operation, body, authorization);
  return outcome?.kind === 'status' ? errorReply(outcome.status, 'Внутренняя ошибка') : reply;
}

const UNAUTHORIZED: Reply = { status: 401 };

function authorized(api: Api, operation: ApiOperation, body: unknown, authorization: string | undefined): Reply {
  const scopes = api.tokens().scopesOf(authorization);
  if (!scopes) return UNAUTHORIZED;
  if (!scopes.has(SCOPES[operation])) return errorReply(403, `Нужен scope ${SCOPES[operation]}`);
  return api.service().run(operation, body, api.variant());
}
