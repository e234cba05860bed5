import http, { type ClientRequest, type IncomingMessage } from 'node:http';
import https, { type RequestOptions } from 'node:https';
import axios, { AxiosError, type AxiosResponse, isAxiosError } from 'axios';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { TlsFault } from '../../domain/tls-fault.ts';
import { retryAfterMs } from './retry-after.ts';
import { secureAgent, tlsFaultOf } from './trust.ts';

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export type HttpRequest = {
  readonly method: HttpMethod;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?:
    | { readonly json: unknown }
    | { readonly form: Readonly<Record<string, string>> }
    | { readonly multipart: Readonly<Record<string, string>> };
  /** For the whole exchange, from looking up the name to the last byte of the answer. */
  readonly timeoutMs: number;
  /** Roots that are trusted for this service beside those of the system. */
  readonly caFile?: string | undefined;
  /** For a service that says in a 5xx what is the matter: it is an answer too, and the caller's to judge. */
  readonly readsServerErrors?: boolean;
};

/**
 * An answer: 2xx with JSON, 4xx, or 5xx where asked for. `body` is `null` when there was none, or no JSON in a 4xx or 5xx: that is
 * the `page` of a proxy or a web server, which knows nothing of what the service did.
 */
export type HttpAnswer = { readonly status: number; readonly body: unknown; readonly page?: true };

/** Why there is no such answer. Only `lost` leaves open whether the request took effect. */
export type HttpFailure =
  /** No connection came about, so that not a byte of the request left the machine; `tls`: for want of one that can be trusted. */
  | { readonly kind: 'unreachable'; readonly tls?: TlsFault }
  /** Sent, at least in part, and not answered as agreed: a timeout (408 too), a cut connection, a 5xx, no JSON in a 2xx. */
  | {
      readonly kind: 'lost';
      readonly cause: 'timeout' | 'dropped' | 'server-error' | 'unreadable';
      /** Where a 5xx says when to come again; the wait is bounded. */
      readonly retryAfterMs?: number;
    }
  /** 401, whatever its body. */
  | { readonly kind: 'unauthorized' }
  /** 429; the wait is bounded. */
  | { readonly kind: 'throttled'; readonly retryAfterMs: number };

/** Answers of tills' services are a few kilobytes. */
const LARGEST_BODY = 2 * 1024 * 1024;

/** Services have some ten headers; thousands of them would keep main from the cashier. */
const MOST_HEADERS = 100;
const LARGEST_HEAD_BYTES = 16 * 1024;

/** Each address of a name gets this share of the time, so that a slow one is waited for and a dead one leaves time for the next. */
const ADDRESS_SHARE = 1 / 3;

/**
 * Every request has a connection of its own: on a kept one that the service is just closing, the outcome of a write would
 * be unknown without need.
 */
const httpAgent = new http.Agent({ keepAlive: false });

/**
 * Sends one request, once, and says what is known of its outcome. Never throws. Redirects are not followed, lest a token
 * goes to another host, and the proxy variables of the environment are not heeded.
 */
export async function send(request: HttpRequest): Promise<Result<HttpAnswer, HttpFailure>> {
  const secure = request.url.startsWith('https:') ? secureAgent(request.caFile) : null;
  if (secure?.ok === false) return fail({ kind: 'unreachable', tls: secure.error });
  const deadline = AbortSignal.timeout(request.timeoutMs);
  let connected = false;
  try {
    const response = await axios.request<string>({
      httpAgent,
      ...(secure && { httpsAgent: secure.value }),
      method: request.method,
      url: request.url,
      headers: { Accept: 'application/json', ...request.headers },
      data: dataOf(request.body),
      signal: deadline,
      adapter: 'http',
      transport: watchedTransport(request.timeoutMs * ADDRESS_SHARE, () => {
        connected = true;
      }),
      proxy: false,
      maxRedirects: 0,
      maxContentLength: LARGEST_BODY,
      responseType: 'text',
      transformResponse: (text: string) => withoutEcho(text, request.headers),
      validateStatus: () => true,
    });
    return classify(response, request.readsServerErrors ?? false);
  } catch (error) {
    const tls = tlsFaultOf(error);
    // In TLS 1.3 it is asked for when the connection stands; nothing of the request is taken without it (RFC 8446, 4.4.2.4).
    if (!connected || tls === 'client-certificate') return fail({ kind: 'unreachable', ...(tls && { tls }) });
    if (deadline.aborted) return lost('timeout');
    // An answer that began, but was cut short or went over the limit.
    const began = isAxiosError(error) && error.code === AxiosError.ERR_BAD_RESPONSE;
    return lost(began ? 'unreadable' : 'dropped');
  }
}

/** Anything shorter would take words out of every answer. */
const SHORTEST_SECRET = 8;

/**
 * A service that repeats the token it was sent, in an error or anywhere else, would have it shown, printed and stored: only
 * asterisks come in.
 */
function withoutEcho(text: string, headers: HttpRequest['headers']): string {
  if (typeof text !== 'string') return text;
  return Object.values(headers)
    .map((value) => value.split(' ').at(-1) ?? '')
    .filter((secret) => secret.length >= SHORTEST_SECRET)
    .reduce((shown, secret) => shown.replaceAll(secret, '***'), text);
}

function dataOf(body: HttpRequest['body']): unknown {
  if (!body) return undefined;
  if ('json' in body) return body.json;
  if ('form' in body) return new URLSearchParams(body.form);
  const parts = new FormData();
  for (const [name, value] of Object.entries(body.multipart)) parts.append(name, value);
  return parts;
}

/**
 * Node's own transport, telling when the connection stands — with TLS, when the peer has proved who it is.
 * @param addressMs for the first of several addresses of a name; Node's own quarter of a second is too short for a satellite
 */
function watchedTransport(addressMs: number, onConnected: () => void) {
  return {
    request(options: RequestOptions, onAnswer: (answer: IncomingMessage) => void): ClientRequest {
      const secure = options.protocol === 'https:';
      const limits = { autoSelectFamily: true, autoSelectFamilyAttemptTimeout: Math.ceil(addressMs) };
      const request = (secure ? https : http).request(
        { ...options, ...limits, maxHeaderSize: LARGEST_HEAD_BYTES },
        onAnswer,
      );
      request.maxHeadersCount = MOST_HEADERS;
      return request.once('socket', (socket) => socket.once(secure ? 'secureConnect' : 'connect', onConnected));
    },
  };
}

function classify(
  { status, headers, data }: AxiosResponse<string>,
  readsServerErrors: boolean,
): Result<HttpAnswer, HttpFailure> {
  const { 'retry-after': retryAfter, date } = headers;
  if (status === 401) return fail({ kind: 'unauthorized' });
  if (status === 408) return lost('timeout');
  if (status === 429) return fail({ kind: 'throttled', retryAfterMs: retryAfterMs(retryAfter, date) });
  if (status >= 500 && !readsServerErrors) {
    const asked = retryAfter === undefined ? {} : { retryAfterMs: retryAfterMs(retryAfter, date) };
    return fail({ kind: 'lost', cause: 'server-error', ...asked });
  }
  if (status >= 300 && status < 400) return lost('unreadable');
  if (data.trim() === '') return ok({ status, body: null });
  try {
    return ok({ status, body: JSON.parse(data) });
  } catch {
    return status >= 400 ? ok({ status, body: null, page: true }) : lost('unreadable');
  }
}

function lost(cause: Extract<HttpFailure, { kind: 'lost' }>['cause']): Result<never, HttpFailure> {
  return fail({ kind: 'lost', cause });
}
