import { expect, onTestFinished, test } from 'vitest';
import type { Customer } from '../domain/customer.ts';
import type { Questionnaire } from '../domain/questionnaire.ts';
import { fail, ok } from '../domain/result.ts';
import { dmitry } from '../testing/fixtures.ts';
import { answers, inTurn, openTill } from '../testing/till.ts';
import type { ServiceFailure } from './ports.ts';

const anna: Questionnaire = {
  familyName: 'С',
  firstName: 'Анна',
  patronymic: '',
  birthday: '1990-05-01',
  gender: 'female',
};
const refused = fail<ServiceFailure>({ kind: 'refused', reason: 'other', message: 'Неверный код' });
const known = fail<ServiceFailure>({ kind: 'refused', reason: 'duplicate', message: 'Покупатель уже зарегистрирован' });

test('a new customer: PIN sent, sent again, wrong, right; then on the receipt with a slip', async () => {
  const phones: string[] = [];
  const till = openTill(
    answers({
      requestRegistration: async (phone) => {
        phones.push(phone);
        return ok('ticket');
      },
      register: inTurn<Customer>(refused, ok(dmitry)),
    }),
    onTestFinished,
  );
  const { registration } = till.desk;
  expect(await registration.request('8 (914) 123-33-77')).toEqual(ok(undefined));
  expect(phones).toEqual(['79141233377']);
  expect(await registration.repeatPin()).toEqual(fail({ code: 'sms-too-soon', params: { seconds: 60 } }));
  // Neither is the form a way round it.
  expect(await registration.request('+7 914 123-33-77')).toMatchObject({ error: { code: 'sms-too-soon' } });
  till.clock.advance(60_000);
  expect(await registration.repeatPin()).toEqual(ok(undefined));
  expect(till.desk.state.registration?.sms.times).toBe(2);
  expect(await registration.confirm('0000', anna)).toEqual(
    fail({ code: 'pin-wrong', params: { message: 'Неверный код' } }),
  );
  expect(till.desk.state.registration).not.toBeNull();
  expect(await registration.confirm('1234', anna)).toEqual(ok(undefined));
  expect(till.desk.state).toMatchObject({
    registration: null,
    sale: { customer: dmitry },
    notice: { code: 'registered' },
  });
  expect(till.nextSlip()).toEqual({ blocks: [{ kind: 'text', text: 'welcome 3377' }] });
});

test('who is registered is on the receipt also when the slip cannot be queued; the cashier is told why', async () => {
  const till = openTill(answers(), onTestFinished);
  till.jobs.queue = () => {
    throw new Error('the disk is full');
  };
  await till.desk.registration.request('89141233377');
  expect(await till.desk.registration.confirm('1234', anna)).toEqual(ok(undefined));
  expect(till.desk.state).toMatchObject({
    registration: null,
    sale: { customer: dmitry },
    notice: { code: 'journal-failed', tone: 'error', params: { reason: 'the disk is full' } },
  });
});

test('who is registered already is identified instead', async () => {
  const till = openTill(answers({ requestRegistration: async () => known }), onTestFinished);
  expect(await till.desk.registration.request('89141233377')).toEqual(ok(undefined));
  expect(till.desk.state).toMatchObject({
    registration: null,
    sale: { customer: dmitry },
    notice: { code: 'already-registered', tone: 'info' },
  });
});

test('a registration whose answer was lost is found when it is confirmed again', async () => {
  const lost = fail<ServiceFailure>({ kind: 'lost', cause: 'timeout' });
  const till = openTill(answers({ register: inTurn<Customer>(lost, known) }), onTestFinished);
  await till.desk.registration.request('89141233377');
  expect(await till.desk.registration.confirm('1234', anna)).toEqual(fail({ code: 'service-timeout' }));
  expect(await till.desk.registration.confirm('1234', anna)).toEqual(ok(undefined));
  expect(till.desk.state).toMatchObject({ registration: null, sale: { customer: dmitry } });
});

test('a phone that is none, a PIN before it was asked and an impossible birthday are refused before any request', async () => {
  const asked: string[] = [];
  const till = openTill(
    answers({
      register: async () => {
        asked.push('register');
        return ok(dmitry);
      },
    }),
    onTestFinished,
  );
  const { registration } = till.desk;
  expect(await registration.request('123')).toEqual(fail({ code: 'phone-not-understood' }));
  expect(await registration.confirm('1234', anna)).toEqual(fail({ code: 'registration-not-asked' }));
  await registration.request('+380 67 123 45 67');
  for (const birthday of ['2090-01-01', '1800-01-01']) {
    expect(await registration.confirm('1234', { ...anna, birthday })).toEqual(fail({ code: 'birthday-out-of-range' }));
  }
  expect(asked).toEqual([]);
  registration.cancel();
  expect(till.desk.state.registration).toBeNull();
});
