import { fail, ok, type Result } from '../../domain/result.ts';
import type { RefusalReason, ServiceFailure } from '../../sale/ports.ts';
import type { MaxBonusSettings } from '../../settings/maxbonus.ts';
import { retryAfterMs } from '../http/retry-after.ts';
import { type HttpAnswer, type HttpRequest, send } from '../http/send.ts';
import { cleanMessage } from '../http/service-text.ts';
import { type Fields, toOurNames, toServiceNames, withNames } from './fields.ts';
import { type Operation, PATHS, REFUSALS } from './operations.ts';
import { UNREADABLE } from './understood.ts';
import { envelope, isEnvelope, refusal } from './wire.ts';

/** What a request carries, under our names of fields: a JSON body, a form, or the query of a GET. */
export type Content =
  | { readonly json: Readonly<Record<string, unknown>> }
  | { readonly form: Readonly<Record<string, string>> }
  | { readonly query: Readonly<Record<string, string>> };

export type Exchange = (operation: Operation, content: Content) => Promise<Result<unknown, ServiceFailure>>;

/** Given the longer time: what changes the books should not be cut off early, and goods are many. */
const SLOW: ReadonlySet<Operation> = new Set(['write', 'rollback', 'returnReceipt', 'importGoods']);

/** One request to MaxBonus and the data of its answer, out of its envelope; every failure in the gateway's terms. */
export function maxBonusExchange(settings: MaxBonusSettings): Exchange {
  return async (operation, content) => {
    if (!settings.token) return fail({ kind: 'token-missing' });
    const fields = settings.fields[operation] ?? {};
    const answer = await send({
      ...requestOf(settings.baseUrl + (settings.paths[operation] ?? PATHS[operation]), content, fields),
      headers: { [settings.authHeader]: settings.authPrefix + settings.token },
      timeoutMs: SLOW.has(operation) ? settings.writeTimeoutMs : settings.timeoutMs,
    });
    if (!answer.ok) return fail(answer.error.kind === 'unauthorized' ? { kind: 'token-rejected' } : answer.error);
    const data = unwrap(operation, answer.value, settings.envelope);
    return data.ok ? ok(toOurNames(fields, data.value)) : data;
  };
}

function requestOf(url: string, content: Content, fields: Fields): Pick<HttpRequest, 'method' | 'url' | 'body'> {
  if ('json' in content) return { method: 'POST', url, body: { json: toServiceNames(fields, content.json) } };
  if ('form' in content) return { method: 'POST', url, body: { form: withNames(fields, content.form) } };
  const asked = new URL(url);
  for (const [name, value] of Object.entries(withNames(fields, content.query))) {
    asked.searchParams.append(name, value);
  }
  return { method: 'GET', url: asked.href };
}

/** The service may say no by HTTP or, under HTTP 200, by the status in its envelope. */
function unwrap(
  operation: Operation,
  answer: HttpAnswer,
  mode: MaxBonusSettings['envelope'],
): Result<unknown, ServiceFailure> {
  const opened = answer.status < 400 ? open(answer, mode) : answer;
  if (!opened) return UNREADABLE;
  const { status, body } = opened;
  if (status >= 200 && status < 300) return ok(body);
  if (status === 401) return fail({ kind: 'token-rejected' });
  if (status === 408) return fail({ kind: 'lost', cause: 'timeout' });
  if (status === 429) return fail({ kind: 'throttled', retryAfterMs: retryAfterMs(undefined, undefined) });
  if (status >= 500) return fail({ kind: 'lost', cause: 'server-error' });
  return status >= 400 ? refusalOf(operation, status, answer.body) : UNREADABLE;
}

/** What is in the envelope, or the answer itself when there is none; `null` for an envelope that cannot be read. */
function open(answer: HttpAnswer, mode: MaxBonusSettings['envelope']): HttpAnswer | null {
  if (mode === 'off' || (mode === 'auto' && !isEnvelope(answer.body))) return answer;
  const { data: wrapped } = envelope.safeParse(answer.body);
  return wrapped ? { status: wrapped.statusCode, body: wrapped.data } : null;
}

/** A refusal without a sentence, such as a web server's own page for a wrong path, goes by its number. */
function refusalOf(operation: Operation, status: number, body: unknown): Result<never, ServiceFailure> {
  const said = refusal.safeParse(body).data?.message ?? '';
  const reason = reasonOf(operation, status, said);
  return fail({ kind: 'refused', reason, message: cleanMessage(said) || `HTTP ${status}` });
}

function reasonOf(operation: Operation, status: number, message: string): RefusalReason {
  const known = status === 422 ? REFUSALS[operation] : undefined;
  return known?.find(({ phrase }) => phrase.test(message))?.reason ?? 'other';
}
