import { fail, type Result } from '../../domain/result.ts';
import type { SecretSource } from '../../domain/secret-loss.ts';
import type { BenefitFailure } from '../../sale/benefits/ports.ts';
import type { EcsSettings } from '../../settings/ecs.ts';
import type { Remarks } from '../http/remark.ts';
import { type HttpAnswer, type HttpFailure, send } from '../http/send.ts';
import { type ApiOperation, PATHS } from './operations.ts';
import { accepted } from './refusal.ts';
import { accessTokens } from './token.ts';

export type Exchange = (operation: ApiOperation, json: object) => Promise<Result<unknown, BenefitFailure>>;

/**
 * One request to the ЕЦС and the body of its answer; every failure in the gateway's terms. The profile's time holds for all of
 * it, tokens included. A 401 had no effect, so that the request is sent once more, with a new token; it is never repeated for
 * anything else.
 */
export function ecsExchange(
  settings: EcsSettings,
  now: () => number,
  remark?: Remarks,
  secret?: SecretSource,
): Exchange {
  const organization = accessTokens(settings, settings.scope, now, secret);
  const history = accessTokens(settings, settings.transactionsScope, now, secret);

  return async (operation, json) => {
    const tokens = operation === 'transactions' ? history : organization;
    const deadline = now() + settings.timeoutMs;
    const left = (): number => Math.max(0, Math.ceil(deadline - now()));

    async function asked(): Promise<Result<HttpAnswer, BenefitFailure | HttpFailure>> {
      const token = await tokens.current(left());
      if (!token.ok) return token;
      // The token took all the time there was: better not to ask than not to wait for the answer.
      if (left() === 0) return fail({ kind: 'unreachable' });
      const answer = await send({
        method: 'POST',
        url: settings.baseUrl + (settings.paths[operation] ?? PATHS[operation]),
        headers: { Authorization: `Bearer ${token.value}` },
        body: { json },
        caFile: settings.caFile,
        timeoutMs: left(),
        readsServerErrors: true,
      });
      if (isUnauthorized(answer)) tokens.reject(token.value);
      return answer;
    }

    const first = await asked();
    const answer = isUnauthorized(first) ? await asked() : first;
    if (answer.ok) return accepted(operation, answer.value, settings, remark);
    return fail(answer.error.kind === 'unauthorized' ? { kind: 'token-rejected' } : answer.error);
  };
}

function isUnauthorized(answer: Result<unknown, { readonly kind: string }>): boolean {
  return !answer.ok && answer.error.kind === 'unauthorized';
}
