import { expect, test } from 'vitest';
import type { BenefitRefusal } from '../../sale/benefits/ports.ts';
import { ECS_OPERATIONS } from '../../settings/ecs.ts';
import type { Remark } from '../http/remark.ts';
import { failed, settingsOf } from './fixture.ts';
import type { ApiOperation } from './operations.ts';
import { accepted } from './refusal.ts';

const API = ECS_OPERATIONS.filter((operation) => operation !== 'token');

const remarks: Remark[] = [];

function answered(status: number, body: unknown, operation: ApiOperation = 'check', successCodes = [0, 1]) {
  const settings = settingsOf({ baseUrl: 'https://bank.example', successCodes });
  return accepted(operation, { status, body }, settings, (remark) => remarks.push(remark));
}

const refused = (reason: BenefitRefusal, message: string) => failed({ kind: 'refused', reason, message });
const open = failed({ kind: 'lost', cause: 'server-error' });

const APPENDIX_7: readonly (readonly [number, BenefitRefusal])[] = [
  [1, 'no-benefit'],
  [2, 'holder-not-found'],
  [5, 'card-inactive'],
  [6, 'processing-unreachable'],
  [7, 'participant-unknown'],
  [8, 'service-unknown'],
];

test.each(APPENDIX_7)('code %i is %s, however it comes', (errorCode, reason) => {
  const expected = refused(reason, `№ ${errorCode}: Нельзя`);
  for (const status of [200, 400, 404, 500, 503]) {
    expect(answered(status, { message: 'Нельзя', errorCode })).toEqual(expected);
    expect(answered(status, { message: 'Нельзя', errorCode: `0${errorCode}` })).toEqual(expected);
    expect(answered(status, { resultMessage: 'Нельзя', resultCode: errorCode }, 'check', [0])).toEqual(expected);
  }
});

test.each([
  [null],
  ['OK'],
  [[]],
  [{}],
  [{ resultCode: 0 }],
  [{ resultCode: 1, benefits: [] }],
  [{ resultCode: '01' }],
  [{ resultCode: null, errorCode: 0, message: 'ok' }],
  [{ resultCode: 'n/a' }],
])('under HTTP 200 %j is no refusal', (body) => {
  expect(answered(200, body)).toEqual({ ok: true, value: body });
});

test('which result codes mean success is the profile’s to say', () => {
  expect(answered(200, { resultCode: 0 }, 'check', [1])).toEqual(refused('other', 'HTTP 200'));
  expect(answered(200, { resultCode: 200 }, 'check', [200])).toMatchObject({ ok: true });
  expect(answered(200, { resultCode: 200 })).toEqual(refused('other', '№ 200'));
});

test.each([
  [400, null, 'HTTP 400'],
  [422, { message: ' ' }, 'HTTP 422'],
  [400, { message: 42, errorCode: 100 }, '№ 100'],
  [400, { message: 'Ошибка', errorCode: 100 }, '№ 100: Ошибка'],
  [
    400,
    { message: 'Ошибка', errors: ['нет clientCode', { message: 'нет price' }] },
    'Ошибка (нет clientCode; нет price)',
  ],
  [400, { message: 'СНИЛС 112-233-445 95\u0007 неверен' }, 'СНИЛС ***4595  неверен'],
  [404, { resultCode: 0 }, 'HTTP 404'],
])('HTTP %i with %j says «%s»', (status, body, message) => {
  expect(answered(status, body)).toEqual(refused('other', message));
});

test('HTTP 403 without a code forbids', () => {
  expect(answered(403, { message: 'Поле недоступно' })).toEqual(refused('forbidden', 'Поле недоступно'));
  expect(answered(403, null)).toEqual(refused('forbidden', 'HTTP 403'));
  expect(answered(403, { errorCode: 5, message: 'Нет' })).toEqual(refused('card-inactive', '№ 5: Нет'));
});

test.each(API)('%s: a 5xx without a code of appendix 7 leaves the outcome open', (operation) => {
  expect(answered(500, null, operation)).toEqual(open);
  expect(answered(503, { message: 'Ошибка', errorCode: 100 }, operation)).toEqual(open);
});

test.each([
  ['services', false],
  ['check', false],
  ['transactions', false],
  ['confirm', true],
  ['refuse', true],
] as const)('%s: no link to the processing centre leaves the outcome open: %s', (operation, isOpen) => {
  for (const status of [200, 404, 503]) {
    const answer = answered(status, { message: 'Нет связи', errorCode: 6 }, operation);
    expect(answer).toEqual(isOpen ? open : refused('processing-unreachable', '№ 6: Нет связи'));
  }
});

test.each([
  ['confirm', 409, { message: 'Транзакция уже подтверждена' }, 'already-confirmed'],
  ['confirm', 400, { message: 'Транзакция уже подтверждена' }, 'already-confirmed'],
  ['confirm', 400, { message: 'Факт уже зафиксирован' }, 'already-confirmed'],
  ['confirm', 400, { message: 'Транзакция не найдена' }, 'other'],
  ['confirm', 409, { message: 'Транзакция отменена' }, 'other'],
  ['confirm', 409, null, 'other'],
  ['refuse', 409, { message: 'Транзакция уже подтверждена' }, 'other'],
] as const)('%s with HTTP %i and %j is %s', (operation, status, body, reason) => {
  expect(answered(status, body, operation)).toMatchObject({ error: { kind: 'refused', reason } });
});

test.each(API)('%s: a page that is no JSON is no answer of the ЕЦС', (operation) => {
  const settings = settingsOf({ baseUrl: 'https://bank.example' });
  for (const status of [400, 404, 409]) {
    const answer = accepted(operation, { status, body: null, page: true }, settings);
    expect(answer).toEqual(failed({ kind: 'lost', cause: 'unreadable' }));
  }
});

test.each([
  ['check', refused('forbidden', 'HTTP 403')],
  ['services', refused('forbidden', 'HTTP 403')],
  ['confirm', failed({ kind: 'lost', cause: 'unreadable' })],
] as const)('%s: the 403 of a firewall', (operation, expected) => {
  const settings = settingsOf({ baseUrl: 'https://bank.example' });
  expect(accepted(operation, { status: 403, body: null, page: true }, settings)).toEqual(expected);
});

test('whoever looks after the till is told the number, and no sentence', () => {
  remarks.length = 0;
  answered(400, { message: 'СНИЛС 112-233-445 95 неверен', errorCode: 100 });
  answered(200, { benefits: [] });
  expect(remarks).toEqual([{ kind: 'refused', operation: 'check', status: 400, number: '100' }]);
});

test('which sentences say «confirmed already» is the profile’s to say', () => {
  const settings = settingsOf({ baseUrl: 'https://bank.example', alreadyConfirmed: ['проведена'] });
  const of = (message: string) => accepted('confirm', { status: 400, body: { message } }, settings);
  expect(of('Транзакция Проведена')).toMatchObject({ error: { reason: 'already-confirmed' } });
  expect(of('Транзакция уже подтверждена')).toMatchObject({ error: { reason: 'other' } });
});
