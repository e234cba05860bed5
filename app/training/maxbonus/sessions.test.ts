import { beforeEach, expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { TRAINING_CUSTOMERS } from './customers.ts';
import { type Session, Sessions } from './sessions.ts';
import { SmsGate } from './sms.ts';

const [dmitry] = TRAINING_CUSTOMERS;

let sms: SmsGate;
let sessions: Sessions;
let session: Session;

beforeEach(() => {
  const now = () => 1_000;
  sms = new SmsGate(now);
  sessions = new Sessions({ now, random: createRandom(7), sms });
  session = sessions.open(dmitry);
});

function sentPin(): string {
  return sms.sent.at(-1)?.pin ?? '';
}

test('every authorisation has a token of its own', () => {
  const second = sessions.open(dmitry);
  expect(second.token).not.toBe(session.token);
  expect(sessions.find(session.token)).toBe(session);
  expect(sessions.find('none')).toBeUndefined();
});

test('the right PIN confirms, a wrong one does not', () => {
  sessions.askPin(session);
  expect(sms.sent).toMatchObject([{ phone: dmitry.phone, text: expect.stringMatching('списания') }]);
  expect(sessions.checkPin(session, `${sentPin()}0`)).toMatchObject({ ok: false });
  expect(session.confirmed).toBe(false);
  expect(sessions.checkPin(session, sentPin())).toMatchObject({ ok: true });
  expect(session.confirmed).toBe(true);
});

test('a new PIN makes the confirmation of the old one void', () => {
  sessions.askPin(session);
  sessions.checkPin(session, sentPin());
  sessions.askPin(session);
  expect(session.confirmed).toBe(false);
});

test('a customer without a phone cannot be asked', () => {
  const holder = sessions.open({ ...dmitry, phone: '' });
  expect(sessions.askPin(holder)).toMatchObject({ error: { message: 'У покупателя не указан телефон' } });
  expect(sms.sent).toEqual([]);
});
