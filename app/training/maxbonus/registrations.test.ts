import { beforeEach, expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { Registrations } from './registrations.ts';
import { SmsGate } from './sms.ts';

const PHONE = '79990001122';
const NOT_REQUESTED = { ok: false, error: { message: 'Запрос регистрации не найден. Запросите ПИН-код' } };

let sms: SmsGate;
let registrations: Registrations;

beforeEach(() => {
  const now = () => 1_000;
  sms = new SmsGate(now);
  registrations = new Registrations({ now, random: createRandom(7), sms });
});

function sentPin(): string {
  return sms.sent.at(-1)?.pin ?? '';
}

test('a request is confirmed by its PIN, once', () => {
  const ticket = registrations.request(PHONE);
  expect(sms.sent).toMatchObject([{ phone: PHONE, text: expect.stringMatching('регистрации') }]);
  expect(registrations.confirm(PHONE, ticket, `${sentPin()}0`)).toMatchObject({ ok: false });
  expect(registrations.confirm(PHONE, ticket, sentPin())).toMatchObject({ ok: true });
  expect(registrations.confirm(PHONE, ticket, sentPin())).toEqual(NOT_REQUESTED);
});

test('the ticket may be left out, but not be another', () => {
  registrations.request(PHONE);
  expect(registrations.confirm(PHONE, 'other', sentPin())).toEqual(NOT_REQUESTED);
  expect(registrations.confirm(PHONE, undefined, sentPin())).toMatchObject({ ok: true });
});

test('a repeated PIN replaces the first and unblocks after three wrong ones', () => {
  const ticket = registrations.request(PHONE);
  for (let time = 0; time < 3; time++) registrations.confirm(PHONE, ticket, 'wrong');
  expect(registrations.confirm(PHONE, ticket, sentPin())).toMatchObject({ ok: false });
  expect(registrations.repeatPin(PHONE, ticket)).toMatchObject({ ok: true });
  expect(sms.sent).toHaveLength(2);
  expect(registrations.confirm(PHONE, ticket, sentPin())).toMatchObject({ ok: true });
});

test('a new request makes the ticket of the old one void', () => {
  const old = registrations.request(PHONE);
  registrations.request(PHONE);
  expect(registrations.repeatPin(PHONE, old)).toEqual(NOT_REQUESTED);
});

test('another phone has no request', () => {
  const ticket = registrations.request(PHONE);
  expect(registrations.repeatPin('79990001123', ticket)).toEqual(NOT_REQUESTED);
  expect(registrations.confirm('79990001123', ticket, sentPin())).toEqual(NOT_REQUESTED);
});
