import { HEX, type Random, randomText } from '../random.ts';
import type { Reply } from './reply.ts';
import { tokenForm } from './requests.ts';

/** Who may ask for tokens. */
export type Client = { readonly id: string; readonly secret: string };

const SCOPES: ReadonlySet<string> = new Set(['ECS.WebAPI', 'OrganizationAPI']);

type Issued = { readonly scopes: ReadonlySet<string>; readonly until: number };

/** Access tokens (OAuth 2.0, RFC 6749, 4.4 and 5.2). */
export class Tokens {
  readonly #client: Client;
  readonly #lifetimeS: number;
  readonly #now: () => number;
  readonly #random: Random;
  readonly #issued = new Map<string, Issued>();

  constructor(client: Client, lifetimeS: number, now: () => number, random: Random) {
    this.#client = client;
    this.#lifetimeS = lifetimeS;
    this.#now = now;
    this.#random = random;
  }

  issue(body: unknown): Reply {
    const form = tokenForm.safeParse(body);
    if (!form.success) return oauthError('invalid_request');
    const { client_id, client_secret, grant_type, scope } = form.data;
    if (client_id !== this.#client.id || client_secret !== this.#client.secret) return oauthError('invalid_client');
    if (grant_type !== 'client_credentials') return oauthError('unsupported_grant_type');
    const scopes = new Set(scope.split(' '));
    // «ECS.WebAPI – передавать обязательно», with both web services.
    if (!scopes.has('ECS.WebAPI') || [...scopes].some((one) => !SCOPES.has(one))) return oauthError('invalid_scope');
    const token = looksSigned({ client_id, scope }, randomText(this.#random, HEX, 43));
    this.#issued.set(token, { scopes, until: this.#now() + this.#lifetimeS * 1000 });
    const answer = { access_token: token, expires_in: this.#lifetimeS, token_type: 'Bearer', scope };
    return { status: 200, body: answer };
  }

  /** The scopes of the token in an `Authorization` header; `null` for one that is not good. */
  scopesOf(authorization: string | undefined): ReadonlySet<string> | null {
    const issued = this.#issued.get(/^Bearer (.+)$/.exec(authorization ?? '')?.[1] ?? '');
    return issued && this.#now() < issued.until ? issued.scopes : null;
  }

  /** As though their time were over. */
  expireAll(): void {
    this.#issued.clear();
  }
}

function oauthError(error: string): Reply {
  return { status: 400, body: { error } };
}

/** Looks like the token of the sample, a JSON Web Token; the signature is none. */
function looksSigned(claims: object, signature: string): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'RS256', kid: 'Training' })}.${part(claims)}.${signature}`;
}
