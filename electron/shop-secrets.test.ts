import { beforeEach, expect, test } from 'vitest';
import { type Profile, profileSchema } from '../app/settings/profile.ts';
import type { Kept } from './secrets.ts';
import { keepSecrets, withSecrets } from './shop-secrets.ts';

const ECS = { baseUrl: 'https://ecs.example/', clientId: '314', connectionType: 1, terminalId: 77001 } as const;

const shop = (token?: string, clientSecret?: string, clientId: string = ECS.clientId): Profile =>
  profileSchema.parse({
    version: 1,
    outlet: { name: 'Магазин', till: 'Касса 2' },
    maxbonus: { baseUrl: 'https://loyalty.example/api', ...(token && { token }) },
    ecs: { ...ECS, clientId, ...(clientSecret && { clientSecret }) },
  });

let held: Map<string, string>;
let keepsIn: (name: string) => Kept;

beforeEach(() => {
  held = new Map();
  keepsIn = () => 'keychain';
});

const keychain = {
  get: (name: string) => held.get(name) ?? null,
  keep(name: string, secret: string) {
    held.set(name, secret);
    return keepsIn(name);
  },
};

test('what was kept joins the settings that are read without it', () => {
  expect(keepSecrets(shop('token', 'secret'), keychain)).toBe('keychain');
  expect(withSecrets(shop(), keychain)).toEqual(shop('token', 'secret'));
});

test('a secret is given to the service and the participant that it was given for, and to nobody else', () => {
  keepSecrets(shop('token', 'secret'), keychain);
  const elsewhere = shop();
  const moved = { ...elsewhere, ecs: elsewhere.ecs && { ...elsewhere.ecs, baseUrl: 'https://other.example' } };
  expect(withSecrets(moved, keychain).ecs?.clientSecret).toBeUndefined();
  expect(withSecrets(shop(undefined, undefined, '315'), keychain).ecs?.clientSecret).toBeUndefined();
});

test('one that stands in the profile goes before one that was kept', () => {
  keepSecrets(shop('old token', 'old secret'), keychain);
  const fresh = shop('new token', 'new secret');
  expect(withSecrets(fresh, keychain)).toEqual(fresh);
});

test('the worst way of keeping counts', () => {
  keepsIn = (name) => (name.startsWith('ecs') ? 'memory' : 'keychain');
  expect(keepSecrets(shop('token'), keychain)).toBe('keychain');
  expect(keepSecrets(shop('token', 'secret'), keychain)).toBe('memory');
  expect(keepSecrets(shop(), keychain)).toBeNull();
});
