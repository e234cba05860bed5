import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { readFields } from '../http/answer-form.ts';
import { checkAnswer, epochOf, foundAnswer, pageAnswer, serviceItem, tokenAnswer, transactionItem } from './wire.ts';

describe('a token', () => {
  const TOKEN = { access_token: 'eyJhbGci.x-y_z~+/=', expires_in: 3600, token_type: 'Bearer', scope: 'ECS.WebAPI' };

  test('is read without its scope too, however its type is spelled', () => {
    expect(tokenAnswer.parse(TOKEN)).toMatchObject({ access_token: TOKEN.access_token, expires_in: 3600 });
    expect(tokenAnswer.safeParse({ ...TOKEN, token_type: 'bearer', scope: undefined }).success).toBe(true);
  });

  test('lives for as long as a text says, too', () => {
    expect(tokenAnswer.parse({ ...TOKEN, expires_in: '3600' }).expires_in).toBe(3600);
  });

  test.each([
    { access_token: '' },
    { access_token: 'with\nline' },
    { access_token: 'with blank' },
    { access_token: 'x'.repeat(20_000) },
    { expires_in: -1 },
    { expires_in: 1.5 },
    { token_type: 'mac' },
    { token_type: undefined },
    { expires_in: undefined },
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
  { benefits: [{ benefitCategory: { id: 'x', name: 'x' } }] },
])('%j is no answer to a check', (body) => expect(checkAnswer.safeParse(body).success).toBe(false));

test('numbers in quotes, and categories without a name', () => {
  expect(checkAnswer.parse({ benefits: [{ benefitCategory: { id: '7' } }] })).toEqual({
    benefits: [{ benefitCategory: { id: 7, name: '№ 7' } }],
  });
  expect(foundAnswer.parse({ transactionId: '12', clientId: 1 })).toEqual({ transactionId: 12, clientId: 1 });
});

test.each([
  { transactionId: 1 },
  { transactionId: 'x', clientId: 1 },
  { transactionId: 1, clientId: null },
  { transactionId: 2 ** 60, clientId: 1 },
])('%j cannot be confirmed', (body) => {
  expect(foundAnswer.safeParse(body).success).toBe(false);
});

describe('a page', () => {
  const page = { pageItems: [{}], totalItems: 1, currentPageIndex: 0 };

  test.each([
    [{ totalItems: '1', currentPageIndex: '0' }, { totalItems: 1, currentPageIndex: 0 }, []],
    [{ totalItems: undefined, currentPageIndex: null }, { currentPageIndex: null }, []],
    [{ totalItems: -1, currentPageIndex: 'first' }, {}, ['totalItems', 'currentPageIndex']],
  ])('with %j', (change, said, left) => {
    const odd: string[] = [];
    expect(readFields(pageAnswer, { ...page, ...change }, (fields) => odd.push(...fields))).toMatchObject({
      pageItems: [{}],
      ...said,
    });
    expect(odd).toEqual(left);
  });

  test.each([null, 'ok', [], { pageItems: null }, { pageItems: {} }])('%j is none', (answer) => {
    expect(readFields(pageAnswer, answer, () => undefined)).toBeNull();
  });
});

test('a service without a name is called by its number; one without a number is none', () => {
  expect(serviceItem.parse({ service: { id: '1' } })).toEqual({ service: { id: 1, name: '№ 1' } });
  expect(serviceItem.safeParse({ service: { name: 'x' } }).success).toBe(false);
  expect(serviceItem.safeParse({ id: 1, name: 'x' }).success).toBe(false);
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

  const odd: string[] = [];

  function read(change: object) {
    odd.length = 0;
    return readFields(transactionItem, { ...SAMPLE, ...change }, (fields) => odd.push(...fields));
  }

  test('as the sample has it', () => {
    expect(read({})).toEqual({
      id: 123,
      confirmationDate: '2021-04-21T12:31:30.842619Z',
      service: { id: 1, name: 'Название услуги' },
      organization: 'Название организации',
      area: 'Название района',
      discountedPrice: 10_000,
    });
  });

  test('as the table has it', () => {
    expect(read({ area: { id: 1, name: 'город Якутск' } })?.area).toBe('город Якутск');
  });

  test.each([
    ['2021-04-21T12:31:30', Date.UTC(2021, 3, 21, 12, 31, 30)],
    ['2021-04-21T12:31:30+09:00', Date.UTC(2021, 3, 21, 3, 31, 30)],
    ['2021-04-21T12:31:30.5-03:00', Date.UTC(2021, 3, 21, 15, 31, 30, 500)],
    ['21.04.2021 12:31', Date.UTC(2021, 3, 21, 12, 31)],
    ['21.04.2021 12:31:30', Date.UTC(2021, 3, 21, 12, 31, 30)],
  ])('confirmed at %s', (confirmationDate, at) => {
    expect(epochOf(read({ confirmationDate })?.confirmationDate ?? '', 'utc')).toBe(at);
  });

  test.each([undefined, null])('a price may be %j', (discountedPrice) => {
    expect(read({ discountedPrice })).toMatchObject({ id: 123 });
  });

  test.each([
    [{ discountedPrice: '85,50' }, { discountedPrice: 8_550 }, []],
    [{ discountedPrice: -1 }, { id: 123 }, ['discountedPrice']],
    [{ discountedPrice: 1e300 }, { id: 123 }, ['discountedPrice']],
    [{ area: 5, organization: null }, { organization: null }, ['area']],
    [{ area: { id: 1 } }, { area: null }, []],
    [{ service: { id: '5' } }, { service: { id: 5, name: '№ 5' } }, []],
  ])('what is only shown does not spoil it: %j', (change, said, left) => {
    expect(read(change)).toMatchObject(said);
    expect(odd).toEqual(left);
  });

  test.each([
    { confirmationDate: '2021-02-30T00:00:00Z' },
    { confirmationDate: '30.02.2021 12:00' },
    { confirmationDate: null },
    { id: 'a' },
    { service: null },
  ])('with %j cannot be read', (change) => {
    expect(read(change)).toBeNull();
  });

  test('a time without a zone is the till’s, where the profile says so', () => {
    vi.stubEnv('TZ', 'Asia/Yakutsk');
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    expect(epochOf('2021-04-21T12:31:30', 'till')).toBe(Date.UTC(2021, 3, 21, 3, 31, 30));
    expect(epochOf('2021-04-21T12:31:30Z', 'till')).toBe(Date.UTC(2021, 3, 21, 12, 31, 30));
  });
});
