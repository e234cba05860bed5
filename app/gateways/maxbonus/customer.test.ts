import { expect, test } from 'vitest';
import { toCustomer } from './customer.ts';
import { good, phoneOf } from './fixture.ts';
import { customerAnswer } from './wire.ts';

const code = { code: '482915' };
const settings = { pin: 'auto', customerName: 'initial' } as const;

function customerOf(...parameters: Parameters<typeof toCustomer>) {
  return good(toCustomer(...parameters));
}

function named(first_name: unknown, middle_name: unknown, last_name: unknown): string {
  return customerOf(customerAnswer.whole.parse({ token: 't', first_name, middle_name, last_name }), code, settings)
    .name;
}

test.each([
  [['Дмитрий', 'Сергеевич', 'Иванов'], 'Дмитрий Сергеевич И.'],
  [[' Анна ', '', 'соколова'], 'Анна С.'],
  [['Анна', null, undefined], 'Анна'],
  [['', '', 'Ёлкин'], 'Ё.'],
  [['А\u001bнна', 'П\n', '😀'], 'А нна П 😀.'],
  [[null, null, null], ''],
])('%j is shown as %j', ([first, middle, last], name) => {
  expect(named(first, middle, last)).toBe(name);
});

test.each([
  [['Дмитрий', 'Сергеевич', 'Иванов'], 'Иванов Дмитрий Сергеевич'],
  [['Анна', null, ''], 'Анна'],
  [[null, null, null], ''],
])('%j may be shown whole: %j', ([first_name, middle_name, last_name], name) => {
  const answer = customerAnswer.whole.parse({ token: 't', first_name, middle_name, last_name });
  expect(customerOf(answer, code, { ...settings, customerName: 'full' }).name).toBe(name);
});

test('a name is never longer than a screen bears', () => {
  expect(named('А'.repeat(900), 'Б'.repeat(900), 'В').length).toBeLessThan(120);
});

test('of the phone four digits remain: of the answer, else of what was typed', () => {
  const phone = phoneOf('+7 914 123-33-77');
  const ending = (answered: string | null, key: { phone: typeof phone } | typeof code) =>
    customerOf(customerAnswer.whole.parse({ token: 't', phone: answered }), key, settings).phoneEnding;
  expect(ending('+7 (999) 000-22-49', { phone })).toBe('2249');
  expect(ending('***2249', code)).toBe('2249');
  expect(ending(null, { phone })).toBe('3377');
  expect(ending('', code)).toBe('');
});

test.each([
  ['auto', 1, true],
  ['auto', 0, false],
  ['auto', undefined, false],
  ['always', 0, true],
  ['never', 1, false],
] as const)('PIN %s, n_checkpin %s: needed %s', (setting, n_checkpin, needed) => {
  expect(
    customerOf(customerAnswer.whole.parse({ token: 't', n_checkpin }), code, { ...settings, pin: setting }).pinRequired,
  ).toBe(needed);
});

test.each(['8888888888', '88888888888', '88888888'])('the token %s is nobody’s', (token) => {
  expect(toCustomer(customerAnswer.whole.parse({ token, first_name: 'Гость' }), code, settings)).toEqual({
    ok: false,
    error: { kind: 'refused', reason: 'not-found', message: '' },
  });
});

test.each(['8888888', '88888888889', 'a8888888888'])('the token %s is somebody’s', (token) => {
  expect(toCustomer(customerAnswer.whole.parse({ token }), code, settings)).toMatchObject({
    ok: true,
    value: { token },
  });
});
