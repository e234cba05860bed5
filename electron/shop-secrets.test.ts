import { expect, test } from 'vitest';
import { type Profile, profileSchema } from '../app/settings/profile.ts';
import { wantedSecrets } from './shop-secrets.ts';

const ECS = { baseUrl: 'https://ecs.example/', clientId: '314', connectionType: 1, terminalId: 77001 } as const;

const shop = (token?: string, clientSecret?: string, ecs: Partial<typeof ECS> = {}): Profile =>
  profileSchema.parse({
    version: 1,
    outlet: { name: 'Магазин', till: 'Касса 2' },
    maxbonus: { baseUrl: 'https://loyalty.example/api', ...(token && { token }) },
    ecs: { ...ECS, ...ecs, ...(clientSecret && { clientSecret }) },
  });

test('each secret stands under the service and the participant that it was given for', () => {
  expect(wantedSecrets(shop('token', 'secret'), true)).toEqual([
    { owner: 'maxbonus', name: 'maxbonus.token@https://loyalty.example', given: 'token', isNew: true },
    { owner: 'ecs', name: 'ecs.clientSecret@https://ecs.example/314', given: 'secret', isNew: true },
  ]);
});

test('another address or participant has another name', () => {
  const name = (profile: Profile) => wantedSecrets(profile, false)[1]?.name;
  const moved = profileSchema.parse({ ...shop(), ecs: { ...ECS, baseUrl: 'https://other.example' } });
  const other = profileSchema.parse({ ...shop(), ecs: { ...ECS, clientId: '315' } });
  expect(new Set([shop(), moved, other].map(name)).size).toBe(3);
});

test('what the profile does not bring is to be read; a training till needs nothing', () => {
  expect(wantedSecrets(shop(), false).map(({ given }) => given)).toEqual([null, null]);
  const { maxbonus: _, ecs: __, ...training } = shop();
  expect(wantedSecrets(training, false)).toEqual([]);
});
