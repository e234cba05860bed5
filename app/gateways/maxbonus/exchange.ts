import { fail, ok, type Result } from '../../domain/result.ts';
import type { SecretSource } from '../../domain/secret-loss.ts';
import type { ServiceFailure } from '../../sale/ports.ts';
import type { MaxBonusSettings } from '../../settings/maxbonus.ts';
import type { Remarks } from '../http/remark.ts';
import { retryAfterMs } from '../http/retry-after.ts';
import { given, tokenMissing } from '../http/secret.ts';
import { type HttpAnswer, type HttpRequest, send } from '../http/send.ts';
import { toOurNames, toServiceNames } from './fields.ts';
import { type Operation, PATHS, usualMethod } from './operations.ts';
import { Refusals } from './refusal.ts';
import { UNREADABLE } from './understood.ts';
import { envelope, isEnvelope } from './wire.ts';

/** What a request carries, under our names of fields: a JSON body, a form, or the query of a GET. */
export type Content =
  | { readonly json: Readonly<Record<string, unknown>> }
  | { readonly form: Readonly<Record<string, string>> }
  | { readonly query: Readonly<Record<string, string>> };

export type Exchange = (operation: Operation, content: Content) => Promise<Result<unknown, ServiceFailure>>;

/** Given the longer time: what changes the books should not be cut off early, and goods are many. */
const SLOW: ReadonlySet<Operation> = new Set(['write', 'rollback', 'returnReceipt', 'importGoods']);

/**
 * One request to MaxBonus and the data of its answer, out of its envelope; every failure in the gateway's terms.
 * @param token asked for each request, which does not leave without it
 */
export function maxBonusExchange(
  settings: MaxBonusSettings,
  remark: Remarks = () => undefined,
  token: SecretSource = given(settings.token),
): Exchange {
  const refusals = new Refusals(settings);

  function refused(operation: Operation, status: number, body: unknown): Result<never, ServiceFailure> {
    const { number, failure } = refusals.refusal(operation, status, body);
    remark({ kind: 'refused', operation, status, number });
    return failure;
  }

  /** The service may say no by HTTP or, under HTTP 200, by the status in its envelope or the number of an error. */
  function unwrap(operation: Operation, answer: HttpAnswer): Result<unknown, ServiceFailure> {
    if (answer.page) {
      remark({ kind: 'page', operation, status: answer.status });
      return UNREADABLE;
    }
    const opened = answer.status < 400 ? open(answer, settings.envelope) : answer;
    if (!opened) return UNREADABLE;
    const { status, body } = opened;
    if (status >= 200 && status < 300) {
      const number = refusals.under200(operation, answer.body);
      return number === null ? ok(body) : refused(operation, status, answer.body);
    }
    if (status === 401) return fail({ kind: 'token-rejected' });
    if (status === 408) return fail({ kind: 'lost', cause: 'timeout' });
    if (status === 429) return fail({ kind: 'throttled', retryAfterMs: retryAfterMs(undefined, undefined) });
    if (status >= 500) return fail({ kind: 'lost', cause: 'server-error' });
    return status >= 400 ? refused(operation, status, answer.body) : UNREADABLE;
  }

  return async (operation, content) => {
    const secret = token();
    if (!secret.ok) return fail(tokenMissing(secret.error));
    const answer = await send({
      ...requestOf(settings, operation, content),
      headers: { [settings.authHeader]: settings.authPrefix + secret.value },
      caFile: settings.caFile,
      timeoutMs: SLOW.has(operation) ? settings.writeTimeoutMs : settings.timeoutMs,
    });
    if (!answer.ok) return fail(answer.error.kind === 'unauthorized' ? { kind: 'token-rejected' } : answer.error);
    const data = unwrap(operation, answer.value);
    return data.ok ? ok(toOurNames(settings.fields[operation] ?? {}, data.value)) : data;
  };
}

/** Method, address and body as the profile has them, else as the content is made. A GET has all of it in its address. */
function requestOf(
  settings: MaxBonusSettings,
  operation: Operation,
  content: Content,
): Pick<HttpRequest, 'method' | 'url' | 'body'> {
  const { baseUrl, paths, methods, bodies, fields } = settings;
  const method = methods[operation] ?? usualMethod(operation);
  const url = new URL(baseUrl + (paths[operation] ?? PATHS[operation]));
  const own = Object.values(content)[0] ?? {};
  const named = Object.entries(toServiceNames(fields[operation] ?? {}, own));
  if (method === 'GET') {
    for (const [name, value] of named) if (value !== null) url.searchParams.append(name, asText(value));
    return { method, url: url.href };
  }
  const body = bodies[operation] ?? ('form' in content ? 'form' : 'json');
  if (body === 'json') return { method, url: url.href, body: { json: Object.fromEntries(named) } };
  const texts = Object.fromEntries(named.map(([name, value]) => [name, value === null ? '' : asText(value)]));
  return { method, url: url.href, body: body === 'form' ? { form: texts } : { multipart: texts } };
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** What is in the envelope, or the answer itself when there is none; `null` for an envelope that cannot be read. */
function open(answer: HttpAnswer, mode: MaxBonusSettings['envelope']): HttpAnswer | null {
  if (mode === 'off' || (mode === 'auto' && !isEnvelope(answer.body))) return answer;
  const { data: wrapped } = envelope.safeParse(answer.body);
  return wrapped ? { status: wrapped.statusCode, body: wrapped.data } : null;
}
