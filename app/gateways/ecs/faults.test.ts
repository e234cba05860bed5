import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Result } from '../../domain/result.ts';
import type { BenefitConfirmation, BenefitFailure, BenefitGateway } from '../../sale/benefits/ports.ts';
import { ECS_OPERATIONS } from '../../settings/ecs.ts';
import { TRAINING_CLIENT_CODES } from '../../training/ecs/bank.ts';
import type { FaultInput } from '../../training/ecs/faults.ts';
import { type EcsEmulator, startEcs } from '../../training/ecs/server.ts';
import { createEcs } from './client.ts';
import { cardOf, checkOf, confirmationOf, failed, good, settingsFor } from './fixture.ts';
import { type ApiOperation, WRITES } from './operations.ts';

/** Every operation meets every fault over real HTTP, and the desk learns exactly what may be known. */

const API = ECS_OPERATIONS.filter((operation) => operation !== 'token');

const FAULTS: readonly (readonly [fault: FaultInput, failure: BenefitFailure])[] = [
  [{ kind: 'drop-before' }, { kind: 'lost', cause: 'dropped' }],
  [{ kind: 'drop-after-commit' }, { kind: 'lost', cause: 'dropped' }],
  [
    { kind: 'status', status: 500 },
    { kind: 'lost', cause: 'server-error' },
  ],
  [
    { kind: 'status', status: 503, commit: true },
    { kind: 'lost', cause: 'server-error' },
  ],
  [{ kind: 'truncated' }, { kind: 'lost', cause: 'unreadable' }],
  [{ kind: 'html' }, { kind: 'lost', cause: 'unreadable' }],
  [{ kind: 'huge' }, { kind: 'lost', cause: 'unreadable' }],
  [{ kind: 'unauthorized', times: 2 }, { kind: 'token-rejected' }],
  [
    { kind: 'throttled', retryAfter: '7' },
    { kind: 'throttled', retryAfterMs: 7_000 },
  ],
  [
    { kind: 'refused', status: 400, message: 'Карта 9643901400000000018\u0007 в стоп-листе', errorCode: 100 },
    { kind: 'refused', reason: 'other', message: '№ 100: Карта ***0018  в стоп-листе' },
  ],
  [
    { kind: 'refused', status: 403, message: 'Адрес не разрешён' },
    { kind: 'refused', reason: 'forbidden', message: 'Адрес не разрешён' },
  ],
  [
    { kind: 'code', code: 7 },
    { kind: 'refused', reason: 'participant-unknown', message: '№ 7: ID участника отсутствует в системе' },
  ],
];

let service: EcsEmulator;
let fact: BenefitConfirmation;

beforeAll(async () => {
  service = await startEcs();
});

afterAll(() => service.close());

function gateway(section: Parameters<typeof settingsFor>[1] = {}): BenefitGateway {
  return createEcs(settingsFor(service, { refusal: 'cancel-transaction', ...section }));
}

/** A check that waits for its confirmation. */
beforeEach(async () => {
  service.control.reset();
  fact = confirmationOf(good(await gateway().check(checkOf(TRAINING_CLIENT_CODES.family))));
});

/** A call that succeeds but for the fault. */
function call(operation: ApiOperation, by: BenefitGateway): Promise<Result<unknown, BenefitFailure>> {
  switch (operation) {
    case 'services':
      return by.services();
    case 'check':
      return by.check(checkOf(TRAINING_CLIENT_CODES.family));
    case 'confirm':
      return by.confirm(fact);
    case 'refuse':
      return by.refuse(fact.transactionId);
    case 'transactions': {
      const card = cardOf(TRAINING_CLIENT_CODES.family);
      return by.transactions({ card, from: '2021-01-01', to: '2099-12-31', page: 0, pageSize: 10 });
    }
  }
}

function requestsOf(operation: string) {
  return service.control.requests().filter((request) => request.operation === operation);
}

describe.each(API)('%s', (operation) => {
  test('is answered when nothing goes wrong', async () => {
    expect(await call(operation, gateway())).toMatchObject({ ok: true });
  });

  test.each([...FAULTS])('%o', async (fault, failure) => {
    service.control.faults.add({ ...fault, operation });
    expect(await call(operation, gateway())).toEqual(failed(failure));
    expect(service.control.faults.waiting).toEqual([]);
  });

  test('an expired token is renewed, once and unseen', async () => {
    const by = gateway();
    good(await call('services', by));
    good(await call('transactions', by));
    service.control.expireTokens();
    const before = [requestsOf(operation).length, requestsOf('token').length] as const;
    expect(await call(operation, by)).toMatchObject({ ok: true });
    expect(requestsOf(operation)).toHaveLength(before[0] + 2);
    expect(requestsOf('token')).toHaveLength(before[1] + 1);
  });

  test('no answer in time', async () => {
    const hasty = gateway({ timeoutMs: 500 });
    good(await call('services', hasty));
    good(await call('transactions', hasty));
    service.control.faults.add({ kind: 'latency', ms: 60_000, operation });
    expect(await call(operation, hasty)).toEqual(failed({ kind: 'lost', cause: 'timeout' }));
  });

  test('no link to the processing centre', async () => {
    for (const codes of ['http', 'result'] as const) {
      service.control.vary({ codes });
      service.control.faults.add({ kind: 'code', code: 6, operation });
      const message = 'Отсутствует связь с процессинговым центром';
      expect(await call(operation, gateway())).toEqual(
        failed(
          WRITES.has(operation)
            ? { kind: 'lost', cause: 'server-error' }
            : { kind: 'refused', reason: 'processing-unreachable', message: `№ 6: ${message}` },
        ),
      );
    }
  });

  test('nobody at the address', async () => {
    const nowhere = await startEcs();
    await nowhere.close();
    expect(await call(operation, gateway({ baseUrl: nowhere.url }))).toEqual(failed({ kind: 'unreachable' }));
  });

  test('a secret of another organisation', async () => {
    expect(await call(operation, gateway({ clientSecret: 'other' }))).toEqual(failed({ kind: 'token-rejected' }));
  });

  test('no secret: nothing is sent', async () => {
    const { clientSecret: _, ...settings } = settingsFor(service, { refusal: 'cancel-transaction' });
    const before = service.control.requests().length;
    expect(await call(operation, createEcs(settings))).toEqual(failed({ kind: 'token-missing' }));
    expect(service.control.requests()).toHaveLength(before);
  });

  test.each<FaultInput>([
    { kind: 'drop-before' },
    { kind: 'drop-after-commit' },
    { kind: 'status', status: 503 },
    { kind: 'truncated' },
    { kind: 'html' },
    { kind: 'wrong-types' },
    { kind: 'huge' },
  ])('no token for want of an answer, %o: surely not sent', async (fault) => {
    const before = requestsOf(operation).length;
    service.control.faults.add({ ...fault, operation: 'token' });
    expect(await call(operation, gateway())).toEqual(failed({ kind: 'unreachable' }));
    expect(requestsOf(operation)).toHaveLength(before);
  });
});

test.each(API.filter((operation) => operation !== 'transactions'))(
  '%s wants a token for the organisation',
  async (operation) => {
    expect(await call(operation, gateway({ scope: 'ECS.WebAPI' }))).toEqual(
      failed({ kind: 'refused', reason: 'forbidden', message: 'Нужен scope OrganizationAPI' }),
    );
  },
);

describe('an answer of wrong types', () => {
  test.each(['services', 'check', 'transactions'] as const)('%s cannot read it', async (operation) => {
    service.control.faults.add({ kind: 'wrong-types', operation });
    expect(await call(operation, gateway())).toEqual(failed({ kind: 'lost', cause: 'unreadable' }));
  });

  test.each(['confirm', 'refuse'] as const)('%s need not read it', async (operation) => {
    service.control.faults.add({ kind: 'wrong-types', operation });
    expect(await call(operation, gateway())).toMatchObject({ ok: true });
  });
});

describe('a confirmation whose outcome is open', () => {
  const confirmed = () => service.control.ledger().transactions.find(({ id }) => id === fact.transactionId);

  test.each<[FaultInput, boolean]>([
    [{ kind: 'drop-before' }, false],
    [{ kind: 'status', status: 500 }, false],
    [{ kind: 'code', code: 6 }, false],
    [{ kind: 'drop-after-commit' }, true],
    [{ kind: 'status', status: 500, commit: true }, true],
    [{ kind: 'truncated' }, true],
    [{ kind: 'html' }, true],
  ])('%o: arrived %s, and counts once when it is sent again', async (fault, arrived) => {
    service.control.faults.add({ ...fault, operation: 'confirm' });
    expect(await gateway().confirm(fact)).toMatchObject({ error: { kind: 'lost' } });
    expect(confirmed()?.state).toBe(arrived ? 'confirmed' : 'checked');
    const first = confirmed()?.confirmedAt;

    expect(await gateway().confirm(fact)).toEqual({ ok: true, value: undefined });
    expect(confirmed()).toMatchObject({ state: 'confirmed', confirmations: arrived ? 2 : 1 });
    if (arrived) expect(confirmed()?.confirmedAt).toBe(first);
  });

  test('a service that takes none twice says that it has it', async () => {
    service.control.vary({ repeatedConfirmation: 'refused' });
    service.control.faults.add({ kind: 'drop-after-commit', operation: 'confirm' });
    expect(await gateway().confirm(fact)).toMatchObject({ error: { kind: 'lost' } });
    expect(await gateway().confirm(fact)).toMatchObject({ error: { kind: 'refused', reason: 'already-confirmed' } });
    expect(confirmed()).toMatchObject({ state: 'confirmed' });
  });

  test('survives the till: nothing but the fact itself is needed to send it', async () => {
    service.control.faults.add({ kind: 'drop-before', operation: 'confirm' });
    expect(await gateway().confirm(fact)).toMatchObject({ ok: false });
    const stored: BenefitConfirmation = JSON.parse(JSON.stringify(fact));
    expect(await gateway().confirm(stored)).toMatchObject({ ok: true });
    expect(confirmed()).toMatchObject({ state: 'confirmed', confirmations: 1, price: fact.price });
  });
});
