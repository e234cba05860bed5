import { expect, test } from 'vitest';
import { serviceAddress } from './address.ts';

test.each([
  ['https://api.example:38200/api/cashbox', 'https://api.example:38200/api/cashbox'],
  [' https://api.example/ ', 'https://api.example'],
  ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080'],
  ['http://localhost', 'http://localhost'],
  ['http://[::1]:1', 'http://[::1]:1'],
])('%j is %s', (typed, address) => expect(serviceAddress.parse(typed)).toBe(address));

test.each([
  'http://api.example',
  'http://192.168.0.1/api',
  'https://user@api.example',
  'https://user:secret@api.example',
  'https://@api.example',
  'https://api.example/?token=secret',
  'https://api.example/api?',
  'https://api.example/#secret',
  'api.example:443',
  'ftp://api.example',
  '',
])('%j is refused, and the reason does not repeat it', (typed) => {
  const read = serviceAddress.safeParse(typed);
  expect(read.success).toBe(false);
  expect(read.error?.message).not.toContain('secret');
});
