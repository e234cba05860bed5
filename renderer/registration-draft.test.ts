import { expect, test } from 'vitest';
import { commands } from '../app/contract/commands.ts';
import { fail } from '../app/domain/result.ts';
import { BLANK_REGISTRATION, readRegistration } from './registration-draft.ts';

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
