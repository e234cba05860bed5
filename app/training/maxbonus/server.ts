import type { Clock } from '../../sale/ports.ts';
import { answerControl } from '../control.ts';
import { createRandom, HEX, randomText } from '../random.ts';
import { serveEmulator } from '../server.ts';
import { API_BASE, type Api, answerApi, type Exchange } from './api.ts';
import { type Control, controlRoutes } from './control.ts';
import { Faults } from './faults.ts';
import { ledgerView } from './ledger-view.ts';
import type { Shop } from './model.ts';
import { REGISTRATION_PATH, showRegistrationPage } from './registration-page.ts';
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
  /** Where «Открыть в браузере» of the registration leads. */
  readonly registrationUrl: string;
  /** The outlet's token. */
  readonly token: string;
  readonly control: Control;
  close(): Promise<void>;
};

const MOST_REQUESTS = 500;

/**
 * Starts a loyalty service like MaxBonus on the loopback interface, made after the integrator's manual and the exchange
 * published in 2021: for training, tests and the demo. Rejects when the port is taken.
 */
export async function startMaxBonus(options: MaxBonusOptions = {}): Promise<MaxBonusEmulator> {
  const { shop = TRAINING_SHOP, clock = { now: Date.now } } = options;
  const random = createRandom(options.seed);
  const token = outletToken(shop.name, randomText(random, HEX, 43));
  const faults = new Faults();
  const openBooks = () => new LoyaltyService(shop, () => clock.now(), random);
  let service = openBooks();
  let requests: Exchange[] = [];

  const api: Omit<Api, 'closing'> = {
    token,
    service: () => service,
    faults,
    record: (exchange) => {
      requests = [...requests, exchange].slice(-MOST_REQUESTS);
    },
  };
  const control: Control = {
    faults,
    ledger: () => ledgerView(service, shop),
    sms: () => service.sms.sent,
    goods: () => service.goods.imported,
    groups: () => service.goods.groups,
    requests: () => requests,
    overdraft: (allowed) => {
      service.ledger.overdraft = allowed;
    },
    reset: () => {
      service = openBooks();
      requests = [];
      faults.clear();
    },
  };
  const routes = controlRoutes(control);

  const server = await serveEmulator(options.port, (closing) => ({
    control: (request, response, path) => answerControl(routes, request, response, path),
    api: (request, response, { pathname, searchParams }) => {
      if (pathname === REGISTRATION_PATH) return showRegistrationPage(response, shop.name);
      const place = pathname.startsWith(API_BASE) ? pathname.slice(API_BASE.length) : '';
      return answerApi({ ...api, closing }, request, response, place, searchParams);
    },
  }));
  return {
    url: `${server.url}${API_BASE}`,
    controlUrl: server.controlUrl,
    registrationUrl: `${server.url}${REGISTRATION_PATH}`,
    token,
    control,
    close: server.close,
  };
}

/** Looks like the outlet's token of the manual's Swagger page, which is a JSON Web Token; the signature is none. */
function outletToken(outlet: string, signature: string): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ typ: 'JWT', alg: 'HS256' })}.${part({ outlet })}.${signature}`;
}
