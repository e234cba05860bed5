import type { Clock } from '../../sale/ports.ts';
import { answerControl } from '../control.ts';
import { createRandom, HEX, randomText } from '../random.ts';
import { serveEmulator } from '../server.ts';
import { type Api, answerApi, type Exchange } from './api.ts';
import { TRAINING_BANK } from './bank.ts';
import { type Control, controlRoutes } from './control.ts';
import { Faults } from './faults.ts';
import { ledgerView } from './ledger-view.ts';
import type { TrainingBank } from './model.ts';
import { BankService } from './service.ts';
import { Tokens } from './tokens.ts';
import { DEFAULT_VARIANT, type Variant } from './variant.ts';

type EcsOptions = {
  /** On 127.0.0.1; any free one when left out. */
  readonly port?: number;
  readonly clock?: Pick<Clock, 'now'>;
  readonly bank?: TrainingBank;
  readonly variant?: Partial<Variant>;
  /** How long a token lives; an hour as in the sample when left out. */
  readonly tokenLifetimeS?: number;
  /** The same secret and tokens in every run. */
  readonly seed?: number;
};

export type EcsEmulator = {
  /** Base URL for a till. */
  readonly url: string;
  readonly controlUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly terminalId: number;
  readonly control: Control;
  close(): Promise<void>;
};

const MOST_REQUESTS = 500;
const TOKEN_LIFETIME_S = 3600;

/**
 * Starts a service like the ЕЦС on the loopback interface, made after «Описание веб-сервиса» 0.1-alpha: for training, tests
 * and the demo. Rejects when the port is taken.
 */
export async function startEcs(options: EcsOptions = {}): Promise<EcsEmulator> {
  const { bank = TRAINING_BANK, clock = { now: Date.now }, tokenLifetimeS = TOKEN_LIFETIME_S } = options;
  const random = createRandom(options.seed);
  const client = { id: String(bank.organization.id), secret: randomText(random, HEX, 32) };
  const opening: Variant = { ...DEFAULT_VARIANT, ...options.variant };
  const now = () => clock.now();
  const faults = new Faults();
  let service = new BankService(bank, now);
  let tokens = new Tokens(client, tokenLifetimeS, now, random);
  let variant = opening;
  let requests: readonly Exchange[] = [];

  const api: Omit<Api, 'closing'> = {
    tokens: () => tokens,
    service: () => service,
    variant: () => variant,
    faults,
    record: (exchange) => {
      requests = [...requests, withoutSecret(exchange)].slice(-MOST_REQUESTS);
    },
  };
  const control: Control = {
    faults,
    ledger: () => ledgerView(service.transactions.all),
    requests: () => requests,
    variant: () => variant,
    vary: (change) => {
      variant = { ...variant, ...change };
    },
    expireTokens: () => tokens.expireAll(),
    reset: () => {
      service = new BankService(bank, now);
      tokens = new Tokens(client, tokenLifetimeS, now, random);
      variant = opening;
      requests = [];
      faults.clear();
    },
  };
  const routes = controlRoutes(control);

  const server = await serveEmulator(options.port, (closing) => ({
    control: (request, response, path) => answerControl(routes, request, response, path),
    api: (request, response, { pathname }) => answerApi({ ...api, closing }, request, response, pathname),
  }));
  return {
    ...server,
    clientId: client.id,
    clientSecret: client.secret,
    terminalId: bank.terminals[0] ?? 0,
    control,
  };
}

function withoutSecret(exchange: Exchange): Exchange {
  if (exchange.operation !== 'token' || typeof exchange.body !== 'object') return exchange;
  return { ...exchange, body: { ...exchange.body, client_secret: '***' } };
}
