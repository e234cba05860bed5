import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commands } from '../app/contract/commands.ts';
import { fail } from '../app/domain/result.ts';
import { BLANK_REGISTRATION, parseDay, readRegistration } from './registration-draft.ts';

test.each([
  ['01.02.2000', '2000-02-01'],
  ['1.2.2000', '2000-02-01'],
  ['01022000', '2000-02-01'],
  ['01/02/2000', '2000-02-01'],
  [' 29.02.2024 ', '2024-02-29'],
])('%j is a day', (text, day) => {
  expect(parseDay(text)).toBe(day);
});

test.each([
  '',
  '29.02.2023',
  '31.04.2000',
  '00.01.2000',
  '01.13.2000',
  '01.02.00',
  '2000-02-01',
  '1022000',
  '01.02.0099',
])('%j is no day', (text) => {
  expect(parseDay(text)).toBeNull();
});

test('every day reads back as it was typed', () => {
  const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(days, (date) => {
      const iso = date.toISOString().slice(0, 10);
      expect(parseDay(iso.split('-').toReversed().join('.'))).toBe(iso);
    }),
  );
});

test('a form with a PIN is sent as the contract wants it', () => {
  const read = readRegistration({ ...BLANK_REGISTRATION, firstName: 'Ivan', birthday: '01.01.2000', pin: '4821' });
  const wanted = {
    familyName: '',
    firstName: 'Ivan',
    patronymic: '',
    birthday: '2000-01-01',
    gender: null,
    pin: '4821',
  };
  expect(read).toEqual({ ok: true, value: wanted });
  expect(read.ok && commands['registration.confirm'].input.parse(read.value)).toEqual(wanted);
});

test('birthday and gender may be left out', () => {
  expect(readRegistration({ ...BLANK_REGISTRATION, gender: 'female', pin: '4821' })).toMatchObject({
    value: { birthday: null, gender: 'female' },
  });
});

test('says which field keeps the form from being sent, from the top', () => {
  expect(readRegistration({ ...BLANK_REGISTRATION, birthday: '31.02.2000' })).toEqual(fail('birthday'));
  expect(readRegistration({ ...BLANK_REGISTRATION, birthday: '01.02.2000', pin: '12' })).toEqual(fail('pin'));
});
