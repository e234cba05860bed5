import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Clock } from '../../sale/ports.ts';
import { API_BASE, type Api, answerApi, type Exchange } from './api.ts';
import { answerControl, type Control } from './control.ts';
import { Faults } from './faults.ts';
import { ledgerView } from './ledger-view.ts';
import type { Shop } from './model.ts';
import { createRandom, HEX, randomText } from './random.ts';
import { LoyaltyService } from './service.ts';
import { TRAINING_SHOP } from './shop.ts';

type MaxBonusOptions = {
  /** On 127.0.0.1; any free one when left out. */
  readonly port?: number;
  readonly clock?: Pick<Clock, 'now'>;
  readonly shop?: Shop;
  /** The same tokens, ids and PINs in every run. */
  readonly seed?: number;
};

export type MaxBonusEmulator = {
  /** Base URL for a till, up to and with `/api/cashbox`. */
  readonly url: string;
  readonly controlUrl: string;
  /** The outlet's token. */
  readonly token: string;
  readonly control: Control;
  close(): Promise<void>;
};

const CONTROL_BASE = '/control';
const MOST_REQUESTS = 500;

/**
 * Starts a loyalty service like MaxBonus on the loopback interface, made after the integrator's manual and the exchange
 * published in 2021: for training, tests and the demo. Rejects when the port is taken.
 */
export async function startMaxBonus(options: MaxBonusOptions = {}): Promise<MaxBonusEmulator> {
  const { shop = TRAINING_SHOP, clock = { now: Date.now } } = options;
  const random = createRandom(options.seed);
  const token = outletToken(shop.name, randomText(random, HEX, 43));
  const closing = new AbortController();
  const faults = new Faults();
  const openBooks = () => new LoyaltyService(shop, () => clock.now(), random);
  let service = openBooks();
  let requests: Exchange[] = [];

  const api: Api = {
    token,
    service: () => service,
    faults,
    record: (exchange) => {
      requests = [...requests, exchange].slice(-MOST_REQUESTS);
    },
    closing: closing.signal,
  };
  const control: Control = {
    faults,
    ledger: () => ledgerView(service, shop),
    sms: () => service.sms.sent,
    goods: () => service.goods.imported,
    requests: () => requests,
    reset: () => {
      service = openBooks();
      requests = [];
      faults.clear();
    },
  };

  const server = createServer((request, response) => {
    // A till that hangs up or a server that closes ends the exchange; there is nobody to tell.
    route(api, control, request, response).catch(() => response.destroy());
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject).listen(options.port ?? 0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });

  return {
    url: `http://127.0.0.1:${port}${API_BASE}`,
    controlUrl: `http://127.0.0.1:${port}${CONTROL_BASE}`,
    token,
    control,
    close: () =>
      new Promise((resolve) => {
        closing.abort();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function route(api: Api, control: Control, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname: path, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (path.startsWith(`${CONTROL_BASE}/`)) {
    return answerControl(control, request, response, path.slice(CONTROL_BASE.length));
  }
  const place = path.startsWith(API_BASE) ? path.slice(API_BASE.length) : '';
  return answerApi(api, request, response, place, searchParams);
}

/** Looks like the outlet's token of the manual's Swagger page, which is a JSON Web Token; the signature is none. */
function outletToken(outlet: string, signature: string): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ typ: 'JWT', alg: 'HS256' })}.${part({ outlet })}.${signature}`;
}
