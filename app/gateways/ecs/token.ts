import { fail, ok, type Result } from '../../domain/result.ts';
import type { SecretSource } from '../../domain/secret-loss.ts';
import type { BenefitFailure } from '../../sale/benefits/ports.ts';
import type { EcsSettings } from '../../settings/ecs.ts';
import { given, tokenMissing } from '../http/secret.ts';
import { type HttpFailure, send } from '../http/send.ts';
import { PATHS } from './operations.ts';
import { type TokenForm, tokenAnswer } from './wire.ts';

/** Why there is no token. With none, no request left: the outcome of what was to be asked is never open. */
type TokenFailure = Extract<
  BenefitFailure,
  { readonly kind: 'unreachable' | 'token-missing' | 'token-rejected' | 'throttled' }
>;

/** Access tokens of one scope (OAuth 2.0, RFC 6749, 4.4). */
export type AccessTokens = {
  /** The token that is valid now, else a new one. Whoever asks meanwhile shares the request. */
  current(timeoutMs: number): Promise<Result<string, TokenFailure>>;
  /** The service did not accept this one: it is not given out again. */
  reject(token: string): void;
};

/** A token is renewed while it still lives, so that it does not end on the way. */
const RENEWED_BEFORE_MS = 60_000;

type Issued = { readonly token: string; readonly until: number };

/** `now` counts milliseconds from anywhere, but never jumps: a clock that is set wrong cannot spoil a token. */
export function accessTokens(
  settings: EcsSettings,
  scope: string,
  now: () => number,
  secret: SecretSource = given(settings.clientSecret),
): AccessTokens {
  let issued: Issued | null = null;
  let asking: Promise<Result<Issued, TokenFailure>> | null = null;

  async function renewed(timeoutMs: number): Promise<Result<string, TokenFailure>> {
    const clientSecret = secret();
    if (!clientSecret.ok) return fail(tokenMissing(clientSecret.error));
    asking ??= askToken({ ...settings, clientSecret: clientSecret.value }, scope, timeoutMs, now).finally(() => {
      asking = null;
    });
    const answer = await asking;
    if (!answer.ok) return answer;
    issued = answer.value;
    return ok(issued.token);
  }

  return {
    current: async (timeoutMs) => (issued && now() < issued.until ? ok(issued.token) : renewed(timeoutMs)),
    reject(token) {
      if (issued?.token === token) issued = null;
    },
  };
}

async function askToken(
  settings: EcsSettings & { readonly clientSecret: string },
  scope: string,
  timeoutMs: number,
  now: () => number,
): Promise<Result<Issued, TokenFailure>> {
  const { clientId, clientSecret, baseUrl, paths } = settings;
  const form: TokenForm = {
    client_id: clientId,
    client_secret: clientSecret,
    grant_type: 'client_credentials',
    scope,
  };
  // Counted from here: however long the answer took, the token is not older.
  const askedAt = now();
  const answer = await send({
    method: 'POST',
    url: baseUrl + (paths.token ?? PATHS.token),
    headers: {},
    body: { form },
    caFile: settings.caFile,
    timeoutMs,
  });
  if (!answer.ok) return fail(withoutToken(answer.error));
  const { status, body } = answer.value;
  if (REJECTED.has(status)) return fail({ kind: 'token-rejected' });
  const read = tokenAnswer.safeParse(body);
  if (status >= 400 || !read.success) return fail({ kind: 'unreachable' });
  const { access_token: token, expires_in: seconds } = read.data;
  return ok({ token, until: askedAt + seconds * 1000 - RENEWED_BEFORE_MS });
}

/** `invalid_client` and the like; a 401 comes as a failure. Other refusals are of a server that gives no tokens there. */
const REJECTED: ReadonlySet<number> = new Set([400, 403]);

function withoutToken(failure: HttpFailure): TokenFailure {
  switch (failure.kind) {
    case 'unauthorized':
      return { kind: 'token-rejected' };
    case 'throttled':
      return failure;
    case 'unreachable':
      return failure;
    case 'lost':
      return { kind: 'unreachable' };
  }
}
