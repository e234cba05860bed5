import { beforeEach, describe, expect, test } from 'vitest';
import { TRAINING_CUSTOMERS } from './customers.ts';
import { createRandom } from './random.ts';
import { type Session, Sessions } from './sessions.ts';

const [dmitry] = TRAINING_CUSTOMERS;
const refusal = (message: RegExp) => ({ ok: false, error: { message: expect.stringMatching(message) } });

let now: number;
let sessions: Sessions;
let session: Session;

beforeEach(() => {
  now = 1_000;
  sessions = new Sessions(() => now, createRandom(7));
  session = sessions.open(dmitry);
});

function sentPin(): string {
  return sessions.sms.at(-1)?.pin ?? '';
}

function wrong(): string {
  return sentPin() === '0000' ? '1111' : '0000';
}

test('every authorisation has a token of its own', () => {
  const second = sessions.open(dmitry);
  expect(second.token).not.toBe(session.token);
  expect(sessions.find(session.token)).toBe(session);
  expect(sessions.find('none')).toBeUndefined();
});

describe('PIN', () => {
  test('comes by SMS and confirms once it is right', () => {
    sessions.askPin(session);
    expect(sessions.sms).toMatchObject([{ phone: dmitry.phone, pin: expect.stringMatching(/^\d{4}$/), at: 1_000 }]);
    expect(sessions.checkPin(session, wrong())).toEqual(refusal(/^Неверный ПИН-код$/));
    expect(session.confirmed).toBe(false);
    expect(sessions.checkPin(session, sentPin())).toMatchObject({ ok: true });
    expect(session.confirmed).toBe(true);
  });

  test('is void after three wrong ones; a new one works', () => {
    sessions.askPin(session);
    sessions.checkPin(session, wrong());
    sessions.checkPin(session, wrong());
    expect(sessions.checkPin(session, wrong())).toEqual(refusal(/3 раза/));
    expect(sessions.checkPin(session, sentPin())).toEqual(refusal(/не запрошен/));
    sessions.askPin(session);
    expect(sessions.checkPin(session, sentPin())).toMatchObject({ ok: true });
  });

  test('lives five minutes', () => {
    sessions.askPin(session);
    now += 5 * 60_000 + 1;
    expect(sessions.checkPin(session, sentPin())).toEqual(refusal(/устарел/));
  });

  test('a new one makes the confirmation of the old one void', () => {
    sessions.askPin(session);
    sessions.checkPin(session, sentPin());
    sessions.askPin(session);
    expect(session.confirmed).toBe(false);
  });

  test('cannot be right before it was asked for', () => {
    expect(sessions.checkPin(session, '')).toEqual(refusal(/не запрошен/));
  });
});
