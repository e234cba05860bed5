import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { TRAINING_BANK, TRAINING_HOLDERS } from './bank.ts';
import { type Participant, participant } from './fixture.ts';
import { type EcsEmulator, startEcs } from './server.ts';
import { DAY_MS } from './yakutsk.ts';

/** The emulator as another participant's system sees it, and what a trainer controls. */

const HOUR_MS = 3_600_000;
const START = Date.UTC(2026, 2, 15, 3);

let now: number;
let service: EcsEmulator;
let askToken: Participant['askToken'];
let token: Participant['token'];
let post: Participant['post'];
let control: Participant['control'];

beforeEach(async () => {
  now = START;
  service = await startEcs({ seed: 1, clock: { now: () => now } });
  ({ askToken, token, post, control } = participant(service));
});

afterEach(() => service.close());

const CHECK = { serviceId: 101, organizationTerminalId: 77001, clientCode: 'KJA7T4M2P01' };
const SOCIAL = TRAINING_HOLDERS.family.socialCard;
const SOCIAL_FIELDS = { cardNumber: SOCIAL.number, cardSeries: SOCIAL.series };

async function transactionOf(check: object = CHECK): Promise<number | undefined> {
  const { answer } = await post('/api/CheckClientBenefits', check);
  return 'transactionId' in answer ? answer.transactionId : undefined;
}

describe('a token', () => {
  test('as in the sample', async () => {
    expect(await askToken()).toEqual({
      status: 200,
      answer: {
        access_token: expect.stringMatching(/^eyJ/),
        expires_in: 3600,
        token_type: 'Bearer',
        scope: 'ECS.WebAPI OrganizationAPI',
      },
    });
    expect(await askToken({ scope: 'ECS.WebAPI' })).toMatchObject({ answer: { scope: 'ECS.WebAPI' } });
  });

  test.each([
    ['invalid_client', { client_id: 'other' }],
    ['invalid_client', { client_secret: 'other' }],
    ['unsupported_grant_type', { grant_type: 'password' }],
    ['invalid_scope', { scope: 'OrganizationAPI' }],
    ['invalid_scope', { scope: 'ECS.WebAPI Everything' }],
    ['invalid_scope', { scope: '' }],
  ])('%s: %j', async (error, change) => {
    expect(await askToken(change)).toEqual({ status: 400, answer: { error } });
  });

  test('needs a form', async () => {
    expect(await post('/connect/token', { client_id: '1' })).toEqual({
      status: 400,
      answer: { error: 'invalid_request' },
    });
  });

  test('is good for an hour', async () => {
    const authorization = `Bearer ${await token()}`;
    now += HOUR_MS - 1;
    expect(await post('/api/GetOrganizationServices', {}, authorization)).toMatchObject({ status: 200 });
    now += 1;
    expect(await post('/api/GetOrganizationServices', {}, authorization)).toEqual({ status: 401, answer: {} });
  });

  test.each(['', 'Bearer', 'Bearer other', 'Basic x'])('authorization %j is none', async (authorization) => {
    expect(await post('/api/CheckClientBenefits', CHECK, authorization)).toEqual({ status: 401, answer: {} });
  });

  test('opens the web service of its scope', async () => {
    const authorization = `Bearer ${await token('ECS.WebAPI')}`;
    const { clientCode } = CHECK;
    const interval = { dateFrom: '2026-03-01', dateTo: '2026-03-31' };
    expect(await post('/api/CheckClientBenefits', CHECK, authorization)).toMatchObject({ status: 403 });
    expect(await post('/api/GetTransactions', { clientCode, ...interval }, authorization)).toMatchObject({
      status: 200,
    });
  });
});

describe('services', () => {
  test('ten at once, unless asked for otherwise', async () => {
    const names = TRAINING_BANK.services.map(({ id, name }) => ({ service: { id, name } }));
    expect(await post('/api/GetOrganizationServices', {})).toEqual({
      status: 200,
      answer: { pageItems: names.slice(0, 10), totalItems: 12, currentPageIndex: 0 },
    });
    expect(await post('/api/GetOrganizationServices', { pageIndex: 2, pageSize: 5 })).toMatchObject({
      answer: { pageItems: names.slice(10), totalItems: 12, currentPageIndex: 2 },
    });
    expect(await post('/api/GetOrganizationServices', { pageIndex: 7 })).toMatchObject({
      answer: { pageItems: [], totalItems: 12, currentPageIndex: 7 },
    });
  });

  test.each([{ pageIndex: -1 }, { pageSize: 0 }, { pageIndex: 'first' }, '{', 'null', '[]'])(
    '%j is no page',
    async (body) => {
      expect(await post('/api/GetOrganizationServices', body)).toMatchObject({
        status: 400,
        answer: { message: 'Неверные параметры запроса', errors: [expect.any(String)] },
      });
    },
  );
});

describe('a check', () => {
  test('as in the sample', async () => {
    expect(await post('/api/CheckClientBenefits', CHECK)).toEqual({
      status: 200,
      answer: {
        resultCode: 1,
        transactionId: 700_005,
        clientId: 5001,
        benefits: [{ benefitCategory: { id: 12, name: 'Многодетная семья' } }],
      },
    });
  });

  const { clientCode: _, ...nobody } = CHECK;

  test.each([
    ['no holder', nobody],
    ['two cards', { ...CHECK, ...SOCIAL_FIELDS }],
    ['half a card', { ...nobody, cardNumber: SOCIAL.number }],
    ['the other half', { ...nobody, cardSeries: SOCIAL.series }],
    ['a code that is too long', { ...CHECK, clientCode: 'KJA7T4M2P0100000' }],
    ['a number that is too short', { ...nobody, ...SOCIAL_FIELDS, cardNumber: '1' }],
    ['no service', { ...CHECK, serviceId: undefined }],
    ['a service by name', { ...CHECK, serviceId: 'bread' }],
    ['no terminal', { ...CHECK, organizationTerminalId: undefined }],
  ])('with %s is refused', async (_, body) => {
    expect(await post('/api/CheckClientBenefits', body)).toMatchObject({ status: 400 });
  });

  test.each([
    [404, 1, { ...CHECK, clientCode: 'KJC5W8N1D01' }],
    [404, 2, { ...CHECK, clientCode: 'NOBODY' }],
    [404, 5, { ...CHECK, clientCode: 'KJD2H6V9K01' }],
    [404, 7, { ...CHECK, organizationTerminalId: 1 }],
    [404, 8, { ...CHECK, serviceId: 1 }],
  ])('HTTP %i with code %i, or the same under 200', async (status, errorCode, body) => {
    const message = expect.stringMatching(/[а-я]/);
    expect(await post('/api/CheckClientBenefits', body)).toEqual({ status, answer: { message, errorCode } });
    service.control.vary({ codes: 'result' });
    expect(await post('/api/CheckClientBenefits', body)).toEqual({
      status: 200,
      answer: { resultCode: errorCode, resultMessage: message, transactionId: 0, clientId: 0, benefits: [] },
    });
  });

  const bySnils = { ...nobody, clientSnils: TRAINING_HOLDERS.family.snils };

  test.each([
    [1, CHECK, 200],
    [1, { ...nobody, ...SOCIAL_FIELDS }, 200],
    [1, bySnils, 403],
    [1, { ...CHECK, price: 1 }, 403],
    [2, bySnils, 200],
    [2, CHECK, 403],
    [2, { ...bySnils, price: 1 }, 403],
    [3, CHECK, 200],
    [3, { ...CHECK, price: 1 }, 200],
    [3, { ...CHECK, price: -1 }, 400],
    [3, bySnils, 403],
  ] as const)('connection type %i: %j is answered with %i', async (connectionType, body, status) => {
    service.control.vary({ connectionType });
    expect(await post('/api/CheckClientBenefits', body)).toMatchObject({ status });
  });
});

describe('a confirmation', () => {
  const FACT = { clientId: 5001, benefitCategoryId: 12 };

  test('has no body, and may come again', async () => {
    const fact = { ...FACT, transactionId: await transactionOf(), price: 100, discountedPrice: 85.5 };
    expect(await post('/api/ConfirmTransaction', fact)).toEqual({ status: 200, answer: {} });
    now += 1;
    expect(await post('/api/ConfirmTransaction', { ...fact, price: 1 })).toEqual({ status: 200, answer: {} });
    expect(service.control.ledger().transactions.at(-1)).toMatchObject({
      state: 'confirmed',
      confirmedAt: START,
      confirmations: 2,
      price: 100_00,
      discountedPrice: 85_50,
    });
  });

  test('that comes again is refused where the bank wants none', async () => {
    service.control.vary({ repeatedConfirmation: 'refused' });
    const fact = { ...FACT, transactionId: await transactionOf() };
    expect(await post('/api/ConfirmTransaction', fact)).toMatchObject({ status: 200 });
    expect(await post('/api/ConfirmTransaction', fact)).toMatchObject({ status: 409 });
  });

  test('of a cancelled transaction is refused, and a confirmed one cannot be cancelled', async () => {
    const [first, second] = [await transactionOf(), await transactionOf()];
    expect(await post('/api/CancelTransaction', { transactionId: first })).toEqual({ status: 200, answer: {} });
    expect(await post('/api/ConfirmTransaction', { ...FACT, transactionId: first })).toMatchObject({ status: 409 });
    expect(await post('/api/ConfirmTransaction', { ...FACT, transactionId: second })).toMatchObject({ status: 200 });
    expect(await post('/api/CancelTransaction', { transactionId: second })).toMatchObject({ status: 409 });
  });

  test('belongs to connection types 1 and 2', async () => {
    service.control.vary({ connectionType: 3 });
    const fact = { ...FACT, transactionId: await transactionOf() };
    expect(await post('/api/ConfirmTransaction', fact)).toMatchObject({ status: 403 });
  });
});

describe('transactions', () => {
  const { clientCode } = CHECK;
  const interval = { dateFrom: '2026-03-01', dateTo: '2026-03-15' };

  test('as in the sample, newest first', async () => {
    expect(await post('/api/GetTransactions', { clientCode, ...interval, pageSize: 1 })).toEqual({
      status: 200,
      answer: {
        pageItems: [
          {
            id: 700_001,
            confirmationDate: new Date(START - 3 * DAY_MS).toISOString(),
            service: { id: 640, name: 'Входной билет' },
            organization: { id: 902, shortName: 'Художественный музей' },
            area: { id: 1, name: 'город Якутск' },
            discountedPrice: 150,
          },
        ],
        totalItems: 2,
        currentPageIndex: 0,
      },
    });
  });

  test('with the names of the sample', async () => {
    service.control.vary({ areaField: 'shortName' });
    const named = { creationDateFrom: '2026-03-12', creationDateTo: '2026-03-12' };
    expect(await post('/api/GetTransactions', { ...SOCIAL_FIELDS, ...named })).toMatchObject({
      answer: { pageItems: [{ area: { id: 1, shortName: 'город Якутск' } }], totalItems: 1 },
    });
  });

  test.each([
    [interval],
    [{ clientCode }],
    [{ clientCode, dateFrom: '2026-03-15', dateTo: '2026-03-01' }],
    [{ clientCode, dateFrom: '01.03.2026', dateTo: '2026-03-15' }],
    [{ cardNumber: SOCIAL.number, ...interval }],
  ])('%j cannot be asked', async (body) => {
    expect(await post('/api/GetTransactions', body)).toMatchObject({ status: 400 });
  });

  test('nobody has such a card', async () => {
    const message = expect.stringMatching('не найден');
    expect(await post('/api/GetTransactions', { clientCode: 'NOBODY', ...interval })).toEqual({
      status: 404,
      answer: { message, errorCode: 2 },
    });
  });
});

/** What holders got before the bank opened. */
const ELSEWHERE = TRAINING_BANK.visits.map(({ clientId }) => ({ clientId, state: 'confirmed' }));

test.each([
  ['GET', '/api/GetOrganizationServices'],
  ['POST', '/api/Other'],
  ['POST', '/'],
])('%s %s is no operation', async (method, path) => {
  expect((await fetch(service.url + path, { method })).status).toBe(404);
});

describe('control over HTTP', () => {
  test('faults are set, seen and cleared', async () => {
    const set = await control('POST', '/faults', { kind: 'status', status: 503, operation: 'check', times: null });
    expect(set).toMatchObject({ status: 200, answer: [{ kind: 'status', status: 503, commit: false }] });
    expect(await post('/api/CheckClientBenefits', CHECK)).toMatchObject({ status: 503 });
    expect(await control('GET', '/faults')).toMatchObject({ answer: [{ operation: 'check', times: null }] });
    await control('DELETE', '/faults');
    expect(await post('/api/CheckClientBenefits', CHECK)).toMatchObject({ status: 200 });
  });

  test('latency comes with any other fault; of those a request takes one', async () => {
    service.control.faults.add({ kind: 'latency', ms: 1, operation: 'check' });
    service.control.faults.add({ kind: 'code', code: 6, operation: 'check' });
    service.control.faults.add({ kind: 'code', code: 8, operation: 'check' });
    const code = async () => (await post('/api/CheckClientBenefits', CHECK)).answer;
    expect([await code(), await code()]).toMatchObject([{ errorCode: 6 }, { errorCode: 8 }]);
    expect(service.control.faults.waiting).toEqual([]);
  });

  test.each([{ kind: 'fire' }, { kind: 'status', status: 404 }, { kind: 'code', code: 3 }, { kind: 'html', times: 0 }])(
    '%j is no fault',
    async (fault) => {
      expect(await control('POST', '/faults', fault)).toMatchObject({ status: 400 });
    },
  );

  test('what the documents leave open is decided otherwise, until the reset', async () => {
    const changed = await control('POST', '/variant', { connectionType: 3, codes: 'result' });
    expect(changed).toMatchObject({ status: 200, answer: { connectionType: 3, codes: 'result', successCode: 1 } });
    for (const wrong of [{ connectionType: 4 }, { conectionType: 1 }, []]) {
      expect(await control('POST', '/variant', wrong)).toMatchObject({ status: 400 });
    }
    await control('POST', '/reset');
    expect(await control('GET', '/variant')).toMatchObject({ answer: { connectionType: 1, codes: 'http' } });
  });

  test('tokens end when a trainer says so', async () => {
    const authorization = `Bearer ${await token()}`;
    await control('POST', '/expire-tokens');
    expect(await post('/api/CheckClientBenefits', CHECK, authorization)).toMatchObject({ status: 401 });
  });

  test('books and requests can be read, without the secret; a reset forgets them', async () => {
    const authorization = `Bearer ${await token()}`;
    await post('/api/CheckClientBenefits', CHECK, authorization);
    const checked = {
      id: 700_005,
      clientId: 5001,
      serviceId: 101,
      organization: 'Магазин «Центральный»',
      categories: [12],
      state: 'checked',
      checkedAt: START,
      confirmedAt: null,
      confirmations: 0,
      price: null,
      discountedPrice: null,
    };
    expect(await control('GET', '/ledger')).toMatchObject({ answer: { transactions: [...ELSEWHERE, checked] } });
    const requests = await control('GET', '/requests');
    expect(requests.answer).toMatchObject([
      { operation: 'token', body: { client_id: '314', client_secret: '***' } },
      { operation: 'check', body: CHECK, answer: { status: 200 } },
    ]);

    await control('POST', '/reset');
    expect(await control('GET', '/ledger')).toMatchObject({ answer: { transactions: ELSEWHERE } });
    expect((await control('GET', '/requests')).answer).toEqual([]);
    expect(await post('/api/CheckClientBenefits', CHECK, authorization)).toMatchObject({ status: 401 });
  });

  test('anything else is not found', async () => {
    expect(await control('GET', '/other')).toMatchObject({ status: 404 });
  });
});

test('the same seed makes the same secret and tokens; without one they differ', async () => {
  const [twin, other] = await Promise.all([startEcs({ seed: 1 }), startEcs()]);
  expect(twin.clientSecret).toBe(service.clientSecret);
  expect(await participant(twin).token()).toBe(await token());
  expect(other.clientSecret).not.toBe(service.clientSecret);
  await Promise.all([twin.close(), other.close()]);
});

test('closing does not wait for a held answer', async () => {
  const authorization = `Bearer ${await token()}`;
  service.control.faults.add({ kind: 'latency', ms: 60_000 });
  const held = post('/api/CheckClientBenefits', CHECK, authorization);
  await expect.poll(() => service.control.requests().length).toBe(2);
  await service.close();
  await expect(held).rejects.toThrow('fetch failed');
});

test('a port that is taken is an error', async () => {
  await expect(startEcs({ port: Number(new URL(service.url).port) })).rejects.toThrow('EADDRINUSE');
});
