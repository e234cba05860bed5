import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toOurNames, toServiceNames } from './fields.ts';

const fields = { register_request: 'request_id', code: 'number' };

test('only what the profile names is renamed, and only at the top', () => {
  expect(toServiceNames(fields, { code: 1, pin: 2, items: [{ code: 3 }] })).toEqual({
    number: 1,
    pin: 2,
    items: [{ code: 3 }],
  });
  expect(toOurNames(fields, { number: 1, pin: 2, items: [{ number: 3 }] })).toEqual({
    code: 1,
    pin: 2,
    items: [{ number: 3 }],
  });
});

test('a field that has our name already gives way to the renamed one', () => {
  expect(toOurNames(fields, { number: 1, code: 2 })).toEqual({ code: 1 });
  expect(toOurNames(fields, { code: 2, number: 1 })).toEqual({ code: 1 });
  expect(toOurNames(fields, { code: 2 })).toEqual({ code: 2 });
});

test('two names may change places', () => {
  const swapped = { phone: 'code', code: 'phone' };
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
