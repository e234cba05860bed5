import { describe, expect, test } from 'vitest';
import { checkAnswer, foundAnswer, servicesAnswer, tokenAnswer, transactionsAnswer } from './wire.ts';

describe('a token', () => {
  const TOKEN = { access_token: 'eyJhbGci.x-y_z~+/=', expires_in: 3600, token_type: 'Bearer', scope: 'ECS.WebAPI' };

  test('is read without its scope too, however its type is spelled', () => {
    expect(tokenAnswer.parse(TOKEN)).toMatchObject({ access_token: TOKEN.access_token, expires_in: 3600 });
    expect(tokenAnswer.safeParse({ ...TOKEN, token_type: 'bearer', scope: undefined }).success).toBe(true);
  });

  test.each([
    { access_token: '' },
    { access_token: 'with\nline' },
    { access_token: 'with blank' },
    { access_token: 'x'.repeat(20_000) },
    { expires_in: -1 },
    { expires_in: '3600' },
    { expires_in: 1.5 },
    { token_type: 'mac' },
    { token_type: undefined },
  ])('%j is none', (change) => {
    expect(tokenAnswer.safeParse({ ...TOKEN, ...change }).success).toBe(false);
  });
});

test.each([undefined, null, []])('benefits %j are none', (benefits) => {
  expect(checkAnswer.parse({ resultCode: 1, benefits })).toEqual({ benefits: [] });
});

test.each([
  null,
  'ok',
  [],
  { benefits: {} },
  { benefits: [{}] },
  { benefits: [{ benefitCategory: { id: '1', name: 'x' } }] },
])('%j is no answer to a check', (body) => expect(checkAnswer.safeParse(body).success).toBe(false));

test.each([
  { transactionId: 1 },
  { transactionId: '1', clientId: 1 },
  { transactionId: 1, clientId: null },
  { transactionId: 2 ** 60, clientId: 1 },
])('%j cannot be confirmed', (body) => {
  expect(foundAnswer.safeParse(body).success).toBe(false);
});

test.each([
  { pageItems: [{ service: { id: 1 } }] },
  { pageItems: [{ id: 1, name: 'x' }] },
  { pageItems: null },
  { totalItems: -1 },
  { totalItems: undefined },
  { currentPageIndex: 'first' },
])('%j is no page of services', (change) => {
  const page = { pageItems: [{ service: { id: 1, name: 'x' } }], totalItems: 1, currentPageIndex: 0 };
  expect(servicesAnswer.safeParse(page).success).toBe(true);
  expect(servicesAnswer.safeParse({ ...page, ...change }).success).toBe(false);
});

describe('a transaction', () => {
  const SAMPLE = {
    id: 123,
    confirmationDate: '2021-04-21T12:31:30.842619Z',
    service: { id: 1, name: 'Название услуги' },
    organization: { id: 1, shortName: 'Название организации' },
    area: { id: 1, shortName: 'Название района' },
    discountedPrice: 100.0,
  };

  function read(change: object) {
    const page = { pageItems: [{ ...SAMPLE, ...change }], totalItems: 1, currentPageIndex: 0 };
    return transactionsAnswer.safeParse(page).data?.pageItems[0];
  }

  test('as the sample has it', () => {
    expect(read({})).toEqual({
      id: 123,
      confirmationDate: Date.UTC(2021, 3, 21, 12, 31, 30, 842),
      service: { id: 1, name: 'Название услуги' },
      organization: { id: 1, name: 'Название организации' },
      area: { id: 1, name: 'Название района' },
      discountedPrice: 10_000,
    });
  });

  test('as the table has it', () => {
    expect(read({ area: { id: 1, name: 'город Якутск' } })?.area).toEqual({ id: 1, name: 'город Якутск' });
  });

  test.each([
    ['2021-04-21T12:31:30', Date.UTC(2021, 3, 21, 12, 31, 30)],
    ['2021-04-21T12:31:30+09:00', Date.UTC(2021, 3, 21, 3, 31, 30)],
    ['2021-04-21T12:31:30.5-03:00', Date.UTC(2021, 3, 21, 15, 31, 30, 500)],
  ])('confirmed at %s', (confirmationDate, at) => {
    expect(read({ confirmationDate })?.confirmationDate).toBe(at);
  });

  test.each([undefined, null])('a price may be %j', (discountedPrice) => {
    expect(read({ discountedPrice })).toMatchObject({ id: 123 });
  });

  test.each([
    { confirmationDate: '21.04.2021 12:31' },
    { confirmationDate: '2021-02-30T00:00:00Z' },
    { confirmationDate: null },
    { discountedPrice: -1 },
    { discountedPrice: '100' },
    { discountedPrice: 1e300 },
    { area: { id: 1 } },
    { organization: null },
    { id: 'a' },
  ])('with %j cannot be read', (change) => {
    expect(read(change)).toBeUndefined();
  });
});
