import { expect, test } from 'vitest';
import { profileSchema } from '../settings/profile.ts';
import { startTrainingServices } from './services.ts';

test('gives addresses that survive JSON and answer', async () => {
  const services = await startTrainingServices();
  const { maxbonus, ecs } = JSON.parse(JSON.stringify(services.addresses));
  const response = await fetch(`${maxbonus.baseUrl}/customer/auth`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${maxbonus.token}` },
    body: new URLSearchParams({ phone: '79141233377' }),
  });
  expect(response.status).toBe(200);
  expect(await (await fetch(`${maxbonus.controlUrl}/ledger`)).json()).toMatchObject({ receipts: [] });

  const { controlUrl: _, ...section } = ecs;
  const profile = { version: 1, outlet: { name: 'Магазин', till: 'Касса' }, ecs: section };
  expect(profileSchema.safeParse(profile).error).toBeUndefined();
  expect(await (await fetch(`${ecs.controlUrl}/variant`)).json()).toMatchObject({ connectionType: ecs.connectionType });

  const ports = { maxbonus: portOf(maxbonus.baseUrl), ecs: portOf(ecs.baseUrl) };
  await services.close();
  const again = await startTrainingServices(ports);
  expect([again.addresses.maxbonus.baseUrl, again.addresses.ecs.baseUrl]).toEqual([maxbonus.baseUrl, ecs.baseUrl]);
  await again.close();
});

function portOf(url: string): number {
  return Number(new URL(url).port);
}
