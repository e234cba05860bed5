import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { profileSchema } from '../../settings/profile.ts';
import { toOurNames, toServiceNames, withNames } from './fields.ts';
import { settingsOf } from './fixture.ts';

const fields = { register_request: 'request_id', code: 'number' };

test('only what the profile names is renamed, in lists too', () => {
  const ours = { code: 1, pin: 2, items: [{ code: 3, pin: 4 }, 'code', null] };
  const theirs = { number: 1, pin: 2, items: [{ number: 3, pin: 4 }, 'code', null] };
  expect(toServiceNames(fields, ours)).toEqual(theirs);
  expect(toOurNames(fields, theirs)).toEqual(ours);
});

test('a list may have another name as well as what is in it', () => {
  const goods = { items: 'goods', qty: 'quantity' };
  expect(toServiceNames(goods, { items: [{ qty: 1 }] })).toEqual({ goods: [{ quantity: 1 }] });
  expect(toOurNames(goods, { goods: [{ quantity: 1 }] })).toEqual({ items: [{ qty: 1 }] });
});

test('an answer nested without end does no harm', () => {
  const deep = JSON.parse(`{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`);
  expect(Object.keys(Object(toOurNames(fields, deep)))).toEqual(['a']);
});

test.each(['toString', '__proto__', 'constructor'])('%s is a name like any other', (name) => {
  const body: Record<string, unknown> = JSON.parse(`{"${name}":1}`);
  expect(JSON.stringify(toServiceNames(fields, body))).toBe(JSON.stringify(body));
});

test('a field that has our name already gives way to the renamed one', () => {
  expect(toOurNames(fields, { number: 1, code: 2 })).toEqual({ code: 1 });
  expect(toOurNames(fields, { code: 2, number: 1 })).toEqual({ code: 1 });
  expect(toOurNames(fields, { code: 2 })).toEqual({ code: 2 });
});

test('two names may change places', () => {
  const swapped = { phone: 'code', code: 'phone' };
  expect(withNames(swapped, { phone: '1', code: '2' })).toEqual({ code: '1', phone: '2' });
  expect(toServiceNames(swapped, { phone: 1, code: 2 })).toEqual({ code: 1, phone: 2 });
  expect(toOurNames(swapped, { code: 1, phone: 2 })).toEqual({ phone: 1, code: 2 });
});

test.each([null, undefined, 'ok', 5, [{ number: 1 }]])('%j has no fields', (data) => {
  expect(toOurNames(fields, data)).toEqual(data);
});

test('what goes out comes back', () => {
  const names = fc.constantFrom('phone', 'pin', 'code', 'register_request', 'items');
  fc.assert(
    fc.property(fc.dictionary(names, fc.jsonValue()), (body) => {
      expect(toOurNames(fields, toServiceNames(fields, body))).toEqual(body);
    }),
  );
});

describe('in the profile', () => {
  const profileWith = (names: unknown) =>
    profileSchema.safeParse({
      version: 1,
      outlet: { name: 'Магазин', till: 'Касса' },
      maxbonus: { baseUrl: 'http://localhost', fields: names },
    });

  test('each operation has names of its own', () => {
    const names = { checkPin: { pin: 'code' }, calculate: { qty: 'quantity' } };
    expect(settingsOf({ baseUrl: 'http://localhost', fields: names }).fields).toEqual(names);
  });

  test.each([
    ['checkPIN', { checkPIN: { pin: 'code' } }],
    ['pni', { checkPin: { pni: 'code' } }],
    ['register_request', { register_request: 'request_id' }],
    ['statusCode', { calculate: { statusCode: 'status' } }],
    ['pin', { checkPin: { pin: '' } }],
  ])('%s is a typing mistake', (named, names) => {
    expect(profileWith(names).error?.message).toContain(named);
  });
});
