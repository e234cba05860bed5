import { fail, ok, type Result } from '../../domain/result.ts';
import type { RefusalReason, ServiceFailure } from '../../sale/ports.ts';
import type { MaxBonusSettings } from '../../settings/profile.ts';
import { type HttpAnswer, type HttpRequest, send } from '../http/send.ts';
import { cleanMessage } from '../http/service-text.ts';
import { envelope, isEnvelope, type Operation, PATHS, REFUSALS, refusal } from './wire.ts';

export type Exchange = (
  operation: Operation,
  body: NonNullable<HttpRequest['body']>,
) => Promise<Result<unknown, ServiceFailure>>;

const UNREADABLE: ServiceFailure = { kind: 'lost', cause: 'unreadable' };

/** One request to MaxBonus and the data of its answer, out of its envelope; every failure in the gateway's terms. */
export function maxBonusExchange(settings: MaxBonusSettings): Exchange {
  return async (operation, body) => {
    if (!settings.token) return fail({ kind: 'token-missing' });
    const answer = await send({
      method: 'POST',
      url: settings.baseUrl + (settings.paths[operation] ?? PATHS[operation]),
      headers: { [settings.authHeader]: settings.authPrefix + settings.token },
      body,
      timeoutMs: operation === 'write' || operation === 'rollback' ? settings.writeTimeoutMs : settings.timeoutMs,
    });
    if (answer.ok) return unwrap(operation, answer.value, settings.envelope);
    return fail(answer.error.kind === 'unauthorized' ? { kind: 'token-rejected' } : answer.error);
  };
}

/** The service may say no by HTTP or, under HTTP 200, by the status in its envelope. */
function unwrap(
  operation: Operation,
  answer: HttpAnswer,
  mode: MaxBonusSettings['envelope'],
): Result<unknown, ServiceFailure> {
  const opened = answer.status < 400 ? open(answer, mode) : answer;
  if (!opened) return fail(UNREADABLE);
  const { status, body } = opened;
  if (status >= 200 && status < 300) return ok(body);
  if (status === 401) return fail({ kind: 'token-rejected' });
  if (status >= 500) return fail({ kind: 'lost', cause: 'server-error' });
  return fail(status >= 400 ? refusalOf(operation, status, answer.body) : UNREADABLE);
}

/** What is in the envelope, or the answer itself when there is none; `null` for an envelope that cannot be read. */
function open(answer: HttpAnswer, mode: MaxBonusSettings['envelope']): HttpAnswer | null {
  if (mode === 'off' || (mode === 'auto' && !isEnvelope(answer.body))) return answer;
  const { data: wrapped } = envelope.safeParse(answer.body);
  return wrapped ? { status: wrapped.statusCode, body: wrapped.data } : null;
}

function refusalOf(operation: Operation, status: number, body: unknown): ServiceFailure {
  const said = refusal.safeParse(body).data;
  if (!said) return UNREADABLE;
  return { kind: 'refused', reason: reasonOf(operation, status, said.message), message: cleanMessage(said.message) };
}

function reasonOf(operation: Operation, status: number, message: string): RefusalReason {
  const known = REFUSALS[operation];
  return status === 422 && known?.phrase.test(message) ? known.reason : 'other';
}
