import { beforeEach, expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { Pin } from './pin.ts';
import { SmsGate } from './sms.ts';

const PHONE = '79141234567';
const refusal = (message: RegExp) => ({ ok: false, error: { message: expect.stringMatching(message) } });

let now: number;
let sms: SmsGate;
let pin: Pin;

beforeEach(() => {
  now = 1_000;
  sms = new SmsGate(() => now);
  pin = new Pin({ now: () => now, random: createRandom(7), sms });
});

function sent(): string {
  return sms.sent.at(-1)?.pin ?? '';
}

function wrong(): string {
  return sent() === '0000' ? '1111' : '0000';
}

test('comes by SMS and is right', () => {
  pin.send(PHONE, 'Код');
  expect(sms.sent).toEqual([{ phone: PHONE, pin: sent(), text: `Код: ${sent()}`, at: 1_000 }]);
  expect(sent()).toMatch(/^\d{4}$/);
  expect(pin.check(wrong())).toEqual(refusal(/^Неверный ПИН-код$/));
  expect(pin.check(sent())).toMatchObject({ ok: true });
});

test('is void after three wrong ones; a new one works', () => {
  pin.send(PHONE, 'Код');
  pin.check(wrong());
  pin.check(wrong());
  expect(pin.check(wrong())).toEqual(refusal(/3 раза/));
  expect(pin.check(sent())).toEqual(refusal(/не запрошен/));
  pin.send(PHONE, 'Код');
  expect(pin.check(sent())).toMatchObject({ ok: true });
});

test('is void when a new one was sent', () => {
  pin.send(PHONE, 'Код');
  const old = sent();
  pin.send(PHONE, 'Код');
  expect(sent()).not.toBe(old);
  expect(pin.check(old)).toEqual(refusal(/Неверный/));
});

test('lives five minutes', () => {
  pin.send(PHONE, 'Код');
  now += 5 * 60_000;
  expect(pin.check(sent())).toMatchObject({ ok: true });
  now += 1;
  expect(pin.check(sent())).toEqual(refusal(/устарел/));
});

test('cannot be right before it was asked for', () => {
  expect(pin.check('')).toEqual(refusal(/не запрошен/));
});
