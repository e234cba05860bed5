import { existsSync } from 'node:fs';
import { type RequestOptions, request } from 'node:http';
import { userInfo } from 'node:os';
import { fail, ok, type Result } from '../../app/domain/result.ts';
import { decodeAnswer, encodeRequest, type IppAnswer, type IppRequest } from './ipp.ts';

/** `unreachable`: nobody took the request. `lost`: it may have been done. `refused`: the service said no; `status` is its own. */
export type IppFailure =
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'lost' }
  | { readonly kind: 'refused'; readonly status: number };

/** Sends a request to the resource at `path` of a service: "/printers/slips". */
export type IppClient = (path: string, request: IppRequest) => Promise<Result<IppAnswer, IppFailure>>;

const PORT = 631;
/** Where Debian and its kin have the service of this machine. */
const LOCAL_SOCKET = '/run/cups/cups.sock';
/** For a request and its answer; a service that prints answers before it does, ms. */
const ANSWER_MS = 5_000;
/** Below it the operation was done (RFC 8011, appendix B). */
const FIRST_ERROR = 0x100;

/** Talks to a printing service: host and port, or the path of a socket; without an address to that of this machine. */
export function ippClient(
  server = existsSync(LOCAL_SOCKET) ? LOCAL_SOCKET : 'localhost',
  answerMs = ANSWER_MS,
): IppClient {
  const options = { ...addressOf(server), method: 'POST', timeout: answerMs, agent: false };
  let lastId = 0;
  return (path, asked) => {
    lastId += 1;
    return post({ ...options, path }, encodeRequest(asked, lastId), answerMs);
  };
}

function addressOf(server: string): RequestOptions {
  const headers = { 'Content-Type': 'application/ipp' };
  if (server.startsWith('/')) {
    // CUPS sees by the socket who is at its other end; this says as whom we want to be taken.
    return { socketPath: server, headers: { ...headers, Authorization: `PeerCred ${userInfo().username}` } };
  }
  const [, host = server, port] = /^(.*):(\d+)$/.exec(server) ?? [];
  return { host, port: port === undefined ? PORT : Number(port), headers };
}

function post(options: RequestOptions, body: Buffer, answerMs: number): Promise<Result<IppAnswer, IppFailure>> {
  return new Promise((resolve) => {
    let sent = false;
    const call = request({ ...options, headers: { ...options.headers, 'Content-Length': body.length } });
    const deadline = setTimeout(() => call.destroy(), answerMs);
    call.once('socket', (socket) => {
      socket.once('connect', () => {
        sent = true;
      });
    });
    call.once('error', () => resolve(fail({ kind: sent ? 'lost' : 'unreachable' })));
    call.once('close', () => {
      clearTimeout(deadline);
      resolve(fail({ kind: sent ? 'lost' : 'unreachable' }));
    });
    call.once('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', () => {});
      response.once('end', () => {
        if (response.statusCode !== 200) return resolve(fail({ kind: 'refused', status: response.statusCode ?? 0 }));
        const answer = decodeAnswer(Buffer.concat(chunks));
        // Whatever the service wanted to say, it has done something.
        if (!answer) return resolve(fail({ kind: 'lost' }));
        resolve(answer.status < FIRST_ERROR ? ok(answer) : fail({ kind: 'refused', status: answer.status }));
      });
    });
    call.end(body);
  });
}
