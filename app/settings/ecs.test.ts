import { expect, test } from 'vitest';
import { ecsSchema } from './ecs.ts';

const least = { baseUrl: 'https://ecs.example/', clientId: 'shop', connectionType: 1, terminalId: 7 };

test('a short section gets every default', () => {
  expect(ecsSchema.parse(least)).toEqual({
    baseUrl: 'https://ecs.example',
    clientId: 'shop',
    connectionType: 1,
    terminalId: 7,
    scope: 'ECS.WebAPI OrganizationAPI',
    transactionsScope: 'ECS.WebAPI',
    successCodes: [0, 1],
    dateFields: { from: 'dateFrom', to: 'dateTo' },
    clientCode: '[0-9A-Z]{1,15}',
    socialCardBarcode: true,
    socialCardCheck: 'luhn',
    socialCardLengths: { number: 19, series: 8 },
    refusal: 'off',
    discounts: {},
    alreadyConfirmed: expect.arrayContaining([expect.stringContaining('подтвержд')]),
    timeZone: 'utc',
    pageSize: 100,
    slowMs: 3_000,
    timeoutMs: 10_000,
    paths: {},
  });
});

test.each(['http://127.0.0.1:8091', 'http://localhost', 'http://[::1]:8091/ecs', 'HTTPS://ecs.example:8443/v1'])(
  '%s can be asked',
  (baseUrl) => expect(ecsSchema.safeParse({ ...least, baseUrl }).success).toBe(true),
);

test.each([
  ['an address in the clear', 'baseUrl', { baseUrl: 'http://ecs.example' }],
  ['one that only begins like this machine', 'baseUrl', { baseUrl: 'http://localhost.example' }],
  ['one that names this machine as a user', 'baseUrl', { baseUrl: 'http://localhost:1@ecs.example' }],
  ['another protocol', 'baseUrl', { baseUrl: 'ftp://ecs.example' }],
  ['a fourth connection type', 'connectionType', { connectionType: 4 }],
  ['no terminal', 'terminalId', { terminalId: undefined }],
  ['a shape that is no expression', 'clientCode', { clientCode: '[' }],
  ['more off than there is', 'discounts', { discounts: { 12: 101 } }],
  ['a category by its name', 'discounts', { discounts: { family: 10 } }],
  ['a path without its slash', 'paths', { paths: { check: 'api/Check' } }],
  ['a path of an operation that there is not', 'chek', { paths: { chek: '/api/Check' } }],
  ['a mistyped key', 'terminal', { terminal: 7 }],
])('%s is refused by name', (_, named, change) => {
  const read = ecsSchema.safeParse({ ...least, ...change });
  expect(JSON.stringify(read.error?.issues)).toContain(named);
});
